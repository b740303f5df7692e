import { LATEST, isVersionNumber } from "../../facts/qualifier";
import type { FunctionNode, Resource, ResourceGraph, Value } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { at, show, undecided, violated } from "../verdict";

/** Terraform creates what does not depend on each other at the same time, and the service answers 404 for what is not there yet. */
export const implicitOrder: Rule = {
  id: "http-trigger/implicit-order",
  level: "warning",
  title: "what names a declared function, version or alias by plain text has a dependency on it",
  *evaluate(graph) {
    for (const naming of namings(graph)) {
      const { resource, functionName } = naming;
      const owner = graph.functionOf(resource, functionName);
      if (!owner) {
        yield* perhapsNamed(graph, naming);
        continue;
      }
      yield* functionFirst(graph, naming, owner);
      yield* qualifierFirst(graph, naming, owner);
    }
  },
};

/** Somebody who names a function and perhaps a version or an alias of it. */
interface Naming {
  readonly resource: Resource;
  /** Where its arguments are: `["route_config", "routes", 0]`. */
  readonly path: readonly (string | number)[];
  readonly functionName: Value;
  /** The argument that names a version or an alias. */
  readonly qualifierName: string;
  readonly qualifier: Value;
}

/** The resources that name a function as `function_name`, and the argument that names a version or alias. */
const NAMING_TYPES: readonly (readonly [type: string, qualifierName: string])[] = [
  ["alicloud_fcv3_alias", "version_id"],
  ["alicloud_fcv3_async_invoke_config", "qualifier"],
  ["alicloud_fcv3_concurrency_config", "qualifier"],
  ["alicloud_fcv3_function_version", "qualifier"],
  ["alicloud_fcv3_provision_config", "qualifier"],
  ["alicloud_fcv3_trigger", "qualifier"],
  ["alicloud_fcv3_vpc_binding", "qualifier"],
];

function* namings(graph: ResourceGraph): Iterable<Naming> {
  for (const [type, qualifierName] of NAMING_TYPES) {
    for (const resource of graph.ofType(type)) {
      const functionName = resource.get("function_name");
      const qualifier = resource.get(qualifierName);
      yield { resource, path: [], functionName, qualifierName, qualifier };
    }
  }
  for (const { resource, routes } of graph.customDomains) {
    for (const [index, { functionName, qualifier }] of routes.entries()) {
      const path = ["route_config", "routes", index];
      yield { resource, path, functionName, qualifierName: "qualifier", qualifier };
    }
  }
}

/** The function comes before who names it. */
function* functionFirst(
  graph: ResourceGraph,
  { resource, path, functionName }: Naming,
  owner: FunctionNode,
): Iterable<Verdict> {
  const { resource: needed } = owner;
  if (graph.dependsOn(resource, needed)) return;
  yield late(graph, resource, at(...path, "function_name"), functionName, needed, "function_name");
}

/** A function that is named by a variable may be one that is declared. */
function* perhapsNamed(
  graph: ResourceGraph,
  { resource, path, functionName }: Naming,
): Iterable<Verdict> {
  if (!isVariable(functionName)) return;
  const { stack, provider } = resource;
  const { prefix, suffix } = functionName;
  const declared = graph.functions.find(({ resource: other, name }) => {
    if (other.stack !== stack || other.provider !== provider) return false;
    const { text } = name;
    const may =
      text === undefined
        ? name.same(functionName) === "unknown"
        : text.startsWith(prefix) && text.endsWith(suffix);
    return may && !graph.dependsOn(resource, other);
  });
  if (!declared) return;
  const related = [{ resource: declared.resource, message: "what it may name" }];
  const attribute = at(...path, "function_name");
  yield undecided(resource, { attribute, message, related }, [functionName]);
}

/** What a variable gives is text, and no dependency. */
function isVariable(value: Value): boolean {
  const { unresolved } = value;
  return (
    value.isUnknown &&
    unresolved.length > 0 &&
    unresolved.every(({ address }) => address.startsWith("var."))
  );
}

/** The version or alias comes before who names it. */
function* qualifierFirst(
  graph: ResourceGraph,
  { resource, path, qualifierName, qualifier }: Naming,
  owner: FunctionNode,
): Iterable<Verdict> {
  const { text } = qualifier;
  const attribute = at(...path, qualifierName);
  if (text !== undefined && isVersionNumber(text)) {
    const { versions } = owner;
    if (versions.length === 0) return;
    if (versions.some((version) => graph.dependsOn(resource, version.resource))) return;
    yield undecided(
      resource,
      { attribute, message },
      versions.map((version) => `${version.address}.version_id`),
    );
    return;
  }
  if (text === undefined && !isVariable(qualifier)) return;
  const others = owner.aliases.filter((alias) => alias.resource !== resource);
  const alias = others.find(({ name }) => name.same(qualifier) === "yes");
  if (alias) {
    if (graph.dependsOn(resource, alias.resource)) return;
    yield late(graph, resource, attribute, qualifier, alias.resource, "alias_name");
    return;
  }
  if (text === LATEST) return;
  const perhaps = others.find(({ name }) => name.same(qualifier) === "unknown");
  if (!perhaps || graph.dependsOn(resource, perhaps.resource)) return;
  const related = [{ resource: perhaps.resource, message: "what it may name" }];
  yield undecided(resource, { attribute, message, related }, [qualifier, perhaps.name]);
}

const message = "it may be created before what it names, and fail with 404";

function late(
  graph: ResourceGraph,
  resource: Resource,
  attribute: string,
  named: Value,
  needed: Resource,
  argument: string,
): Verdict {
  const perhaps = graph.moduleOf(resource).mayDependOn?.(resource, needed) ?? [];
  if (perhaps.length > 0) {
    const related = [{ resource: needed, message: "what it names" }];
    return undecided(resource, { attribute, message, related }, perhaps);
  }
  return violated(resource, {
    attribute,
    message,
    got: `${show(named)}, without a dependency on ${needed.address}`,
    expected: "a reference or depends_on",
    fix: `write \${${needed.address}.${argument}}`,
    related: [{ resource: needed, message: "what has to be there before" }],
    values: [named],
  });
}
