import type { Answer, CustomDomainNode, DnsRecordNode, ResourceGraph, Value } from "../../graph";
import type { Rule } from "../rule";
import { at, show, undecided, violated } from "../verdict";
import { endpointOf } from "./endpoint";
import { holdsAddress, leads, recordsOf } from "./records";

/** A web application firewall takes most of what is sent to a public name by machines. */
export const waf: Rule = {
  id: "custom-domain/waf",
  level: "note",
  title: "a public custom domain has WAF on",
  *evaluate(graph) {
    for (const domain of graph.customDomains) {
      const enabled = domain.resource.get("waf_config", "enable_waf");
      if (enabled.bool === true) continue;
      const { answer, values } = internal(graph, domain);
      if (answer === "yes") continue;
      const where = {
        attribute: at("waf_config", "enable_waf"),
        message: "this domain is reached from the internet without a web application firewall",
      };
      if (enabled.isUnknown || answer === "unknown") {
        yield undecided(domain.resource, where, [enabled, ...values]);
        continue;
      }
      yield violated(domain.resource, {
        ...where,
        got: enabled.isNull ? "no enable_waf" : show(enabled),
        expected: "true",
        fix: "set enable_waf to true in waf_config",
        values: [enabled],
      });
    }
  },
};

/** Whether a domain is reached inside VPCs only, by where its records lead. */
function internal(
  graph: ResourceGraph,
  domain: CustomDomainNode,
): { readonly answer: Answer; readonly values: readonly Value[] } {
  const index = recordsOf(graph);
  const own = index.own(domain);
  const named = own.length > 0 ? own : index.covering(domain);
  const records = (named.length > 0 ? named : awaited(graph, domain)).filter(
    (record) => leads(record) || holdsAddress(record),
  );
  const values = records.map(({ value }) => value);
  const answers = values.map((value): Answer => {
    const endpoint = endpointOf(value);
    if (endpoint === "other" || endpoint?.internal === false) return "no";
    return endpoint?.internal === true ? "yes" : "unknown";
  });
  if (records.length === 0 || answers.includes("no")) return { answer: "no", values: [] };
  return { answer: answers.includes("unknown") ? "unknown" : "yes", values };
}

/** Records of which the whole name is not known, as in a private zone that is given by its id, and for which the domain waits. */
function awaited(graph: ResourceGraph, domain: CustomDomainNode): readonly DnsRecordNode[] {
  const targets = new Set(graph.targetsOf(domain.resource));
  return graph.dnsRecords.filter(
    ({ resource, name }) => targets.has(resource) && name.same(domain.name) === "unknown",
  );
}
