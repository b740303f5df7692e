import type { DnsRecordNode, Resource, ResourceGraph, Value } from "../../graph";
import { openNumber } from "../repeats";
import type { Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";
import { type Binding, allBindings, bindingsTo } from "./bindings";
import { isPrivate, isProof, recordsTo } from "./domain-leads";

/** A name that leads to the gateway is answered only where it is bound, and is bound only where it leads there. */
export const domainBinding: Rule = {
  id: "api-gateway/domain-binding",
  level: "note",
  title: "a domain that leads to a group is bound to it, and is bound after its record",
  *evaluate(graph) {
    for (const { resource } of graph.gatewayGroups) {
      if (!resource) continue;
      for (const { record, lead } of recordsTo(graph, resource)) {
        const isOpen = isPrivate(record) || isProof(record) || !lead.sure;
        if (!isOpen && lead.attribute === "sub_domain") yield* ofRecord(graph, record, resource);
      }
    }
    for (const binding of allBindings(graph)) yield* ofBinding(graph, binding);
  },
};

function* ofRecord(
  graph: ResourceGraph,
  { resource, name }: DnsRecordNode,
  group: Resource,
): Iterable<Verdict> {
  const bound = bindingsTo(graph, group).filter(({ domain }) => name.same(domain) !== "no");
  if (bound.length === 0) {
    yield undecided(
      resource,
      {
        attribute: "value",
        message: "the gateway answers for a name only where it is bound to the group",
        related: [{ resource: group, message: "the group" }],
      },
      [`the binding of ${show(name)} to ${group.address}`],
    );
  }
  for (const { resource: stack, domain, doubts } of bound) {
    if (graph.dependsOn(stack, resource)) continue;
    const where = {
      attribute: "depends_on",
      message: "a domain can be bound only where its record leads to the group already",
      related: [{ resource, message: "the record" }],
    };
    const open = [
      ...doubts,
      ...openNumber(resource),
      ...(name.same(domain) === "yes" ? [] : [...name.needs, ...domain.needs]),
      ...(graph.moduleOf(stack).mayDependOn?.(stack, resource) ?? []),
    ];
    if (open.length > 0) yield undecided(stack, where, open);
    else {
      yield violated(stack, {
        ...where,
        got: `no dependency on ${resource.address}, which may be created later`,
        expected: "a dependency on the record of the name",
        fix: `add ${JSON.stringify(resource.address)} to depends_on`,
      });
    }
  }
}

/** A name that is bound, and has no record in a zone of which others are declared here. */
function* ofBinding(
  graph: ResourceGraph,
  { resource, domain, groups }: Binding,
): Iterable<Verdict> {
  const name = domain.text?.toLowerCase();
  if (name === undefined) return;
  const records = graph.dnsRecords.filter((record) => !isPrivate(record));
  if (records.some((record) => mayBeFor(record.name, name))) return;
  const zone = records.find((record) => isBelow(name, record.zone.text));
  if (!zone) return;
  yield undecided(
    resource,
    {
      attribute: "template_body",
      message: "a domain can be bound only where its record leads to the group already",
      related: [
        ...groups.map((group) => ({ resource: group, message: "the group" })),
        { resource: zone.resource, message: "a record of the same zone" },
      ],
    },
    [`the record of ${name}`],
  );
}

/** A wildcard record is for every name below. */
function mayBeFor(record: Value, name: string): boolean {
  const { text } = record;
  if (text === undefined) return true;
  return text === name || (text.startsWith("*.") && name.endsWith(text.slice(1)));
}

function isBelow(name: string, zone: string | undefined): boolean {
  return zone !== undefined && zone !== "" && `.${name}`.endsWith(`.${zone.toLowerCase()}`);
}
