import { type Reference, type ResourceGraph, type Value, withoutModule } from "../graph";
import type { Detail, Place, Verdict } from "./rule";
import { undecided, violated } from "./verdict";

/**
 * Where a secret comes from: `reference` to something that keeps it, `literal` in the
 * configuration, `exposed` for variables that are not sensitive, `unknown` where it cannot be told.
 */
export type SecretSource =
  | { readonly kind: "reference" | "literal" | "unknown" }
  | { readonly kind: "exposed"; readonly variables: readonly string[] };

/**
 * Where a secret comes from. In a configuration a known value is a literal, the default of a
 * sensitive variable too. In a plan all values are known, so there it is what it was made of:
 * a literal only where that is nothing, or a default. Something that is made of several references
 * is a reference where one of them is.
 */
export function secretSource(graph: ResourceGraph, value: Value): SecretSource {
  const { references, defaults } = value.origin;
  const isPlan = graph.modules.some((module) => module.isPlan);
  if (value.isKnown) {
    if (defaults.length > 0 || references.length === 0) return { kind: "literal" };
    // A plan does not tell which function it was: one that reads a file, or one that is given a
    // literal. Nor what is in a local: a literal, or what was made of a secret.
    if (isPlan && references.every(({ address }) => address === "function()")) {
      return { kind: "unknown" };
    }
    const given = isPlan || references.some(({ address }) => !address.startsWith("local."));
    if (value.isSensitive) return { kind: given ? "reference" : "literal" };
    return isPlan ? sourceOf(graph, value, references) : { kind: "literal" };
  }
  if (value.isSensitive) return { kind: "reference" };
  return sourceOf(graph, value, value.unresolved);
}

/** What the names that a secret is made of say of it. */
function sourceOf(
  graph: ResourceGraph,
  value: Value,
  references: readonly Reference[],
): SecretSource {
  const kinds = references.map((reference) => kindOf(graph, reference));
  if (kinds.includes("reference")) return { kind: "reference" };
  if (kinds.includes("unknown") || value.error !== undefined) return { kind: "unknown" };
  const variables = references
    .map(({ address }) => address)
    .filter((address) => address.startsWith("var."));
  if (variables.length > 0) return { kind: "exposed", variables: [...new Set(variables)] };
  return { kind: kinds.length > 0 ? "literal" : "unknown" };
}

/** What a reference that cannot be followed says of a secret: a sensitive variable is known by its value. */
function kindOf(
  graph: ResourceGraph,
  { address: whole }: Reference,
): "reference" | "exposed" | "none" | "unknown" {
  const address = withoutModule(whole);
  // A call that cannot be evaluated here: `file("key.pem")` is read from disk, `uuid()` made at the apply.
  if (/^\w+\(/.test(address))
    return /^(file|templatefile|uuid)/.test(address) ? "reference" : "unknown";
  const [root, name] = address.split(".");
  switch (root) {
    case "var": {
      const declared = graph.modules
        .map((module) => module.variable(name))
        .filter((variable) => variable !== undefined);
      if (declared.length === 0) return "unknown";
      // Behind `nonsensitive` the variable is what it was.
      return declared.every(({ sensitive }) => String(sensitive) === "true")
        ? "reference"
        : "exposed";
    }
    case "path":
    case "terraform":
    case "count":
      return "none";
    case "local":
    case "each":
    case "self":
      return "unknown";
    default:
      return "reference";
  }
}

/** What a rule says of a secret that is not a reference; nothing where there is no value. */
export function* refuseInlineSecret(
  graph: ResourceGraph,
  resource: Place,
  where: Pick<Detail, "attribute" | "message" | "level">,
  value: Value,
): Iterable<Verdict> {
  if (value.isNull || value.text === "") return;
  const source = secretSource(graph, value);
  switch (source.kind) {
    case "reference":
      return;
    case "unknown":
      // In a plan the value is known, and what a local is made of is not.
      yield undecided(resource, where, [value, ...value.origin.references.map(({ text }) => text)]);
      return;
    case "literal":
      yield violated(resource, {
        ...where,
        got: "a literal",
        expected: EXPECTED_SECRET,
        fix: "put it into a variable with sensitive = true and no default, and refer to that; replace the secret, which has been in the configuration",
        values: [value],
      });
      return;
    case "exposed":
      yield violated(resource, {
        ...where,
        got: `a reference to ${source.variables.join(" and ")}, which ${source.variables.length === 1 ? "is" : "are"} not sensitive`,
        expected: EXPECTED_SECRET,
        fix: `set sensitive = true on ${source.variables.map((address) => `the variable ${address.slice("var.".length)}`).join(" or ")}`,
      });
  }
}

/** What a secret has to be. */
export const EXPECTED_SECRET =
  "a reference to a sensitive variable, a data source or another resource";
