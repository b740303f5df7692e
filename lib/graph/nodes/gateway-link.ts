import type { ResourceGraph } from "../graph";
import { withoutModule } from "../module-path";
import type { Resource } from "../resource";
import type { Answer, Value } from "../value";

/** The declared resources of one type that a value comes from, or may come from. */
export interface Sources {
  readonly resources: readonly Resource[];
  /** It surely comes from the only one of them. */
  readonly sure: boolean;
}

const REMOTE = "data.terraform_remote_state.";

/** The resources and data sources that a value comes from, as far as references tell. */
export function sourcesOf(
  graph: ResourceGraph,
  user: Resource,
  value: Value,
  isSource: (resource: Resource) => boolean,
): Sources {
  for (const id of value.origin.declaredBy) {
    const declared = graph.byId(id);
    if (declared && isSource(declared)) return { resources: [declared], sure: true };
  }
  const module = graph.moduleOf(user);
  const { references } = value;
  // Behind the output of another stack stand names of that stack.
  const remote = references.filter(({ address }) => withoutModule(address).startsWith(REMOTE));
  const own = remote.length > 0 ? remote : references;
  const resources = new Set(own.flatMap((reference) => module.targets(reference).filter(isSource)));
  const sure =
    resources.size === 1 &&
    (remote.length > 0 ||
      value.unresolved.every(
        (reference) =>
          /^(each|count)\./.test(withoutModule(reference.address)) ||
          module.targets(reference).some(isSource),
      ));
  return { resources: [...resources], sure };
}

/** An id of the service, and what it leads to. */
export interface Link {
  /** The id as the user of it has it. */
  readonly value: Value;
  /** The declared resource that it surely is of. */
  readonly target: Resource | undefined;
  /** Shared by two links that surely lead to the same, also where the id is not known. */
  readonly sureKey: string;
  /** The same, where it is known what it leads to: a declared resource, or an id that is written. */
  readonly key: string | undefined;
}

/**
 * Where an id leads, seen from the resource that uses it. Of a block that makes an unknown number
 * of resources the target is known, which of them is meant is not, unless both are made by the same.
 */
export function linkOf(graph: ResourceGraph, user: Resource, value: Value, type: string): Link {
  const { resources, sure } = sourcesOf(
    graph,
    user,
    value,
    (resource) => resource.mode === "managed" && resource.type === type,
  );
  const target = sure
    ? resources[0]
    : (declaredWithId(graph, type, value) ?? onlyNew(graph, user, value, () => graph.ofType(type)));
  const many = target?.multiplicity;
  if (target && (!many || many.key === user.multiplicity?.key)) {
    const key = many ? `${target.id}[each]` : target.id;
    return { value, target, key, sureKey: key };
  }
  return {
    value,
    target,
    key: target ? undefined : value.text,
    sureKey: target ? `${target.id}[${value.key}]` : (value.text ?? value.key),
  };
}

/**
 * Of a value that is known after the apply only a plan tells no more than the local that it comes
 * through, and of what `dynamic` makes not even that. It is that of the one resource that is still to be made, where there is only one.
 */
export function onlyNew(
  graph: ResourceGraph,
  user: Resource,
  value: Value,
  candidates: () => readonly Resource[],
): Resource | undefined {
  const isLocal = value.unresolved.every(({ address }) =>
    /^(local|each)\./.test(withoutModule(address)),
  );
  if (!value.isUnknown || !isLocal) return undefined;
  if (graph.moduleOf(user).isPlan !== true) return undefined;
  const made = candidates().filter((resource) => resource.get("id").text === undefined);
  return made.length === 1 ? made[0] : undefined;
}

/** Whether two ids are the same. Ids of two resources are different, also where nobody knows them. */
export function sameLink(a: Link, b: Link): Answer {
  if (a.sureKey === b.sureKey) return "yes";
  if (a.target && b.target) return a.target === b.target ? "unknown" : "no";
  // Of what is not known at all there is nothing to compare, but its key.
  const isOpen = ({ value }: Link): boolean => value.isUnknown && !value.parts;
  return isOpen(a) || isOpen(b) ? "unknown" : a.value.same(b.value);
}

/** The resource whose id, known from a plan, is the one that is written. */
function declaredWithId(graph: ResourceGraph, type: string, value: Value): Resource | undefined {
  if (value.text === undefined) return undefined;
  return graph.ofType(type).length === 0 ? undefined : idsOf(graph, type).get(value.text);
}

const ids = new WeakMap<ResourceGraph, Map<string, ReadonlyMap<string, Resource>>>();

function idsOf(graph: ResourceGraph, type: string): ReadonlyMap<string, Resource> {
  const byType = ids.get(graph) ?? new Map<string, ReadonlyMap<string, Resource>>();
  ids.set(graph, byType);
  let known = byType.get(type);
  if (!known) {
    const pairs = graph.ofType(type).flatMap((resource) =>
      // An API's own id has that of its group before it.
      ["id", "api_id"]
        .map((name) => resource.get(name).text)
        .filter((text) => text !== undefined)
        .map((text) => [text, resource] as const),
    );
    known = new Map(pairs);
    byType.set(type, known);
  }
  return known;
}
