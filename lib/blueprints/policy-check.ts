import { documentProblems } from "../policy";
import { type Check, anything, list, literalBool, literalText, object, optional } from "../props";
import type { PropProblem } from "../props";

/** What is wrong with the policy of a blueprint: its shape, and rules that there are not. */
export const policyProblems: Check = (value, at) => {
  const wrong = SHAPE(value, at);
  if (wrong.length > 0) return wrong;
  const rest = Object.entries(value as object).filter(
    ([name, one]) => name !== "waivers" && one != null,
  );
  return documentProblems(Object.fromEntries(rest)).map(({ message, fix }): PropProblem => ({
    at,
    got: message,
    expected: "what a policy file says",
    fix,
  }));
};

const SHAPE = object({
  extends: optional(list(literalText(packProblem))),
  rules: optional(anything()),
  locked: optional(list(literalText())),
  waivers: optional(literalBool()),
});

/** A path would be seen from each project, not from the blueprint. */
function packProblem(name: string) {
  if (!/^\.{0,2}\//.test(name)) return undefined;
  const expected = "recommended, strict or the name of a package";
  return { got: JSON.stringify(name), expected, fix: "make it a package that projects install" };
}
