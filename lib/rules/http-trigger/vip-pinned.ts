import type { CustomDomainNode, DnsRecordNode, Resource, ResourceGraph } from "../../graph";
import { type Binding, bindingsFor } from "../api-gateway/bindings";
import { isPrivate } from "../api-gateway/domain-leads";
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
      if (record.isDisabled) continue;
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
  if (PLATFORM_HOST.test(`.${name.suffix}`)) {
    yield* decided(record, "a host of the platform's own");
    return;
  }
  const sure = domains.same(name);
  if (sure) {
    yield* decided(record, `the name of ${sure.resource.address}`, ofDomain(sure));
    return;
  }
  const bindings = isPrivate(record) ? [] : bindingsFor(graph, record);
  const isSure = ({ domain, doubts }: Binding): boolean =>
    doubts.length === 0 && name.same(domain) === "yes";
  const bound = bindings.find(isSure);
  if (bound) {
    const what = `the name that ${bound.resource.address} binds to a gateway`;
    yield* decided(record, what, ofBinding(bound));
    return;
  }
  if (record.type.isUnknown) return;
  const perhaps = domains.like(name);
  const [open] = bindings;
  if (perhaps) {
    yield undecided(record.resource, where(ofDomain(perhaps)), [name, perhaps.name]);
  } else if (open) {
    const needs = [...name.needs, ...open.domain.needs, ...open.doubts];
    yield undecided(record.resource, where(ofBinding(open)), needs);
  }
}

/** What gives a record's name to the platform, and where the record has to lead for it. */
interface Owner {
  readonly resource: Resource;
  readonly message: string;
  readonly target: string;
}

function ofDomain({ resource }: CustomDomainNode): Owner {
  const target = "<account>.<region>.fc.aliyuncs.com";
  return { resource, message: "the custom domain", target };
}

function ofBinding({ resource, groups }: Binding): Owner {
  const group = groups.length === 1 ? groups[0].address : "alicloud_api_gateway_group.<name>";
  const target = `\${${group}.sub_domain}`;
  return { resource, message: "what binds the name to a group", target };
}

const message = "the addresses of this host rotate: its DNS record has to be a CNAME";

function where(owner?: Owner): Pick<Detail, "attribute" | "message" | "related"> {
  return {
    attribute: "type",
    message,
    related: owner && [{ resource: owner.resource, message: owner.message }],
  };
}

/** The verdict on a record whose name or value is surely that of a host of the platform's. */
function* decided(record: DnsRecordNode, what: string, owner?: Owner): Iterable<Verdict> {
  if (record.type.isUnknown) {
    yield undecided(record.resource, where(owner), [record.type]);
    return;
  }
  yield violated(record.resource, {
    ...where(owner),
    got: `type ${show(record.type)} for ${show(record.name)}, ${what}`,
    expected: "type CNAME",
    fix: owner
      ? `point a CNAME record at ${owner.target}`
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
