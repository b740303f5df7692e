import { LATEST, isVersionNumber, qualifierProblem } from "../facts/qualifier";
import type { FunctionNode, Resource, ResourceGraph, Value } from "../graph";
import type { Verdict } from "./rule";
import { show, undecided, violated } from "./verdict";

/** What a qualifier is read from, by the type of the resource that declares it. */
const QUALIFIER_OF: Readonly<Record<string, string>> = {
  alicloud_fcv3_alias: "alias_name",
  alicloud_fcv3_function_version: "version_id",
};

/** Somebody who names a qualifier of a function: a trigger, a route. */
export interface QualifierUser {
  readonly resource: Resource;
  /** Where the qualifier stands. */
  readonly attribute: string;
  /** What names it, as the message says it: `trigger`. */
  readonly what: string;
  readonly qualifier: Value;
  /** The function where the configuration declares it. */
  readonly function: FunctionNode | undefined;
}

/**
 * The verdicts on a qualifier: `LATEST`, a version's number or an alias, of the function where the
 * configuration declares the function's.
 */
export function* judgeQualifier(graph: ResourceGraph, user: QualifierUser): Iterable<Verdict> {
  const { resource, attribute, qualifier: value } = user;
  const [source] = value.origin.declaredBy.map((id) => graph.byId(id));
  const meant = source && QUALIFIER_OF[source.type];
  if (meant) {
    yield* referring(graph, user, source, meant);
    return;
  }
  if (value.isUnknown) {
    yield undecided(resource, { attribute, message: "it may be no qualifier of the function" }, [
      value,
    ]);
    return;
  }
  const { text = "" } = value;
  const aliases = user.function?.aliases ?? [];
  if (aliases.some((alias) => alias.name.same(value) === "yes")) return;
  const problem = qualifierProblem(text);
  if (problem) {
    const got = value.text === undefined ? show(value) : problem.got;
    const message = "this is no qualifier";
    yield violated(resource, { attribute, message, ...problem, got, values: [value] });
  } else if (isVersionNumber(text)) {
    const versions = user.function?.versions ?? [];
    if (versions.length === 0) return;
    const message =
      "the service numbers versions itself, so this may be no version of the function";
    yield undecided(
      resource,
      { attribute, message },
      versions.map((version) => `${version.address}.version_id`),
    );
  } else if (text !== LATEST && aliases.length > 0) {
    yield* notDeclared(user);
  }
}

/** A qualifier that is taken from a declared alias or version. */
function* referring(
  graph: ResourceGraph,
  user: QualifierUser,
  source: Resource,
  meant: string,
): Iterable<Verdict> {
  const { resource, attribute, qualifier: value } = user;
  const used = value.origin.references.find(({ address }) => address === source.address);
  const attributeUsed = used?.path.find((step) => typeof step === "string" && step !== "*");
  const related = [{ resource: source, message: "what it is taken from" }];
  if (attributeUsed === "id" && value.isUnknown) {
    yield violated(resource, {
      attribute,
      message: "this is no qualifier",
      got: `the id of ${source.address}, which is the function's name and its own`,
      expected: `its ${meant}`,
      fix: `write \${${source.address}.${meant}}`,
      related,
    });
    return;
  }
  const owner = graph.functionOf(source, source.get("function_name"));
  if (!owner || !user.function || owner === user.function) return;
  yield violated(resource, {
    attribute,
    message: "this is a qualifier of another function",
    got: `${meant} of ${source.address}, which is of ${owner.resource.address}`,
    expected: `an alias or a version of ${user.function.resource.address}`,
    fix: `declare the alias or version for this ${user.what}'s function and refer to that`,
    related,
  });
}

/** A name that is none of the aliases that the configuration declares for the function. */
function* notDeclared(user: QualifierUser): Iterable<Verdict> {
  const { resource, attribute, qualifier: value } = user;
  const { aliases = [], resource: owner } = user.function ?? {};
  const message = "the function has no alias of this name";
  const open = aliases.filter((alias) => alias.name.same(value) === "unknown");
  if (open.length > 0) {
    yield undecided(
      resource,
      { attribute, message },
      open.map((alias) => alias.name),
    );
    return;
  }
  const names = aliases.map((alias) => show(alias.name)).join(", ");
  yield violated(resource, {
    attribute,
    message,
    got: show(value),
    expected: `LATEST, or one of the aliases of ${owner?.address}: ${names}`,
    fix: "declare the alias, or name one that is declared",
    related: aliases.map((alias) => ({ resource: alias.resource, message: "an alias" })),
    values: [value],
  });
}
