import type { ResourceGraph, Resource } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { refuseInlineSecret } from "../secret";
import { at, undecided } from "../verdict";
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
  },
};

function* verdicts(graph: ResourceGraph, resource: Resource): Iterable<Verdict> {
  const message = "a private key must not stand in the configuration";
  const block = blockOf(resource, "cert_config");
  if (!block) return;
  // A block that `dynamic` may make: what it holds is not read before that is known.
  if (block.isUnknown) {
    yield undecided(resource, { attribute: at("cert_config", "private_key"), message }, [block]);
    return;
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
