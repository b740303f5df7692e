import type { IConstruct } from "constructs";
import { refuse } from "../synth";
import type { Check, PropProblem } from "./check";
import { given } from "./given";

/**
 * Checks the props of a construct: all that is wrong with them in one error.
 *
 * @returns the props without those that are null, which the checks take for not given
 * @throws FrontDoorError naming each prop, what stands there, what is allowed and what to do
 */
export function checkProps<T>(construct: IConstruct, props: T, check: Check): T {
  refuseProps(construct, check(props, ""));
  return given(props);
}

/**
 * Throws where there are problems.
 *
 * @param construct whose props they are
 * @param problems what is wrong with them
 * @param subject how the error names it; default: the construct's class
 * @throws FrontDoorError naming each prop, what stands there, what is allowed and what to do
 */
export function refuseProps(
  construct: IConstruct,
  problems: readonly PropProblem[],
  subject: string = construct.constructor.name,
): void {
  if (problems.length === 0) return;
  const count = problems.length === 1 ? "a prop is wrong" : `${problems.length} props are wrong`;
  refuse(construct, `${subject}: ${count}`, problems.map(formatProblem));
}

/** What is wrong with one prop, as the lines of a message. */
export function formatProblem({ at, got, expected, fix }: PropProblem): string {
  return [
    `  ${at}`,
    `    got       ${got}`,
    `    expected  ${expected}`,
    `    fix       ${fix}`,
  ].join("\n");
}
