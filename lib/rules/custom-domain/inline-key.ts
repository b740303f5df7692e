import type { ResourceGraph, Resource, Value } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { type Binding, allBindings } from "../api-gateway/bindings";
import { EXPECTED_SECRET, refuseInlineSecret } from "../secret";
import { at, undecided, violated } from "../verdict";
import { blockOf } from "./https";

/** Who can read the configuration must not be able to answer in the domain's name. */
export const inlineKey: Rule = {
  id: "custom-domain/inline-key",
  level: "error",
  title: "the private key is a reference to something sensitive, never a literal",
  locked: true,
  secret: true,
  *evaluate(graph) {
    for (const { resource } of graph.customDomains) yield* verdicts(graph, resource);
    for (const binding of allBindings(graph)) yield* verdictsOnBinding(graph, binding);
  },
};

const message = "a private key must not stand in the configuration";

/** A gateway's domain is bound by a stack of ROS, which gets the key as a parameter. */
function* verdictsOnBinding(
  graph: ResourceGraph,
  { resource, privateKey }: Binding,
): Iterable<Verdict> {
  if (!privateKey) return;
  const isGiven = resource
    .blocks("parameters")
    .some((parameter) => parameter.get("parameter_value") === privateKey);
  const attribute = isGiven ? "parameters" : "template_body";
  if (isWrittenBesideReference(graph, privateKey)) {
    yield violated(resource, { attribute, message, ...BESIDE });
  } else {
    yield* refuseInlineSecret(graph, resource, { attribute, message }, privateKey);
  }
}

const BESIDE = {
  got: "a literal beside a reference",
  expected: EXPECTED_SECRET,
  fix: "put the whole key into a variable with sensitive = true and no default, and refer to that; replace the key, which has been in the configuration",
};

function* verdicts(graph: ResourceGraph, resource: Resource): Iterable<Verdict> {
  const block = blockOf(resource, "cert_config");
  if (!block) return;
  // A block that `dynamic` may make: what it holds is not read before that is known.
  if (block.isUnknown) {
    yield undecided(resource, { attribute: at("cert_config", "private_key"), message }, [block]);
    return;
  }
  for (const member of ["private_key", "certificate"]) {
    const value = block.get(member);
    if (!isWrittenBesideReference(graph, value)) continue;
    yield violated(resource, {
      attribute: at("cert_config", member),
      message,
      ...BESIDE,
    });
    if (member === "private_key") return;
  }
  const key = block.get("private_key");
  yield* refuseInlineSecret(
    graph,
    resource,
    { attribute: at("cert_config", "private_key"), message },
    key,
  );
  // The file that a server reads often holds both.
  const certificate = block.get("certificate");
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(certificate.text ?? "")) return;
  yield* refuseInlineSecret(
    graph,
    resource,
    { attribute: at("cert_config", "certificate"), message },
    certificate,
  );
}

/** Whether the text of a key stands in a template. In a plan such text may be a variable's. */
function isWrittenBesideReference(graph: ResourceGraph, { parts = [] }: Value): boolean {
  if (graph.modules.some((module) => module.isPlan)) return false;
  return parts.some(
    (part) => typeof part === "string" && /PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}/.test(part),
  );
}
