import { isVersionNumber } from "../../facts/qualifier";
import type { AliasNode, ResourceGraph, Value, VersionNode } from "../../graph";
import type { Rule } from "../rule";
import { undecided, violated } from "../verdict";

const VERSION = "alicloud_fcv3_function_version";
const attribute = "lifecycle";
const message =
  "an alias points to this version, so it cannot be deleted before the next one exists";

/** A version that is replaced is deleted first, unless it says otherwise; the service keeps what an alias uses. */
export const versionReplace: Rule = {
  id: "function/version-replace",
  level: "note",
  title: "a version that an alias points to has create_before_destroy",
  *evaluate(graph) {
    const exposed = new Map<string, VersionNode>();
    const ofFunction = new Map<string, VersionNode[]>();
    for (const version of graph.versions) {
      // A plan tells it only of what it replaces.
      if (version.resource.createBeforeDestroy !== false) continue;
      exposed.set(version.resource.id, version);
      push(ofFunction, version.sureFunctionKey, version);
    }
    if (exposed.size === 0) return;
    const users = new Map<VersionNode, AliasNode[]>();
    const doubts = new Map<VersionNode, (Value | string)[]>();
    for (const alias of graph.aliases) {
      const { found, open } = versionsOf(graph, alias);
      for (const id of found) {
        const version = exposed.get(id);
        if (!version) continue;
        const count = version.resource.multiplicity ? undefined : alias.resource.multiplicity;
        if (count) push(doubts, version, count);
        else push(users, version, alias);
      }
      if (!open) continue;
      for (const version of ofFunction.get(alias.sureFunctionKey) ?? []) {
        push(doubts, version, open.isUnknown ? open : `${version.address}.version_id`);
      }
    }
    for (const [version, open] of doubts) {
      if (users.has(version)) continue;
      const about = "a version that an alias points to has create_before_destroy";
      yield undecided(version.resource, { attribute, message: about }, open);
    }
    for (const [version, aliases] of users) {
      yield violated(version.resource, {
        attribute,
        message,
        got: `no create_before_destroy, and ${aliases.map(({ address }) => address).join(" and ")} on it`,
        expected: "lifecycle.create_before_destroy = true",
        fix: "set lifecycle.create_before_destroy on the version",
        related: aliases.map(({ resource }) => ({ resource, message: "points to the version" })),
      });
    }
  },
};

/**
 * The declared versions that an alias refers to, and its version where it may be any of them: it is
 * not known, or a number, which the service gives.
 */
function versionsOf(
  graph: ResourceGraph,
  alias: AliasNode,
): { found: ReadonlySet<string>; open?: Value } {
  const { versionId, resource } = alias;
  const module = graph.moduleOf(resource);
  const found = new Set(versionId.origin.declaredBy);
  for (const reference of resource.references) {
    // The first step is the instance's key where the block has several.
    const reads = reference.path.slice(0, 2);
    if (!reads.includes("version_id") && !reads.includes("id")) continue;
    for (const { id } of module.targets(reference)) found.add(id);
  }
  const versions = new Set([...found].filter((id) => graph.byId(id)?.type === VERSION));
  return {
    found: versions,
    open: versions.size === 0 && mayBeAny(versionId) ? versionId : undefined,
  };
}

function mayBeAny(version: Value): boolean {
  return version.isUnknown || isVersionNumber(version.text ?? "");
}

function push<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
