import { triggerTypeProblem } from "../../facts/trigger-types";
import { type TriggerNode, groupBy } from "../../graph";
import { openNumber } from "../repeats";
import type { Detail, Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";

/** Function Compute's documents of 2025 refuse a trigger of another type on a function that has an HTTP trigger. */
export const exclusive: Rule = {
  id: "http-trigger/exclusive",
  level: "error",
  title: "a function that has an HTTP trigger has no trigger of another type, on any qualifier",
  *evaluate(graph) {
    const relevant = graph.triggers.all.filter(mayBeTrigger);
    const sure = groupBy(relevant, (trigger) => trigger.sureFunctionKey);
    const scopes = groupBy(graph.httpTriggers, scopeOf);
    const unnamed = new Map(
      [...scopes].map(([scope, all]) => [
        scope,
        all.filter((trigger) => trigger.functionKey === undefined),
      ]),
    );
    for (const triggers of sure.values()) {
      const verdicts = [...onOneFunction(triggers)];
      yield* verdicts;
      if (verdicts.length > 0 || triggers.some(isHttp)) continue;
      // Not beside an HTTP trigger for sure, but perhaps beside one whose function is not known.
      for (const trigger of triggers) {
        const others =
          trigger.functionKey === undefined
            ? scopes.get(scopeOf(trigger))
            : unnamed.get(scopeOf(trigger));
        const other = others?.find((http) => http.functionName.same(trigger.functionName) !== "no");
        if (other) yield perhaps(trigger, other);
      }
    }
  },
};

const message = "a function with an HTTP trigger can have no trigger of another type";

/** The verdicts on triggers that surely are of one function. */
function* onOneFunction(triggers: readonly TriggerNode[]): Iterable<Verdict> {
  const http =
    triggers.find((trigger) => isHttp(trigger) && openNumber(trigger.resource).length === 0) ??
    triggers.find(isHttp) ??
    triggers.find((trigger) => trigger.type.isUnknown);
  if (!http) return;
  for (const trigger of triggers) {
    if (trigger === http || trigger.type.same(http.type) === "yes") continue;
    const open = [...openNumber(trigger.resource), ...openNumber(http.resource)];
    if (open.length > 0 || http.type.isUnknown || trigger.type.isUnknown)
      yield perhaps(trigger, http);
    else yield violated(trigger.resource, besideHttp(trigger, http));
  }
}

function perhaps(trigger: TriggerNode, http: TriggerNode): Verdict {
  const names =
    trigger.sureFunctionKey === http.sureFunctionKey
      ? []
      : [trigger.functionName, http.functionName];
  const { attribute, related } = besideHttp(trigger, http);
  return undecided(trigger.resource, { attribute, message, related }, [
    ...names,
    trigger.type,
    http.type,
    ...openNumber(trigger.resource),
    ...openNumber(http.resource),
  ]);
}

function besideHttp(trigger: TriggerNode, http: TriggerNode): Detail {
  return {
    attribute: "trigger_type",
    message,
    got: `trigger_type ${show(trigger.type)} on ${show(trigger.functionName)}, beside the HTTP trigger ${http.address}`,
    expected: "no trigger but HTTP triggers on this function",
    fix: "move it to a function of its own; newer pages of the vendor no longer state this limit, so an organisation may lower this rule in its policy file",
    related: [{ resource: http.resource, message: "the HTTP trigger" }],
    values: [trigger.type, http.type],
  };
}

/** A type that does not exist is for http-trigger/trigger-type to say. */
function mayBeTrigger({ type }: TriggerNode): boolean {
  return type.isUnknown || (type.text !== undefined && !triggerTypeProblem(type.text));
}

function isHttp(trigger: TriggerNode): boolean {
  return trigger.type.text === "http";
}

/** Within one stack and one provider configuration two names may mean one function. */
function scopeOf({ resource }: TriggerNode): string {
  return `${resource.stack}/${resource.provider}`;
}
