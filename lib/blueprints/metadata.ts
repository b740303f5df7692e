import type { AppliedBlueprint, BlueprintNote } from "../graph";
import { TYPES_WITH_TAGS } from "../facts/tag";
import type { Registry } from "../synth/registry";
import type { BlueprintPolicySource } from "../policy";
import { type Applied, isWithin, partsAt, scopesOf } from "./holding";
import type { Part } from "./part";

/**
 * The blueprints that hold in a stack or in a part of it, for its `"//"`: what they include before
 * them, outer scopes before inner ones. Undefined where there is none.
 */
export function appliedIn(
  applied: Applied,
  stack: string,
): readonly AppliedBlueprint[] | undefined {
  if (applied.size === 0) return undefined;
  const found = [...applied].filter(([scope]) => isWithin(stack, scope) || isWithin(scope, stack));
  // By depth, then as they were applied.
  found.sort(([a], [b]) => depthOf(a) - depthOf(b));
  const all = found.flatMap(([scope, blueprints]) =>
    blueprints.flatMap((blueprint) =>
      [...blueprint._parts].reverse().map((part) => describe(part, scope, stack)),
    ),
  );
  return all.length > 0 ? all : undefined;
}

function depthOf(path: string): number {
  return path === "" ? 0 : path.split("/").length;
}

function describe(part: Part, scope: string, stack: string): AppliedBlueprint {
  const { name, version, requiredTags, naming, policy } = part;
  const some = <T>(list: readonly T[]): readonly T[] | undefined =>
    list.length > 0 ? list : undefined;
  return {
    name,
    version,
    scope,
    subtree: !isWithin(stack, scope) || undefined,
    requiredTags: some(requiredTags),
    naming: some(naming.map(({ target, pattern }) => ({ target, pattern }))),
    policy: policy && { ...policy },
    defaults: some(part.shownDefaults),
    bounds: some(part.shownBounds),
  };
}

/** What the blueprints that hold at a path say of the rules, outer ones before inner ones. */
export function policySourcesAt(applied: Applied, path: string): readonly BlueprintPolicySource[] {
  return [...partsAt(applied, path)]
    .reverse()
    .flatMap(({ owner, policy }) => (policy ? [{ owner, policy: { ...policy } }] : []));
}

/** What blueprints have to do with a resource, for its `"//"`; undefined where nothing. */
export function blueprintNoteOf(
  { blueprints, blueprintNotes, notes }: Registry,
  type: string,
  path: string,
): BlueprintNote | undefined {
  if (blueprints.size === 0) return undefined;
  const scopes = scopesOf(path);
  const known = scopes.map((scope) => blueprintNotes.get(scope)).find((found) => found);
  const { set = [], broken, unsure } = known?.note ?? {};
  const isMain = known?.main === path;
  const given = set
    .map((one) => ({ ...one, attributes: ofType(one.attributes, type, isMain) }))
    .filter(({ attributes }) => isMain || attributes.length > 0);
  const isOurs = notes.has(path) && scopes.some((scope) => blueprints.has(scope));
  const note: BlueprintNote = {
    ...(given.length > 0 && { set: given }),
    ...(isMain && { broken, unsure }),
    ...(isOurs && TYPES_WITH_TAGS.includes(type) && !TAKE_TAGS.includes(type) && UNTAGGED),
  };
  return Object.values(note).some((value) => value !== undefined) ? note : undefined;
}

const UNTAGGED = { untagged: true };

/** What constructs take tags for. */
const TAKE_TAGS: readonly string[] = ["alicloud_fcv3_function", "alicloud_api_gateway_app"];

/** The attributes that are of a resource: `type:attribute` of others than the main one. */
function ofType(attributes: readonly string[], type: string, isMain: boolean): readonly string[] {
  return attributes.flatMap((attribute) => {
    const [owner, name] = attribute.includes(":") ? attribute.split(":") : [undefined, attribute];
    return (owner === undefined ? isMain : owner === type) ? [name] : [];
  });
}
