import type { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { today } from "../facts/date";
import { ResourceGraph, type TerraformJson } from "../graph";
import { PolicyError, type PolicyOf, type Report, judge, policiesBy, policyFor } from "../policy";
import { formatText } from "../report";
import type { Finding } from "../rules";
import { annotate } from "./annotate";
import { FrontDoorError } from "./error";
import { type Failure, annotationFailures, formatFailure } from "./failure";
import { type Output, discard, discardOutput } from "./output";
import { Registry } from "./registry";
import { namesOf, stacksOf } from "./stacks";

/** What the synthesis of a stack has come to. */
export interface Result {
  readonly stack: TerraformStack;
  readonly document?: TerraformJson;
  /** What stopped it. */
  readonly error?: unknown;
}

/** A synthesis that has come to its end, of an App or of one stack. */
export interface Synthesis {
  readonly root: IConstruct;
  readonly results: readonly Result[];
  /** Stacks that it has not come to: what there is of them is of an earlier run. Default: none. */
  readonly stale?: readonly TerraformStack[];
  /** Where it is written; undefined where it is not. */
  readonly output?: Output;
  /** What stopped all of it. */
  readonly error?: unknown;
}

/**
 * Judges what was synthesised, and leaves the warnings in the manifest.
 *
 * @throws one report of all errors, with those of other libraries beside it; or, where there is one
 * error and it is not ours, that error as it is
 */
export function conclude(synthesis: Synthesis): void {
  const { root, results, output, error } = synthesis;
  const names = namesOf(stacksOf(root));
  const stacks = results.map(({ stack }) => stack);
  const judged = stacks.filter((stack) => Registry.of(root).isGuarded(stack));
  const failures: Failure[] = [];
  const report = judged.length > 0 ? judgeStacks(synthesis, judged, names, failures) : undefined;
  const wrong = new Set(report?.findings.filter(isError).map((finding) => finding.stack));
  for (const result of results) {
    if (result.error !== undefined) failures.push({ error: result.error, stacks: [result.stack] });
  }
  if (error !== undefined) failures.push({ error, stacks: [] });

  if (wrong.size + failures.length === 0) {
    if (output && report) annotate(output.manifest, judged, names, report);
    return;
  }
  if (output) {
    const wentOn = results.filter((result) => result.error === undefined);
    failures.push(
      ...annotationFailures(
        wentOn.map(({ stack }) => stack),
        output,
      ),
    );
  }
  const all = [
    ...(synthesis.stale ?? []),
    ...stacks.filter((stack) => wrong.has(names.get(stack))),
    ...failures.flatMap((failure) => failure.stacks),
  ];
  if (output) discard(output, all);
  else stacks.forEach(discardOutput);
  if (wrong.size === 0 && failures.length === 1) throw failures[0].error;
  const texts = failures.map((failure) => formatFailure(failure, names));
  if (report && wrong.size > 0) texts.unshift(`the rules found errors\n\n${formatText(report)}`);
  throw new FrontDoorError(texts.join("\n\n"));
}

function isError({ status, level }: Finding): boolean {
  return status === "open" && level === "error";
}

function judgeStacks(
  { root, results, output }: Synthesis,
  judged: readonly TerraformStack[],
  names: ReadonlyMap<TerraformStack, string>,
  failures: Failure[],
): Report | undefined {
  const graph = new ResourceGraph(
    results.flatMap(({ stack, document }) =>
      document ? [{ stack: names.get(stack) ?? "", path: stack.node.path, json: document }] : [],
    ),
  );
  const report = underPolicy(judged, failures, () =>
    judge(graph, POLICIES(), {
      date: today(),
      stacks: new Set(judged.map((stack) => names.get(stack) ?? "")),
      // Of a stack alone what its resources carry: it cannot tell what others need.
      acknowledged: output ? [...Registry.of(root).acknowledgements.values()].flat() : undefined,
    }),
  );
  if (!report) return undefined;
  if (report.failures.length > 0) {
    const message = `the policy cannot be held\n\n${new PolicyError(report.failures).message}`;
    failures.push({ error: new FrontDoorError(message), stacks: judged });
  }
  return report;
}

/** The policy of each stack: of its blueprints, and of the project. */
const POLICIES = (): PolicyOf => policiesBy((blueprints) => policyFor(process.cwd(), blueprints));

function underPolicy(
  judged: readonly TerraformStack[],
  failures: Failure[],
  make: () => Report,
): Report | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const message = `the policy is wrong\n\n${error.message}`;
    failures.push({ error: new FrontDoorError(message), stacks: judged });
    return undefined;
  }
}
