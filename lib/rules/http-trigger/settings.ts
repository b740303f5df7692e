import type { Issue } from "../../facts/issue";
import { misspelling } from "../../facts/trigger-config";
import type { ResourceGraph, TriggerNode, Value } from "../../graph";
import type { Authentication } from "../auth/authentication";
import { type Where, judge } from "../judge";
import type { Verdict } from "../rule";

/**
 * A setting of an HTTP trigger that a rule can judge; undefined where `http-trigger/config` says
 * what is wrong already: no JSON object, or the setting under a misspelt key.
 */
export function settingOf(trigger: TriggerNode, name: string): Value | undefined {
  const config = trigger.config.value;
  if (!config || !(config.isUnknown || config.kind === "object")) return undefined;
  const value = config.get(name);
  return value.isNull && misspelling(config.keys, name) ? undefined : value;
}

/** The verdicts on a setting of an HTTP trigger, by what is wrong with its value. */
export function* judgeSetting(
  trigger: TriggerNode,
  name: string,
  where: Omit<Where, "path">,
  issuesOf: (plain: unknown) => readonly Issue[],
): Iterable<Verdict> {
  const value = settingOf(trigger, name);
  if (!value) return;
  yield* judge(trigger.resource, { ...where, path: ["trigger_config", name] }, value, issuesOf);
}

const authentications = new WeakMap<ResourceGraph, readonly Authentication[]>();

/** The authentications of the HTTP triggers. Eight rules ask for them. */
export function triggerAuthentications(graph: ResourceGraph): readonly Authentication[] {
  let found = authentications.get(graph);
  if (!found) {
    found = graph.httpTriggers.all
      .filter((trigger) => settingOf(trigger, "authConfig") !== undefined)
      .map((trigger) => ({
        resource: trigger.resource,
        path: ["trigger_config", "authConfig"],
        type: trigger.authType,
        config: trigger.authConfig,
      }));
    authentications.set(graph, found);
  }
  return found;
}
