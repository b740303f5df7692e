import type { CustomDomainNode, DnsRecordNode, ResourceGraph, Value } from "../../graph";
import type { Detail, Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";

const ADDRESS_TYPES = ["A", "AAAA"];

/** Names that belong to the platform's own hosts. */
const PLATFORM_HOST = /\.(fcapp\.run|fc\.aliyuncs\.com|alicloudapi\.com)$/i;

/** Attributes that hold a host of the platform's own, by the type of their resource. */
const HOST_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  alicloud_fcv3_trigger: ["url_internet", "url_intranet"],
  alicloud_api_gateway_group: ["sub_domain", "vpc_domain"],
};

/** The addresses behind a trigger's or a gateway's host rotate, so a record that holds one breaks. */
export const vipPinned: Rule = {
  id: "http-trigger/vip-pinned",
  level: "error",
  title:
    "a DNS record for a function's domain, trigger host or gateway host is a CNAME, never A or AAAA",
  *evaluate(graph) {
    const domains = domainsByName(graph);
    for (const record of graph.dnsRecords) {
      const type = record.type.text?.toUpperCase();
      if (type === undefined ? !record.type.isUnknown : !ADDRESS_TYPES.includes(type)) continue;
      yield* verdicts(graph, record, domains);
    }
  },
};

interface Domains {
  readonly known: ReadonlyMap<string, CustomDomainNode>;
  readonly unknown: readonly CustomDomainNode[];
}

function* verdicts(
  graph: ResourceGraph,
  record: DnsRecordNode,
  { known, unknown }: Domains,
): Iterable<Verdict> {
  const host = hostBehind(graph, record);
  if (host !== undefined) {
    yield* decided(record, `a record that holds an address of ${host}`);
    return;
  }
  const { name } = record;
  const sure = name.isUnknown
    ? unknown.find((domain) => domain.name.same(name) === "yes")
    : known.get(name.text ?? "");
  if (sure) {
    yield* decided(record, `the name of ${sure.resource.address}`, sure);
    return;
  }
  // Any record may have the name of a domain of which nothing is known; only a likeness is worth a question.
  if (record.type.isUnknown || !partlyKnown(name)) return;
  const candidates = name.isUnknown ? [...known.values(), ...unknown] : unknown;
  const perhaps = candidates.find(
    (domain) => partlyKnown(domain.name) && domain.name.same(name) === "unknown",
  );
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
    }
  }
  return PLATFORM_HOST.test(value.suffix) ? show(value) : undefined;
}

function isHost(type: string, path: readonly (string | number)[]): boolean {
  return HOST_ATTRIBUTES[type]?.some((attribute) => path.includes(attribute)) ?? false;
}

function domainsByName(graph: ResourceGraph): Domains {
  const known = new Map<string, CustomDomainNode>();
  const unknown: CustomDomainNode[] = [];
  for (const domain of graph.customDomains) {
    if (domain.name.isUnknown) unknown.push(domain);
    else if (domain.name.text !== undefined) known.set(domain.name.text.toLowerCase(), domain);
  }
  return { known, unknown };
}

/** Whether enough of a name is known to say that it is like another one. */
function partlyKnown(name: Value): boolean {
  return /[a-z0-9]/i.test(name.prefix + name.suffix);
}
