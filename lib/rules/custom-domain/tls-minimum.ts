import { weakTlsProblem } from "../../facts/tls";
import type { Resource, Value } from "../../graph";
import type { Detail, Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";
import { isWritten } from "../written";
import { blockOf, speaksHttps } from "./https";

const message = "HTTPS has no stated least version of TLS that is safe";
const attribute = "tls_config.min_version";

/** TLS 1.0 and 1.1 are broken; without a stated minimum it is the service that chooses. */
export const tlsMinimum: Rule = {
  id: "custom-domain/tls-minimum",
  level: "warning",
  title: "HTTPS has a stated least version of TLS, TLSv1.2 or newer",
  elsewhere: ["Cloud Config fc-function-custom-domain-and-tls-enable"],
  *evaluate(graph) {
    for (const { resource } of graph.customDomains) yield* verdicts(resource);
  },
};

function* verdicts(resource: Resource): Iterable<Verdict> {
  const https = speaksHttps(resource);
  if (https !== "yes" && https !== "unknown") return;
  const block = blockOf(resource, "tls_config");
  const least = block?.get("min_version");
  const openProtocol = https === "unknown" ? [resource.get("protocol")] : [];
  if (least?.isUnknown) {
    yield undecided(resource, { attribute, message }, [least, ...openProtocol]);
    return;
  }
  const weak = weakness(block, least);
  if (!weak) return;
  if (https === "unknown") yield undecided(resource, { attribute, message }, openProtocol);
  else yield violated(resource, { attribute, message, ...weak });
}

function weakness(
  block: Value | undefined,
  least: Value | undefined,
): Pick<Detail, "got" | "expected" | "fix" | "values"> | undefined {
  if (least && isWritten(least)) {
    const problem = weakTlsProblem(least.text ?? "");
    return problem && { ...problem, values: [least] };
  }
  return {
    got: block ? "tls_config without min_version" : "no tls_config",
    expected: "min_version TLSv1.2 or TLSv1.3",
    fix: 'give tls_config with min_version = "TLSv1.2" and cipher_suites',
  };
}
