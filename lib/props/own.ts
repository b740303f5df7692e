import { type Check, type PropProblem, inTurn, instance } from "./check";

interface Checked {
  _problems(at: string): readonly PropProblem[];
}

/** One of our own classes, which knows what is wrong with what it was given. */
export function own(
  type: { readonly name: string; readonly prototype: Checked },
  example: string,
): Check {
  return inTurn(instance(type, example), (value, at) => (value as Checked)._problems(at));
}
