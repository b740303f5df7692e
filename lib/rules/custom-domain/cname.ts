import type { CustomDomainNode, DnsRecordNode, ResourceGraph, Value } from "../../graph";
import type { Detail, Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";
import { isPrivate } from "../api-gateway/domain-leads";
import { endpointOf, isEndpoint } from "./endpoint";
import { holdsAddress, leads, recordsOf, typeOf } from "./records";

/** Function Compute looks the name up when it creates a domain, and refuses it with 400 DomainNameNotResolved. */
export const cname: Rule = {
  id: "custom-domain/cname",
  level: "error",
  title:
    "a DNS record for a custom domain is a CNAME to the account's endpoint in its region, and the domain depends on it",
  *evaluate(graph) {
    const served = new Map<DnsRecordNode, CustomDomainNode[]>();
    const led: { domain: CustomDomainNode; records: readonly DnsRecordNode[] }[] = [];
    for (const domain of graph.customDomains) {
      if (!domain.name.isUnknown && domain.name.text === undefined) continue;
      const found = leadingRecords(graph, domain);
      if (found.needs.length > 0) {
        yield undecided(domain.resource, { attribute: "custom_domain_name", message }, found.needs);
      }
      if (found.records.length > 0) led.push({ domain, records: found.records });
      for (const record of found.records) {
        const domains = served.get(record);
        if (domains) domains.push(domain);
        else served.set(record, [domain]);
      }
    }
    const wrong = new Set<DnsRecordNode>();
    for (const [record, domains] of served) {
      for (const verdict of recordVerdicts(graph, record, domains)) {
        if (verdict.answer === "violated") wrong.add(record);
        yield verdict;
      }
    }
    for (const { domain, records } of led) {
      if (!records.some((record) => wrong.has(record))) {
        yield* orderVerdicts(graph, domain, records);
      }
    }
  },
};

const message =
  "a custom domain is created only while its name leads to the endpoint of its account and region";

/** The records that decide where the name of a domain leads, or what has to be known to find them. */
function leadingRecords(
  graph: ResourceGraph,
  domain: CustomDomainNode,
): { readonly records: readonly DnsRecordNode[]; readonly needs: readonly (Value | string)[] } {
  const index = recordsOf(graph);
  const own = index.own(domain);
  const leading = own.filter(leads);
  // The service asks public DNS: beside a public record a private one is for those inside VPCs.
  const published = leading.filter((record) => !isPrivate(record));
  if (leading.length > 0) {
    return { records: published.length > 0 ? published : leading, needs: [] };
  }
  // That the addresses rotate too is for http-trigger/vip-pinned to say.
  const addresses = own.filter(holdsAddress);
  if (addresses.length > 0)
    return { records: addresses.filter((record) => !isPrivate(record)), needs: [] };
  const other = index.perhaps(domain);
  if (other) return { records: [], needs: [other.name, domain.name] };
  // A record of any type hides the wildcard. One that leads elsewhere is meant for other names.
  const wildcard = own.length > 0 ? [] : index.covering(domain).filter(leads);
  const meant = wildcard.filter((record) => isEndpoint(record.value));
  if (meant.length > 0) return { records: meant, needs: [] };
  const open = wildcard.find((record) => endpointOf(record.value) === undefined);
  if (open) return { records: [], needs: [open.value] };
  const missing = domain.name.isUnknown
    ? domain.name
    : `the DNS record of ${domain.name.text?.toLowerCase() ?? ""}`;
  return {
    records: [],
    needs: index.hasZoneOf(domain) ? [missing] : [],
  };
}

/** The verdicts on where a record leads, seen from the domains of its name. */
function* recordVerdicts(
  graph: ResourceGraph,
  record: DnsRecordNode,
  domains: readonly CustomDomainNode[],
): Iterable<Verdict> {
  const { resource, type, value } = record;
  const [domain] = domains;
  const region = graph.regionOf(domain.resource);
  const host = `<account>.${region.text ?? "<region>"}`;
  const where = (attribute: string): Pick<Detail, "attribute" | "message" | "related"> => ({
    attribute,
    message,
    related: [{ resource: domain.resource, message: "the custom domain" }],
  });
  if (type.isUnknown) {
    yield undecided(resource, where("type"), [type]);
    return;
  }
  if (typeOf(record) !== "CNAME") {
    yield violated(resource, {
      ...where("type"),
      got: `type ${show(type)} for ${named(record.name)}`,
      expected: "type CNAME",
      fix: `point a CNAME record at ${host}.fc.aliyuncs.com`,
      values: [type],
    });
    return;
  }
  if (value.isNull) return;
  const endpoint = endpointOf(value);
  const detail = {
    ...where("value"),
    expected: `${host}.fc.aliyuncs.com, or ${host}-internal.fc.aliyuncs.com inside VPCs`,
    fix: `write ${host}.fc.aliyuncs.com with the id of the account`,
    values: [value],
  };
  if (endpoint === "other") {
    yield violated(resource, { ...detail, got: named(value) });
    return;
  }
  if (endpoint?.region === undefined) {
    yield undecided(resource, where("value"), [value]);
    return;
  }
  const target = graph.regionNamed(resource, endpoint.region);
  const regions = domains.map((one) => graph.regionOf(one.resource));
  const answers = regions.map((own) => target.same(own));
  if (answers.includes("yes") || isForSome(record)) return;
  if (answers.includes("unknown")) {
    yield undecided(resource, where("value"), [target, ...regions]);
    return;
  }
  yield violated(resource, {
    ...detail,
    got: `${named(value)}, and ${domain.resource.address} is in ${show(region)}`,
    values: [value, region],
  });
}

/** Whether only some of those who ask get this record, so that others may get the domain of another region. */
function isForSome({ resource }: DnsRecordNode): boolean {
  const line = resource.get("line");
  return !line.isNull && line.text !== "default";
}

/** The verdict on a domain that may be created before its name leads anywhere. */
function* orderVerdicts(
  graph: ResourceGraph,
  { resource }: CustomDomainNode,
  records: readonly DnsRecordNode[],
): Iterable<Verdict> {
  if (records.some((record) => graph.dependsOn(resource, record.resource))) return;
  const where = {
    attribute: "depends_on",
    message: "a custom domain is created only after the DNS record of its name",
    related: records.map((record) => ({ resource: record.resource, message: "the record" })),
  };
  const module = graph.moduleOf(resource);
  const needs = records.flatMap((record) =>
    record.resource.stack === resource.stack
      ? (module.mayDependOn?.(resource, record.resource) ?? [])
      : [`the order in which ${record.resource.stack} and ${resource.stack} are applied`],
  );
  if (needs.length > 0) {
    yield undecided(resource, where, needs);
    return;
  }
  const [record] = records;
  const { address } = record.resource;
  const isBefore = graph.dependsOn(record.resource, resource);
  yield violated(resource, {
    ...where,
    got: isBefore
      ? `${address} depends on the domain, and is created after it`
      : `no dependency on ${address}`,
    expected: `a dependency on ${address}`,
    fix: isBefore
      ? `write the record without a reference to the domain, and add ${address} to depends_on`
      : `add ${address} to depends_on`,
  });
}

/** A text with what is known of it. */
function named(value: Value): string {
  if (value.isSensitive || !value.parts) return show(value);
  const text = value.parts
    .map((part) => (typeof part === "string" ? part : (part.text ?? show(part))))
    .join("");
  return JSON.stringify(text);
}
