import type { CustomDomainNode, DnsRecordNode, ResourceGraph } from "../../graph";
import type { Detail, Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";
import { DomainIndex } from "./domain-index";

const ADDRESS_TYPES = ["A", "AAAA"];

/** Names that belong to the platform's own hosts. */
const PLATFORM_HOST = /\.(fcapp\.run|fc\.aliyuncs\.com|alicloudapi\.com)$/i;

/** Attributes that hold a host of the platform's own, or a name that leads to one, by the type of their resource. */
const HOST_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  alicloud_fcv3_trigger: ["url_internet", "url_intranet"],
  alicloud_api_gateway_group: ["sub_domain", "vpc_domain"],
  alicloud_fcv3_custom_domain: ["custom_domain_name", "id"],
};

/** The addresses behind a trigger's or a gateway's host rotate, so a record that holds one breaks. */
export const vipPinned: Rule = {
  id: "http-trigger/vip-pinned",
  level: "error",
  title:
    "a DNS record for a function's domain, trigger host or gateway host is a CNAME, never A or AAAA",
  *evaluate(graph) {
    const domains = new DomainIndex(graph.customDomains);
    for (const record of graph.dnsRecords) {
      const type = record.type.text?.toUpperCase();
      if (type === undefined ? !record.type.isUnknown : !ADDRESS_TYPES.includes(type)) continue;
      yield* verdicts(graph, record, domains);
    }
  },
};

function* verdicts(
  graph: ResourceGraph,
  record: DnsRecordNode,
  domains: DomainIndex,
): Iterable<Verdict> {
  const host = hostBehind(graph, record);
  if (host !== undefined) {
    yield* decided(record, `a record that holds an address of ${host}`);
    return;
  }
  const { name } = record;
  const sure = domains.same(name);
  if (sure) {
    yield* decided(record, `the name of ${sure.resource.address}`, sure);
    return;
  }
  const perhaps = record.type.isUnknown ? undefined : domains.like(name);
  if (perhaps) yield undecided(record.resource, where(perhaps), [name, perhaps.name]);
}

const message = "the addresses of this host rotate: its DNS record has to be a CNAME";

function where(domain?: CustomDomainNode): Pick<Detail, "attribute" | "message" | "related"> {
  return {
    attribute: "type",
    message,
    related: domain && [{ resource: domain.resource, message: "the custom domain" }],
  };
}

/** The verdict on a record whose name or value is surely that of a host of the platform's. */
function* decided(
  record: DnsRecordNode,
  what: string,
  domain?: CustomDomainNode,
): Iterable<Verdict> {
  if (record.type.isUnknown) {
    yield undecided(record.resource, where(domain), [record.type]);
    return;
  }
  yield violated(record.resource, {
    ...where(domain),
    got: `type ${show(record.type)} for ${show(record.name)}, ${what}`,
    expected: "type CNAME",
    fix: domain
      ? "point a CNAME record at <account>.<region>.fc.aliyuncs.com"
      : "point a CNAME record at the host's name, or for a function at its custom domain",
    values: [record.type, record.name],
  });
}

/** The host of the platform's own that a record's value comes from, also by way of a data source that looks it up. */
function hostBehind(graph: ResourceGraph, { resource, value }: DnsRecordNode): string | undefined {
  const module = graph.moduleOf(resource);
  for (const reference of value.references) {
    const targets = module.targets(reference);
    const direct = targets.find((target) => isHost(target.type, reference.path));
    if (direct) return reference.text;
    for (const lookup of targets.filter((target) => target.mode === "data")) {
      const behind = lookup.references.find((inner) =>
        graph
          .moduleOf(lookup)
          .targets(inner)
          .some((target) => isHost(target.type, inner.path)),
      );
      if (behind) return `${behind.text}, looked up by ${lookup.address}`;
      const host = lookup.argumentNames
        .map((name) => lookup.get(name))
        .find((argument) => PLATFORM_HOST.test(argument.suffix));
      if (host) return `${show(host)}, looked up by ${lookup.address}`;
    }
  }
  return PLATFORM_HOST.test(value.suffix) ? show(value) : undefined;
}

function isHost(type: string, path: readonly (string | number)[]): boolean {
  return HOST_ATTRIBUTES[type]?.some((attribute) => path.includes(attribute)) ?? false;
}
