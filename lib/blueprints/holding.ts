import type { IConstruct } from "constructs";
import { Registry } from "../synth/registry";
import type { Blueprint } from "./blueprint";
import { type Default, type Part, boundsOf, defaultsOf } from "./part";
import type { HeldBound } from "./judge-bound";
import type { TargetSpec } from "./target-spec";

/** What holds for one kind of construct in a scope. */
export interface Holding {
  readonly defaults: ReadonlyMap<string, Default>;
  readonly bounds: readonly HeldBound[];
}

const kept = new WeakMap<readonly Part[], Map<TargetSpec, Holding>>();

/** What holds for a construct that is being made; undefined where no blueprint is applied to any of its scopes. */
export function holdingFor(construct: IConstruct, spec: TargetSpec): Holding | undefined {
  const { blueprints } = Registry.of(construct);
  if (blueprints.size === 0) return undefined;
  const parts = partsAt(blueprints, construct.node.path);
  if (parts.length === 0) return undefined;
  let bySpec = kept.get(parts);
  if (!bySpec) kept.set(parts, (bySpec = new Map()));
  let holding = bySpec.get(spec);
  if (!holding) {
    holding = { defaults: defaultsOf(parts, spec), bounds: boundsOf(parts, spec.target) };
    bySpec.set(spec, holding);
  }
  return holding;
}

/** Blueprints by the path of the construct that they were applied to, in order. */
export type Applied = ReadonlyMap<string, readonly Blueprint[]>;

const lists = new WeakMap<Applied, Map<string, readonly Part[]>>();

/**
 * What holds at a path, each blueprint once: what is applied to the nearest scope first; of one scope
 * what was applied last.
 */
export function partsAt(applied: Applied, path: string): readonly Part[] {
  const scopes = scopesOf(path).filter((scope) => applied.has(scope));
  // Most constructs of an app have the same list.
  const counts = scopes.map((scope) => applied.get(scope)?.length);
  const key = JSON.stringify([scopes, counts]);
  let known = lists.get(applied);
  if (!known) lists.set(applied, (known = new Map()));
  let parts = known.get(key);
  if (!parts) {
    const inOrder = scopes.flatMap((scope) => [...(applied.get(scope) ?? [])].reverse());
    parts = [...new Set(inOrder.flatMap((blueprint) => blueprint._parts))];
    known.set(key, parts);
  }
  return parts;
}

/** A path, and those of its scopes, the nearest first; last that of the App. */
export function scopesOf(path: string): readonly string[] {
  const scopes = [path];
  for (let at = path; at !== "";) {
    at = at.slice(0, Math.max(at.lastIndexOf("/"), 0));
    scopes.push(at);
  }
  return scopes;
}

/** Whether a path is that of a scope, or in it. */
export function isWithin(path: string, scope: string): boolean {
  return scope === "" || path === scope || path.startsWith(`${scope}/`);
}
