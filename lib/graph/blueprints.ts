import type { AppliedBlueprint, BlueprintNaming, BlueprintNote, BrokenBound } from "./metadata";
import { type Json, type JsonObject, blocks, isObject } from "./terraform-json";

/** Reads what blueprints have to do with a resource; what is not of its shape is left out. */
export function readNote(json: Json): BlueprintNote | undefined {
  if (!isObject(json)) return undefined;
  return {
    set: blocks(json.set).flatMap((one) => {
      const { prop, owner } = one;
      if (typeof prop !== "string" || typeof owner !== "string") return [];
      return [{ prop, owner, attributes: texts(one.attributes) }];
    }),
    broken: readBounds(json.broken),
    unsure: readBounds(json.unsure),
    untagged: json.untagged === true,
  };
}

function readBounds(json: Json | undefined): readonly BrokenBound[] {
  return blocks(json).filter((one): one is JsonObject & BrokenBound =>
    ["prop", "attribute", "got", "expected", "fix", "owner"].every(
      (name) => typeof one[name] === "string",
    ),
  );
}

/** Reads which blueprints hold in a stack; what is not of its shape is left out. */
export function readBlueprints(json: Json): readonly AppliedBlueprint[] {
  return blocks(json).flatMap((one) => {
    const { name, version, scope, policy } = one;
    if (![name, version, scope].every((text) => typeof text === "string")) return [];
    return [
      {
        name: name as string,
        version: version as string,
        scope: scope as string,
        subtree: one.subtree === true,
        requiredTags: texts(one.requiredTags),
        naming: blocks(one.naming).filter(
          (naming): naming is JsonObject & BlueprintNaming =>
            typeof naming.target === "string" && typeof naming.pattern === "string",
        ),
        policy: isObject(policy) ? (policy as AppliedBlueprint["policy"]) : undefined,
        defaults: texts(one.defaults),
        bounds: texts(one.bounds),
      },
    ];
  });
}

function texts(json: Json | undefined): readonly string[] {
  return Array.isArray(json) ? json.filter((item) => typeof item === "string") : [];
}
