import type { DnsRecordNode, Resource, ResourceGraph, Value } from "../../graph";
import type { Detail, Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";
import { knownText } from "../written";
import { type Binding, bindingsFor } from "./bindings";
import {
  type DomainLead,
  GATEWAY_VPC_HOST,
  isPrivate,
  isProof,
  leadOf,
  mayBeGatewayHost,
} from "./domain-leads";

/** Whose answers are addresses. What is wrong with one is for `http-trigger/vip-pinned` to say. */
const ADDRESS_TYPES = ["A", "AAAA"];

/** Names of a CDN or a web firewall, which may stand in front of a gateway and lead to it. */
const FRONT_HOST = /\.(kunlun\w*|yundunwaf\d*|aliyunwaf\d*|aliyunddos\d*)\.(com|cn|net)\.?$/i;

/** The gateway serves a name of one's own only where that leads to the group's public domain. */
export const domainCname: Rule = {
  id: "api-gateway/domain-cname",
  level: "error",
  title:
    "the DNS record of a gateway's domain is a CNAME to the public second-level domain of its group",
  *evaluate(graph) {
    for (const record of graph.dnsRecords) {
      if (isProof(record)) continue;
      const type = record.type.text?.toUpperCase();
      const lead = leadOf(graph, record);
      if (lead) yield* ofLead(record, type, lead);
      else yield* withoutLead(record, type);
      for (const binding of isPrivate(record) ? [] : bindingsFor(graph, record)) {
        yield* ofBinding(graph, record, type, lead, binding);
      }
    }
  },
};

const TYPE: Pick<Detail, "attribute" | "message"> = {
  attribute: "type",
  message: "the record of a gateway's domain has to be a CNAME",
};
const VPC: Pick<Detail, "attribute" | "message"> = {
  attribute: "value",
  message: "this domain of the gateway answers inside the VPC only",
};
const TARGET: Pick<Detail, "attribute" | "message"> = {
  attribute: "value",
  message: "the record of a gateway's domain has to lead to the group that the domain is bound to",
};

/** A record whose value is the domain of a declared group. */
function* ofLead(
  record: DnsRecordNode,
  type: string | undefined,
  lead: DomainLead,
): Iterable<Verdict> {
  const { resource } = record;
  const [group] = lead.groups;
  const related = [{ resource: group, message: "the group" }];
  if (type === undefined) {
    yield undecided(resource, { ...TYPE, related }, [record.type]);
  } else if (type !== "CNAME" && !ADDRESS_TYPES.includes(type)) {
    yield violated(resource, {
      ...TYPE,
      got: `type ${show(record.type)} for the domain of ${group.address}`,
      expected: "type CNAME",
      fix: 'write "CNAME"',
      related,
      values: [record.type],
    });
  }
  if (type === "CNAME" && hasMore(record.value)) {
    yield violated(resource, {
      ...TARGET,
      got: `${JSON.stringify(knownText(record.value, "${…}"))}, with ${lead.attribute} of ${group.address}`,
      expected: "the domain of the group alone",
      fix: `write \${${group.address}.${isPrivate(record) ? lead.attribute : "sub_domain"}}`,
      related,
      values: [record.value],
    });
    return;
  }
  if (lead.attribute !== "vpc_domain" || isPrivate(record)) return;
  if (lead.sure) yield inVpc(record, `vpc_domain of ${group.address}`, group);
  else yield undecided(resource, { ...VPC, related }, [record.value]);
}

/** Whether a template has text around the domain, as that of a URL. A dot at the end is right. */
function hasMore(value: Value): boolean {
  const text = value.isUnknown && !value.isSensitive ? knownText(value) : undefined;
  return text !== undefined && !/^\.?$/.test(text);
}

/** A record whose value is the VPC domain of a group, as text. */
function* withoutLead(record: DnsRecordNode, type: string | undefined): Iterable<Verdict> {
  if (type !== "CNAME" || isPrivate(record)) return;
  if (GATEWAY_VPC_HOST.test(record.value.text ?? "")) yield inVpc(record, show(record.value));
}

function inVpc(record: DnsRecordNode, got: string, group?: Resource): Verdict {
  return violated(record.resource, {
    ...VPC,
    got,
    expected: "the group's public second-level domain",
    fix: `write \${${group?.address ?? "alicloud_api_gateway_group.<name>"}.sub_domain}`,
    related: group && [{ resource: group, message: "the group" }],
    values: [record.value],
  });
}

/** A record for a name that is bound to a group. */
function* ofBinding(
  graph: ResourceGraph,
  record: DnsRecordNode,
  type: string | undefined,
  lead: DomainLead | undefined,
  { resource: stack, groups, domain, doubts }: Binding,
): Iterable<Verdict> {
  const { resource, value } = record;
  const related = [{ resource: stack, message: "what binds the name to a group" }];
  const group = groups.length === 1 ? groups[0] : undefined;
  const target = `the name that ${stack.address} binds to ${group?.address ?? "a group"}`;
  const fix = `write a CNAME record to \${${group?.address ?? "alicloud_api_gateway_group.<name>"}.sub_domain}`;
  const sureName = record.name.same(domain) === "yes";
  const needs = [...doubts, ...(sureName ? [] : [...record.name.needs, ...domain.needs])];
  if (type === undefined) {
    // Asked already of one whose value comes from a group.
    if (!lead) yield undecided(resource, { ...TYPE, related }, [record.type]);
    return;
  }
  if (type !== "CNAME") {
    // One with a gateway's domain in it is judged already.
    if (lead || ADDRESS_TYPES.includes(type)) return;
    if (needs.length > 0) yield undecided(resource, { ...TYPE, related }, needs);
    else {
      yield violated(resource, {
        ...TYPE,
        got: `type ${show(record.type)} for ${show(record.name)}, ${target}`,
        expected: "type CNAME",
        fix,
        related,
        values: [record.type, record.name],
      });
    }
    return;
  }
  if (lead && hasMore(value)) return;
  const answer = lead ? leadsTo(lead, groups) : mayLead(graph, record);
  if (answer === "yes") return;
  // The domain of a group that is declared elsewhere, for a group that is declared elsewhere.
  if (answer === "unknown" && groups.length === 0 && !value.isUnknown) return;
  // Of a domain that is written out it is not known here which group it is of.
  const which = groups.map(({ address }) => `${address}.sub_domain`);
  const open =
    answer === "unknown" ? [...needs, ...(value.isUnknown ? value.needs : which)] : needs;
  if (open.length > 0) {
    yield undecided(resource, { ...TARGET, related }, open);
    return;
  }
  yield violated(resource, {
    ...TARGET,
    got: `${lead ? `${lead.attribute} of ${lead.groups[0].address}` : show(value)} for ${show(record.name)}, ${target}`,
    expected: "the public second-level domain of the group",
    fix,
    related,
    values: [value, record.name],
  });
}

/** Whether a record leads to one of the groups that its name is bound to. No group means that it is not known which. */
function leadsTo(lead: DomainLead, groups: readonly Resource[]): "yes" | "no" | "unknown" {
  if (groups.length === 0 || lead.groups.some((group) => groups.includes(group))) return "yes";
  return lead.sure ? "no" : "unknown";
}

/** Whether a record whose value comes from no declared group may lead to one. */
function mayLead(
  graph: ResourceGraph,
  { resource, value }: DnsRecordNode,
): "yes" | "no" | "unknown" {
  const { text } = value;
  if (text !== undefined) {
    // A CDN may lead to it.
    if (FRONT_HOST.test(text)) return "yes";
    return mayBeGatewayHost(value) ? "unknown" : "no";
  }
  if (!value.isUnknown) return "yes";
  const module = graph.moduleOf(resource);
  const ofTrigger = value.references.some((reference) =>
    module.targets(reference).some(({ type }) => type === "alicloud_fcv3_trigger"),
  );
  if (ofTrigger) return "no";
  return mayBeGatewayHost(value) || FRONT_HOST.test(value.suffix) ? "unknown" : "no";
}
