import { type ResourceGraph, type TriggerNode, Value, sameQualifier } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { type Identity, repeats } from "../repeats";
import { show, undecided } from "../verdict";
import { severalOf, varies } from "./several";

const attribute = "qualifier";
const message = "a version or alias can have one HTTP trigger";

/** Function Compute refuses a second HTTP trigger on a version or alias. */
export const onePerQualifier: Rule = {
  id: "http-trigger/one-per-qualifier",
  level: "error",
  title: "a version or alias has at most one HTTP trigger",
  locked: true,
  *evaluate(graph) {
    const triggers = mayBeHttp(graph);
    for (const trigger of triggers) yield* severalOfOne(trigger);
    for (const { first, second, on } of repeats(triggers, qualifiedFunction)) {
      yield* on(second.resource, {
        attribute,
        message,
        got: `a second one on ${show(second.functionName)}, qualifier ${show(second.qualifier)}, beside ${first.address}`,
        expected: "one HTTP trigger for each function and qualifier",
        fix: "remove one of the two, or create it on another alias",
        related: [{ resource: first.resource, message: "the first HTTP trigger" }],
        values: [first.qualifier, second.qualifier],
      });
    }
  },
};

const HTTP = Value.of("http");

function mayBeHttp(graph: ResourceGraph): readonly TriggerNode[] {
  return graph.triggers.all.filter(({ type }) => type.same(HTTP) !== "no");
}

/** A block that makes an unknown number of triggers on one qualifier of one function. */
function* severalOfOne(trigger: TriggerNode): Iterable<Verdict> {
  const { resource, functionName, qualifier } = trigger;
  const several = severalOf(trigger);
  if (several.length === 0 || varies(functionName) || varies(qualifier)) return;
  yield undecided(resource, { attribute, message }, several);
}

function qualifiedFunction(trigger: TriggerNode): Identity {
  return {
    scope: trigger.functionKey,
    sureScope: trigger.sureFunctionKey,
    scopeNeeds: trigger.functionKey === undefined ? trigger.functionName.needs : [],
    value: trigger.qualifier,
    doubts: trigger.type.needs,
    same: sameQualifier,
  };
}
