import {
  type DnsRecordNode,
  type Resource,
  type ResourceGraph,
  type Value,
  sourcesOf,
} from "../../graph";

/** What belongs to API Gateway: the domains that groups come with. */
const GATEWAY_HOST = /\.alicloudapi\.com\.?$/i;

/** The same, of the domains that answer inside a VPC only. */
export const GATEWAY_VPC_HOST = /-vpc(\.[a-z0-9-]+)?\.alicloudapi\.com\.?$/i;

/** A value that comes from a domain which a group comes with. */
export interface DomainLead {
  /** The groups that it may come from; one as a rule. */
  readonly groups: readonly Resource[];
  /** The public second-level domain, or that inside the VPC. */
  readonly attribute: "sub_domain" | "vpc_domain";
  /** It surely is that of the only group. */
  readonly sure: boolean;
}

/** A record that leads to the domain of a group. */
export interface LeadingRecord {
  readonly record: DnsRecordNode;
  readonly lead: DomainLead;
}

/** Where the records of a graph lead. */
interface Leads {
  readonly byRecord: ReadonlyMap<DnsRecordNode, DomainLead>;
  readonly byGroup: ReadonlyMap<Resource, readonly LeadingRecord[]>;
}

const known = new WeakMap<ResourceGraph, Leads>();

/** The group to whose domain a record leads. */
export function leadOf(graph: ResourceGraph, record: DnsRecordNode): DomainLead | undefined {
  return leadsIn(graph).byRecord.get(record);
}

/** The records that lead to the domain of a group, or may do so. */
export function recordsTo(graph: ResourceGraph, group: Resource): readonly LeadingRecord[] {
  return leadsIn(graph).byGroup.get(group) ?? [];
}

function leadsIn(graph: ResourceGraph): Leads {
  let leads = known.get(graph);
  if (!leads) {
    const byRecord = new Map<DnsRecordNode, DomainLead>();
    const byGroup = new Map<Resource, LeadingRecord[]>();
    const domains = knownDomains(graph);
    for (const record of graph.dnsRecords) {
      const lead = domains.get(hostOf(record.value)) ?? domainLead(graph, record);
      if (!lead) continue;
      byRecord.set(record, lead);
      for (const group of lead.groups) {
        const others = byGroup.get(group);
        if (others) others.push({ record, lead });
        else byGroup.set(group, [{ record, lead }]);
      }
    }
    leads = { byRecord, byGroup };
    known.set(graph, leads);
  }
  return leads;
}

const ATTRIBUTES = ["sub_domain", "vpc_domain"] as const;

/** The domains of groups that are known, as from a plan. */
function knownDomains(graph: ResourceGraph): ReadonlyMap<string, DomainLead> {
  const pairs = graph.ofType("alicloud_api_gateway_group").flatMap((group) =>
    ATTRIBUTES.map((attribute) => {
      const lead: DomainLead = { groups: [group], attribute, sure: true };
      return [hostOf(group.get(attribute)), lead] as const;
    }),
  );
  return new Map(pairs.filter(([host]) => host !== ""));
}

function hostOf({ text }: Value): string {
  return (text ?? "").toLowerCase().replace(/\.$/, "");
}

function domainLead(
  graph: ResourceGraph,
  { resource, value }: DnsRecordNode,
): DomainLead | undefined {
  const steps = value.references.flatMap(({ path }) => path);
  const isPublic = steps.includes("sub_domain");
  const isPrivate = steps.includes("vpc_domain");
  if (!isPublic && !isPrivate) return undefined;
  const { resources: groups, sure } = sourcesOf(graph, resource, value, isGroup);
  if (groups.length === 0) return undefined;
  return {
    groups,
    attribute: isPublic ? "sub_domain" : "vpc_domain",
    sure: sure && isPublic !== isPrivate,
  };
}

/** Records that lead nobody anywhere: they prove who owns a name, or who may sign for it. */
const PROOF_TYPES = ["TXT", "CAA"];

/** Whether a record surely is none that callers follow. */
export function isProof({ type }: DnsRecordNode): boolean {
  return type.isNull || PROOF_TYPES.includes(type.text?.toUpperCase() ?? "");
}

/** Whether a record is of a private zone, which answers inside VPCs only. */
export function isPrivate({ resource }: DnsRecordNode): boolean {
  return resource.type === "alicloud_pvtz_zone_record";
}

/** Whether a resource is a declared API group. */
export function isGroup({ mode, type }: Resource): boolean {
  return mode === "managed" && type === "alicloud_api_gateway_group";
}

/** Whether a text of which perhaps only the end is known may be the domain of some group. */
export function mayBeGatewayHost(value: Value): boolean {
  if (value.text !== undefined) return GATEWAY_HOST.test(value.text);
  if (!value.isUnknown) return false;
  const end = value.suffix.toLowerCase().replace(/\.$/, "");
  return ".alicloudapi.com".endsWith(end) || end.endsWith(".alicloudapi.com");
}
