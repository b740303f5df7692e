import { DOMAIN_BINDING_TYPE } from "../../facts/ros";
import {
  type DnsRecordNode,
  type Resource,
  type ResourceGraph,
  Value,
  groupBy,
  linkOf,
  sourcesOf,
} from "../../graph";
import { openNumber } from "../repeats";
import { knownText } from "../written";
import { isGroup } from "./domain-leads";

/** A domain that an `alicloud_ros_stack` binds to an API group. */
export interface Binding {
  /** The stack. */
  readonly resource: Resource;
  /** `DomainName`; unknown where the template does not tell it here. */
  readonly domain: Value;
  /** The declared groups that it refers to. */
  readonly groups: readonly Resource[];
  /** `CertificatePrivateKey`, or the parameter that is given for it; absent where nothing shows it. */
  readonly privateKey?: Value;
  /** What has to be known to tell whether it binds a domain at all. */
  readonly doubts: readonly string[];
}

/** The bindings of a graph, by what rules ask for. */
interface Bindings {
  readonly all: readonly Binding[];
  readonly byGroup: ReadonlyMap<Resource, readonly Binding[]>;
  readonly byName: ReadonlyMap<string | undefined, readonly Binding[]>;
  /** Of names that are not known, by the resources that their stack refers to. */
  readonly open: ReadonlyMap<Resource, readonly Binding[]>;
  /** What has to be known of templates of which nothing is. */
  readonly templates: readonly string[];
}

const known = new WeakMap<ResourceGraph, Bindings>();

function bindingsOf(graph: ResourceGraph): Bindings {
  let bindings = known.get(graph);
  if (!bindings) {
    const all = graph
      .ofType("alicloud_ros_stack")
      .flatMap((stack) => [...bindingsIn(graph, stack)]);
    const byGroup = new Map<Resource, Binding[]>();
    for (const binding of all) {
      for (const group of binding.groups) {
        const others = byGroup.get(group);
        if (others) others.push(binding);
        else byGroup.set(group, [binding]);
      }
    }
    const byName = groupBy(all, ({ domain }) => domain.text?.toLowerCase());
    const open = new Map<Resource, Binding[]>();
    for (const binding of byName.get(undefined) ?? []) {
      for (const target of new Set(graph.targetsOf(binding.resource))) {
        open.set(target, [...(open.get(target) ?? []), binding]);
      }
    }
    bindings = { all, byGroup, byName, open, templates: needsOfTemplates(graph) };
    known.set(graph, bindings);
  }
  return bindings;
}

/** Every domain that is bound, whatever group it is bound to. */
export function allBindings(graph: ResourceGraph): readonly Binding[] {
  return bindingsOf(graph).all;
}

/** The domains that are bound to a declared group, and those that may be. */
export function bindingsTo(graph: ResourceGraph, group: Resource): readonly Binding[] {
  return bindingsOf(graph).byGroup.get(group) ?? [];
}

/**
 * The bindings of the name of a DNS record, and those that may be of it. A domain that is not known
 * at all may be any name, and is asked for only where its stack comes after the record, as it does
 * for the record of its own name; nor is a record's name asked for.
 */
export function bindingsFor(
  graph: ResourceGraph,
  { name, resource }: DnsRecordNode,
): readonly Binding[] {
  const { byName, open: linked } = bindingsOf(graph);
  const open = byName.get(undefined) ?? [];
  if (name.text !== undefined) {
    const after = linked.get(resource) ?? [];
    return [...(byName.get(name.text) ?? []), ...after.filter(({ domain }) => mayBe(domain, name))];
  }
  const same = open.filter(({ domain }) => name.same(domain) === "yes");
  if (!/[a-z0-9]/i.test(name.prefix + name.suffix)) return same;
  const perhaps = [...byName].flatMap(([text, bindings]) =>
    text === undefined || !mayBe(name, Value.of(text)) ? [] : bindings,
  );
  return [...same, ...perhaps];
}

function mayBe(one: Value, other: Value): boolean {
  return one.same(other) !== "no";
}

/**
 * What has to be known to tell whether a stack binds a domain that nothing here shows: of templates
 * of which nothing is known, as of a variable. One that another resource gives refers to that.
 */
export function openTemplates(graph: ResourceGraph): readonly string[] {
  return bindingsOf(graph).templates;
}

function needsOfTemplates(graph: ResourceGraph): readonly string[] {
  return graph.ofType("alicloud_ros_stack").flatMap((stack) => {
    const body = stack.get("template_body");
    const module = graph.moduleOf(stack);
    const isManaged = body.unresolved.some((reference) =>
      module.targets(reference).some(({ mode }) => mode === "managed"),
    );
    return body.isUnknown && !body.parts && !isManaged ? body.needs : [];
  });
}

function* bindingsIn(graph: ResourceGraph, resource: Resource): Iterable<Binding> {
  const body = resource.get("template_body");
  const referred = graph.targetsOf(resource).filter(isGroup);
  const number = openNumber(resource);
  const perhaps = (needs: readonly string[]): readonly Binding[] =>
    referred.length === 0
      ? []
      : [
          {
            resource,
            domain: somewhere(resource),
            groups: referred,
            doubts: [...needs, ...number],
          },
        ];
  const template = body.json.value;
  if (body.isNull) {
    yield* perhaps([`the template of ${resource.address}`]);
    return;
  }
  if (!template) {
    // The template may be YAML.
    const text = body.text ?? knownText(body) ?? "";
    if (!text.includes(DOMAIN_BINDING_TYPE)) return;
    const [, name] = /\bDomainName["']?\s*:\s*["']?([a-z0-9*][\w*.-]*)/i.exec(text) ?? [];
    const domain = name === undefined ? somewhere(resource) : Value.of(name);
    yield { resource, domain, groups: referred, doubts: number };
    return;
  }
  const resources = template.get("Resources");
  if (resources.isUnknown) yield* perhaps(resources.needs);
  for (const [, entry] of resources.entries) {
    const type = entry.get("Type");
    if (type.isUnknown) yield* perhaps(type.needs);
    if (type.text !== DOMAIN_BINDING_TYPE) continue;
    const property = (name: string): Value =>
      resolved(resource, template, entry.get("Properties", name));
    const id = property("GroupId");
    const groups = groupsOf(graph, resource, id);
    const domain = property("DomainName");
    yield {
      resource,
      domain: domain.isNull ? somewhere(resource) : domain,
      // Without an id, or with that of a parameter that nobody gives, it is bound to no group here.
      groups: groups.length > 0 || id.isNull ? groups : referred,
      privateKey: property("CertificatePrivateKey"),
      doubts: number,
    };
  }
}

/** The declared groups that an id leads to; several where it may be that of any. */
function groupsOf(graph: ResourceGraph, stack: Resource, id: Value): readonly Resource[] {
  const { target } = linkOf(graph, stack, id, "alicloud_api_gateway_group");
  return target ? [target] : sourcesOf(graph, stack, id, isGroup).resources;
}

/** A property of a template, or the parameter of the stack that it refers to. */
function resolved(stack: Resource, template: Value, property: Value): Value {
  const name = property.get("Ref").text;
  if (property.kind === "object" && property.keys.length === 0) return Value.NULL;
  if (property.kind !== "object" || name === undefined) return property;
  const given = stack
    .blocks("parameters")
    .find((parameter) => parameter.get("parameter_key").text === name);
  return given?.get("parameter_value") ?? template.get("Parameters", name, "Default");
}

function somewhere({ address }: Resource): Value {
  const text = `the domain in the template of ${address}`;
  return Value.reference({ text, address: text, path: [] });
}
