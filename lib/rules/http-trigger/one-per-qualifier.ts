import { type TriggerNode, sameQualifier } from "../../graph";
import type { Rule } from "../rule";
import { type Identity, repeats } from "../repeats";
import { show } from "../verdict";

/** Function Compute refuses a second HTTP trigger on a version or alias. */
export const onePerQualifier: Rule = {
  id: "http-trigger/one-per-qualifier",
  level: "error",
  title: "a version or alias has at most one HTTP trigger",
  locked: true,
  *evaluate(graph) {
    for (const { first, second, on } of repeats(graph.httpTriggers, qualifiedFunction)) {
      yield* on(second.resource, {
        attribute: "qualifier",
        message: "a version or alias can have one HTTP trigger",
        got: `a second one on ${show(second.functionName)}, qualifier ${show(second.qualifier)}, beside ${first.address}`,
        expected: "one HTTP trigger for each function and qualifier",
        fix: "remove one of the two, or create it on another alias",
        related: [{ resource: first.resource, message: "the first HTTP trigger" }],
        values: [first.qualifier, second.qualifier],
      });
    }
  },
};

function qualifiedFunction(trigger: TriggerNode): Identity {
  return {
    scope: trigger.functionKey,
    sureScope: trigger.sureFunctionKey,
    scopeNeeds: trigger.functionKey === undefined ? trigger.functionName.needs : [],
    value: trigger.qualifier,
    same: sameQualifier,
  };
}
