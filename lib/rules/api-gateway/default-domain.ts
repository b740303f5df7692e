import type { DnsRecordNode, Output, Reference, Resource, ResourceGraph } from "../../graph";
import { openNumber } from "../repeats";
import type { Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";
import { bindingsTo, openTemplates } from "./bindings";
import { showsDomainAs } from "./record-line";
import { isPrivate, isProof, leadOf, mayBeGatewayHost, recordsTo } from "./domain-leads";

const message =
  "a group's own domain takes 1,000 calls a day in mainland regions, and 100 elsewhere";

/** The domain that a group comes with is for tests: after some calls it answers no more on that day. */
export const defaultDomain: Rule = {
  id: "api-gateway/default-domain",
  level: "warning",
  title:
    "traffic comes to a gateway by a domain of its own, and no output hands out the group's second-level domain",
  *evaluate(graph) {
    const open = graph.dnsRecords.filter((record) => mayLead(graph, record));
    for (const { resource: group, apis } of graph.gatewayGroups) {
      if (!group) continue;
      yield* handedOut(graph, group);
      if (apis.length > 0) yield* withoutOwn(graph, group, open);
    }
  },
};

const DETAIL = {
  expected: "a domain of your own that leads to the group",
  message,
};

/** The outputs that show the domain; those that cdktf makes between stacks show it to nobody. */
function* handedOut(graph: ResourceGraph, group: Resource): Iterable<Verdict> {
  const seen = new Set<Output | Resource>();
  for (const { user } of graph.usesOf(group)) {
    if ("argumentNames" in user || seen.has(user)) continue;
    seen.add(user);
    if (isBetweenStacks(user) || !shows(graph, user, group, "sub_domain")) continue;
    const where = {
      attribute: "value",
      message,
      related: [{ resource: group, message: "the group" }],
    };
    const how = howShown(graph, user, group);
    if (how === "unknown") yield undecided(user, where, [textOf(user)]);
    if (how !== "something") continue;
    yield violated(user, {
      ...DETAIL,
      ...where,
      got: `sub_domain of ${group.address}`,
      fix: "give callers the name of your own domain",
    });
  }
}

/** Whether cdktf makes an output for another stack. */
function isBetweenStacks({ name }: Output): boolean {
  return name.startsWith("cross-stack-output-");
}

function shows(
  graph: ResourceGraph,
  { stack, value }: Pick<Output, "stack" | "value">,
  group: Resource,
  attribute: string,
): boolean {
  const module = graph.modules.find(({ name }) => name === stack);
  const isOfGroup = (reference: Reference): boolean =>
    reference.address === group.address || module?.targets(reference).includes(group) === true;
  return value.references.some(
    (reference) => reference.path.includes(attribute) && isOfGroup(reference),
  );
}

const ATTRIBUTES = ["sub_domain", "vpc_domain"];

/** A record that somebody else makes is told by an output: this is no way in for callers. */
function howShown(graph: ResourceGraph, output: Output, group: Resource) {
  const { stack } = output;
  const isPlan = graph.modules.some(({ name, isPlan: is }) => name === stack && is === true);
  return showsDomainAs(output, isPlan, {
    texts: ATTRIBUTES.flatMap((attribute) => group.get(attribute).text || []),
    isIn: (value) => ATTRIBUTES.some((name) => shows(graph, { stack, value }, group, name)),
  });
}

function textOf({ address }: Output): string {
  return `the text of ${address} in the synthesised stack (--synth)`;
}

/** What another stack, which is not here, may make a record or a binding of. */
function* forOtherStacks(graph: ResourceGraph, group: Resource): Iterable<string> {
  if (graph.modules.length > 1) return;
  for (const { user } of graph.usesOf(group)) {
    if ("argumentNames" in user || !isBetweenStacks(user)) continue;
    if (["sub_domain", "id"].some((attribute) => shows(graph, user, group, attribute))) {
      yield `the stack that reads ${user.address}`;
    }
  }
}

/** A group whose APIs callers reach by its own domain only. */
function* withoutOwn(
  graph: ResourceGraph,
  group: Resource,
  open: readonly DnsRecordNode[],
): Iterable<Verdict> {
  const attribute = "sub_domain";
  const needs: string[] = [];
  for (const { record, lead } of recordsTo(graph, group)) {
    if (isProof(record)) continue;
    const doubts = [...openNumber(record.resource), ...(lead.sure ? [] : record.value.needs)];
    if (doubts.length === 0) return;
    needs.push(...doubts);
  }
  for (const { user } of graph.usesOf(group)) {
    if ("argumentNames" in user || isBetweenStacks(user)) continue;
    if (!ATTRIBUTES.some((name) => shows(graph, user, group, name))) continue;
    const how = howShown(graph, user, group);
    if (how === "record") return;
    if (how === "unknown") needs.push(textOf(user));
  }
  for (const { groups, doubts } of bindingsTo(graph, group)) {
    const which = groups.length === 1 ? [] : [`the group that a domain is bound to`];
    if (doubts.length === 0 && which.length === 0) return;
    needs.push(...doubts, ...which);
  }
  for (const { value } of open) {
    needs.push(...(value.isUnknown ? value.needs : [`${group.address}.${attribute}`]));
  }
  needs.push(...openTemplates(graph), ...forOtherStacks(graph, group));
  if (needs.length > 0) {
    yield undecided(group, { attribute, message }, needs);
    return;
  }
  yield violated(group, {
    ...DETAIL,
    attribute,
    got: "no record that leads to it, and no domain that is bound to it",
    fix: `create a CNAME record to \${${group.address}.sub_domain}, and bind its name to the group, for example by alicloud_ros_stack with ALIYUN::ApiGateway::CustomDomain`,
  });
}

/** Whether a record that comes from no declared group may lead to one. */
function mayLead(graph: ResourceGraph, record: DnsRecordNode): boolean {
  const { resource, type, value } = record;
  if (isPrivate(record) || isProof(record) || leadOf(graph, record)) return false;
  if (!type.isUnknown && type.text?.toUpperCase() !== "CNAME") return false;
  if (!mayBeGatewayHost(value)) return false;
  const module = graph.moduleOf(resource);
  // What another resource is called by the service is no gateway.
  return !value.unresolved.some((reference) =>
    module.targets(reference).some(({ mode }) => mode === "managed"),
  );
}
