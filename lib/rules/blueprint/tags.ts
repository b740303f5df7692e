import { TYPES_WITH_TAGS } from "../../facts/tag";
import type { Resource } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";
import { heldBy } from "./scope";

/** Whoever pays for a resource, or is called at night, is found by its tags. */
export const tags: Rule = {
  id: "blueprint/tags",
  level: "error",
  title: "every resource that takes tags has those that its blueprints ask for",
  *evaluate(graph) {
    const asked = new Map<Resource, Map<string, string>>();
    const held = heldBy(graph, TYPES_WITH_TAGS, ({ requiredTags = [] }) => requiredTags.length > 0);
    for (const { owner, blueprint, resources } of held) {
      for (const resource of resources) {
        // A construct has it made, and takes no tags for it.
        if (resource.metadata.blueprint?.untagged) continue;
        let owners = asked.get(resource);
        if (!owners) asked.set(resource, (owners = new Map<string, string>()));
        for (const tag of blueprint.requiredTags ?? []) owners.set(tag, owners.get(tag) ?? owner);
      }
    }
    for (const [resource, owners] of asked) {
      for (const [tag, owner] of owners) yield* verdictOn(resource, tag, owner);
    }
  },
};

function* verdictOn(resource: Resource, tag: string, owner: string): Iterable<Verdict> {
  const all = resource.get("tags");
  const value = all.get(tag);
  // A value that is not known is one, all the same.
  if (!value.isNull && all.has(tag)) return;
  const detail = {
    attribute: `tags.${tag}`,
    message: "a resource has the tags that are asked for",
  };
  if (value.isUnknown) yield undecided(resource, detail, [value]);
  if (!value.isNull) return;
  yield violated(resource, {
    ...detail,
    got: `no tag ${tag}`,
    expected: `a tag ${tag}, asked for by ${owner}`,
    fix: `add the tag ${tag}`,
  });
}
