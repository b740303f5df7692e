import type { Issue } from "../../facts/issue";
import { misspellings } from "../../facts/trigger-config";
import type { ResourceGraph, TriggerNode, Value } from "../../graph";
import type { Authentication } from "../auth/authentication";
import { type Where, judge, plainOf } from "../judge";
import type { Verdict } from "../rule";

/**
 * A setting of an HTTP trigger that a rule can judge; undefined where `http-trigger/config` says
 * what is wrong already: no JSON object, or the setting under a misspelt key.
 */
export function settingOf(trigger: TriggerNode, name: string): Value | undefined {
  const config = trigger.config.value;
  if (!config || !(config.isUnknown || config.kind === "object")) return undefined;
  const value = config.get(name);
  return value.isNull && misspeltIn(config).has(name) ? undefined : value;
}

const misspelt = new WeakMap<Value, ReadonlySet<string>>();

function misspeltIn(config: Value): ReadonlySet<string> {
  let names = misspelt.get(config);
  if (!names) {
    names = misspellings(config.keys);
    misspelt.set(config, names);
  }
  return names;
}

type IssuesOf = (plain: unknown) => readonly Issue[];

const right = new WeakMap<IssuesOf, WeakSet<Value>>();

/** Whether a fact finds nothing in a value; many triggers have the same settings. */
function isRight(value: Value, issuesOf: IssuesOf): boolean {
  const known = right.get(issuesOf) ?? new WeakSet();
  if (known.has(value)) return true;
  if (issuesOf(plainOf(value)).length > 0) return false;
  right.set(issuesOf, known.add(value));
  return true;
}

/**
 * The verdicts on a setting of an HTTP trigger, by what is wrong with its value.
 *
 * @param issuesOf one function for all triggers
 */
export function* judgeSetting(
  trigger: TriggerNode,
  name: string,
  where: Omit<Where, "path">,
  issuesOf: IssuesOf,
): Iterable<Verdict> {
  const value = settingOf(trigger, name);
  if (!value || isRight(value, issuesOf)) return;
  yield* judge(trigger.resource, { ...where, path: ["trigger_config", name] }, value, issuesOf);
}

/** The authentications of the HTTP triggers, also of those that have no `authConfig`. */
export function* triggerAuthentications(graph: ResourceGraph): Iterable<Authentication> {
  for (const trigger of graph.httpTriggers) {
    if (settingOf(trigger, "authConfig") === undefined) continue;
    yield {
      resource: trigger.resource,
      path: ["trigger_config", "authConfig"],
      type: trigger.authType,
      config: trigger.authConfig,
    };
  }
}

const configured = new WeakMap<ResourceGraph, readonly Authentication[]>();

/** The authentications that have an `authConfig`. Seven rules ask for them. */
export function configuredAuthentications(graph: ResourceGraph): readonly Authentication[] {
  let found = configured.get(graph);
  if (!found) {
    found = [...triggerAuthentications(graph)].filter(({ config }) => !config.isNull);
    configured.set(graph, found);
  }
  return found;
}
