import { type Resource, type ResourceGraph, Value, groupBy, sourcesOf } from "../../graph";
import { openNumber } from "../repeats";
import { knownText } from "../written";
import { isGroup } from "./domain-leads";

/** The only way today to bind a domain to a group by Terraform: a stack of ROS with this resource in its template. */
const BINDING_TYPE = "ALIYUN::ApiGateway::CustomDomain";

/** A domain that an `alicloud_ros_stack` binds to an API group. */
export interface Binding {
  /** The stack. */
  readonly resource: Resource;
  /** `DomainName`; unknown where the template does not tell it here. */
  readonly domain: Value;
  /** The declared groups that it refers to. */
  readonly groups: readonly Resource[];
  /** What has to be known to tell whether it binds a domain at all. */
  readonly doubts: readonly string[];
}

const known = new WeakMap<ResourceGraph, readonly Binding[]>();

/** The domains that are bound to API groups, and those that may be. */
export function bindingsOf(graph: ResourceGraph): readonly Binding[] {
  let bindings = known.get(graph);
  if (!bindings) {
    bindings = graph.ofType("alicloud_ros_stack").flatMap((stack) => [...bindingsIn(graph, stack)]);
    known.set(graph, bindings);
  }
  return bindings;
}

const knownTo = new WeakMap<ResourceGraph, ReadonlyMap<Resource, readonly Binding[]>>();

/** The domains that are bound to a declared group, and those that may be. */
export function bindingsTo(graph: ResourceGraph, group: Resource): readonly Binding[] {
  let byGroup = knownTo.get(graph);
  if (!byGroup) {
    const pairs = bindingsOf(graph).flatMap((binding) =>
      binding.groups.map((one) => ({ one, binding })),
    );
    const grouped = groupBy(pairs, ({ one }) => one);
    byGroup = new Map(
      [...grouped].map(([one, found]) => [one, found.map(({ binding }) => binding)]),
    );
    knownTo.set(graph, byGroup);
  }
  return byGroup.get(group) ?? [];
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
    if (!text.includes(BINDING_TYPE)) return;
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
    if (type.text !== BINDING_TYPE) continue;
    const property = (name: string): Value =>
      resolved(resource, template, entry.get("Properties", name));
    const { resources: groups } = sourcesOf(graph, resource, property("GroupId"), isGroup);
    const domain = property("DomainName");
    yield {
      resource,
      domain: domain.isNull ? somewhere(resource) : domain,
      groups: groups.length > 0 ? groups : referred,
      doubts: number,
    };
  }
}

/** A property of a template, or the parameter of the stack that it refers to. */
function resolved(stack: Resource, template: Value, property: Value): Value {
  const name = property.get("Ref").text;
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
