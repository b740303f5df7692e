import type { DnsRecordNode, GatewayGroupNode, Resource, ResourceGraph, Value } from "../../graph";
import { ICP_OPTIONS, missingIcpFiling } from "../icp";
import type { Rule, RuleSettings, Verdict } from "../rule";
import { undecided } from "../verdict";
import { bindingsTo } from "./bindings";
import { isPrivate, isProof, recordsTo } from "./domain-leads";

/** In mainland China the gateway serves a domain only where that has a filing. */
export const icp: Rule = {
  id: "api-gateway/icp",
  level: "warning",
  title:
    "the domain of a gateway in a mainland region has an ICP filing, acknowledged with its number",
  options: ICP_OPTIONS,
  *evaluate(graph, { settings }) {
    for (const group of graph.gatewayGroups) {
      if (group.resource) yield* verdicts(graph, group, group.resource, settings);
    }
  },
};

function* verdicts(
  graph: ResourceGraph,
  { apis }: GatewayGroupNode,
  group: Resource,
  settings: RuleSettings | undefined,
): Iterable<Verdict> {
  const named = domainsOf(graph, group);
  const stated = [group, ...apis.map(({ resource }) => resource)];
  if (stated.some(isFiled) || graph.moduleOf(group).metadata.icpFiling) return;
  for (const { resource, doubts, ...domain } of named) {
    for (const verdict of missingIcpFiling(graph, resource, domain, settings, group)) {
      if (doubts.length === 0) yield verdict;
      else yield undecided(resource, verdict.detail, [...doubts, ...needsOf(verdict)]);
    }
  }
}

function needsOf(verdict: Verdict): readonly string[] {
  return verdict.answer === "undecided" ? verdict.needs : [];
}

/** Who leads a domain to a group. */
interface Named {
  readonly resource: Resource;
  readonly attribute: string;
  /** The domain. */
  readonly name: Value;
  readonly doubts: readonly string[];
}

/** The domains of a group of which no filing is stated: those that are bound to it, else those whose records lead to it. */
function domainsOf(graph: ResourceGraph, group: Resource): readonly Named[] {
  const bindings = bindingsTo(graph, group);
  const records = recordsTo(graph, group).filter(
    ({ record }) => !isPrivate(record) && !isProof(record),
  );
  if (bindings.length > 0) {
    return bindings
      .filter(({ domain }) => !records.some(({ record }) => isFor(record, domain)))
      .map(({ resource, domain: name, doubts }) => ({
        resource,
        attribute: "template_body",
        name,
        doubts,
      }));
  }
  return records.map(({ record: { resource, name, value }, lead }) => ({
    resource,
    attribute: "value",
    name,
    doubts: lead.sure ? [] : value.needs,
  }));
}

/** Whether a record states the filing of a domain. */
function isFor({ resource, name }: DnsRecordNode, domain: Value): boolean {
  return isFiled(resource) && name.same(domain) !== "no";
}

function isFiled({ metadata }: Resource): boolean {
  return Boolean(metadata.icpFiling);
}
