import {
  cipherSuiteDoubt,
  cipherSuitesIssues,
  tlsRangeProblem,
  tlsVersionProblem,
} from "../../facts/tls";
import type { Resource, Value } from "../../graph";
import { judge } from "../judge";
import type { Rule, Verdict } from "../rule";
import { at, refuse, show, undecided, violated } from "../verdict";
import { hidden, isWritten } from "../written";
import { blockOf, speaksHttps, surelyHasContent } from "./https";

const attribute = "tls_config";
const ONLY_HTTPS = "TLS settings are for HTTPS";

/** TLS settings that the service refuses. */
export const tls: Rule = {
  id: "custom-domain/tls",
  level: "error",
  title:
    "`tls_config` stands only beside HTTPS, with a least version that is not above the greatest and with known cipher suites",
  *evaluate(graph) {
    for (const { resource } of graph.customDomains) {
      const block = blockOf(resource, attribute);
      if (block) yield* verdicts(resource, block);
    }
  },
};

function* verdicts(resource: Resource, block: Value): Iterable<Verdict> {
  const protocol = resource.get("protocol");
  const stated = speaksHttps(resource);
  // Beside a certificate custom-domain/certificate asks for the protocol.
  const https = stated === "unstated" && !blockOf(resource, "cert_config") ? "no" : stated;
  if (https === "no") {
    if (block.isUnknown || !surelyHasContent(block)) {
      yield undecided(resource, { attribute, message: ONLY_HTTPS }, [block]);
      return;
    }
    const got = isWritten(protocol) ? `protocol ${show(protocol)}` : "no protocol";
    yield violated(resource, {
      attribute,
      message: ONLY_HTTPS,
      got: `${got} beside tls_config`,
      expected: 'protocol "HTTPS" or "HTTP,HTTPS", or no tls_config',
      fix: 'write protocol = "HTTPS" and give cert_config, or remove tls_config',
      values: [protocol],
    });
    return;
  }
  if (block.isUnknown) {
    yield undecided(resource, { attribute, message: "these may be no TLS settings" }, [block]);
    return;
  }
  const found = [...versions(resource, block), ...suites(resource, block.get("cipher_suites"))];
  yield* found;
  if (https === "unknown" && !found.some(({ answer }) => answer === "violated")) {
    yield undecided(resource, { attribute, message: ONLY_HTTPS }, [protocol]);
  }
}

function* versions(resource: Resource, block: Value): Iterable<Verdict> {
  const [least, most] = ["min_version", "max_version"].map((member) => block.get(member));
  if (!isWritten(least)) {
    yield violated(resource, {
      attribute: at(attribute, "min_version"),
      message: "tls_config needs a least version",
      got: "nothing",
      expected: "a version, which the provider does not ask for and the service does",
      fix: 'write min_version = "TLSv1.2"',
      values: [least],
    });
  }
  for (const [member, value] of [
    ["min_version", least],
    ["max_version", most],
  ] as const) {
    if (!isWritten(value)) continue;
    const where = { attribute: at(attribute, member), message: "there is no such version of TLS" };
    yield* refuse(resource, where, value, () => {
      const problem = tlsVersionProblem(value.text ?? "");
      return problem && value.text === undefined
        ? { ...problem, got: show(value) }
        : hidden(value, problem);
    });
  }
  const problem = tlsRangeProblem(least.text ?? "", most.text ?? "");
  if (problem) {
    yield violated(resource, {
      attribute: at(attribute, "max_version"),
      message: "the least version of TLS is above the greatest",
      ...problem,
      values: [least, most],
    });
  }
}

function* suites(resource: Resource, value: Value): Iterable<Verdict> {
  const path = [attribute, "cipher_suites"];
  yield* judge(resource, { path, message: "tls_config needs known cipher suites" }, value, (list) =>
    cipherSuitesIssues(list),
  );
  yield* judge(
    resource,
    { path, message: "the vendor names no such cipher suite", level: "warning" },
    value,
    // Of the list itself, and of what is not known, it has been said.
    (list) =>
      cipherSuitesIssues(list, cipherSuiteDoubt).filter(
        ({ path, problem }) => problem && path.length > 0,
      ),
  );
}
