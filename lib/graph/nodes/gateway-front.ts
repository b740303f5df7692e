import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import { type Parsed, Value } from "../value";
import type { GatewayApiNode } from "./gateway-api";
import type { AttachedPlugin } from "./gateway-attached";
import { onlyNew } from "./gateway-link";
import { type TriggerLead, triggerAt, triggersInText, triggerNamed } from "./gateway-url";

/** What stands behind an API: an HTTP trigger that it forwards to, or may forward to. */
export interface GatewayFront extends TriggerLead {
  /** `FunctionCompute` or `HTTP` for the API's own service, `backend` for a declared backend, `routing` for a plugin. */
  readonly kind: "FunctionCompute" | "HTTP" | "backend" | "routing";
  /** Who holds the address: the API, the backend's model, the routing plugin. */
  readonly via: Resource;
  /** The argument that does: `fc_service_config.function_base_url`. */
  readonly attribute: string;
  /** The address; null where only a function is named. */
  readonly url: Value;
  /** The method that is sent; null where that is not stated. */
  readonly method: Value;
  /** The stage on which it holds; undefined for all. */
  readonly stage: Value | undefined;
  /** What decides where it is not certain, or which trigger it is. */
  readonly needs: readonly string[];
}

/** Everything that an API forwards to that is, or may be, an HTTP trigger. */
export function frontsOf(graph: ResourceGraph, api: GatewayApiNode): readonly GatewayFront[] {
  const onStages = [...ofBackend(graph, api), ...ofRouting(graph, api)];
  return [...own(graph, api), ...onStages.filter(({ stage }) => isReached(api, stage))];
}

/** What stands on a stage is reached only where the API is published to it. */
function isReached({ stageNames: { known, open } }: GatewayApiNode, stage?: Value): boolean {
  if (stage?.text === undefined || open.length > 0 || known.length === 0) return true;
  return known.includes(stage.text);
}

/** What is known of an address and of the function that is named beside it. */
interface Target {
  readonly url: Value;
  readonly functionName?: Value;
  readonly qualifier?: Value;
  /** It is a backend for HTTP triggers, whatever the address. */
  readonly isTrigger: boolean;
}

function leadOf(graph: ResourceGraph, user: Resource, target: Target): TriggerLead | undefined {
  const { url, functionName = Value.NULL, qualifier = Value.NULL, isTrigger } = target;
  const at = url.isNull ? undefined : triggerAt(graph, user, url);
  if (!isTrigger || at?.trigger || (at && at.candidates.length > 0)) return at;
  const named = functionName.isNull
    ? behindLocal(graph, user, url)
    : triggerNamed(graph, user, functionName, qualifier);
  return { network: undefined, region: undefined, ...at, ...named, certain: "yes" };
}

function behindLocal(
  graph: ResourceGraph,
  user: Resource,
  url: Value,
): Pick<TriggerLead, "trigger" | "candidates"> {
  const all = (): readonly Resource[] => [...graph.httpTriggers].map(({ resource }) => resource);
  const made = onlyNew(graph, user, url, all);
  const trigger = made && graph.gateway.triggerOf(made);
  return { trigger, candidates: trigger ? [trigger] : [] };
}

type Place = Pick<GatewayFront, "kind" | "via" | "attribute" | "method" | "stage">;

function front(
  place: Place,
  url: Value,
  lead: TriggerLead,
  doubts: readonly (Value | string)[],
): GatewayFront {
  const needs = new Set([...needsOf(doubts), ...(lead.trigger ? [] : url.needs)]);
  const certain = needsOf(doubts).length > 0 ? "unknown" : lead.certain;
  return { ...place, ...lead, certain, url, needs: [...needs] };
}

function needsOf(doubts: readonly (Value | string)[]): readonly string[] {
  return doubts.flatMap((doubt) => (typeof doubt === "string" ? [doubt] : doubt.needs));
}

const FC = "fc_service_config";
const HTTP = "http_service_config";

/** The service that the API itself names. */
function* own(graph: ResourceGraph, api: GatewayApiNode): Iterable<GatewayFront> {
  const { resource, serviceType } = api;
  const doubts = serviceType.isUnknown ? [serviceType] : [];
  const all = { via: resource, stage: undefined };
  if (serviceType.text === "FunctionCompute" || serviceType.isUnknown) {
    for (const block of resource.blocks(FC)) {
      const place: Place = {
        ...all,
        kind: "FunctionCompute",
        attribute: `${FC}.function_base_url`,
        method: block.get("method"),
      };
      const found = functionFront(graph, resource, block, place, doubts);
      if (found) yield found;
    }
  }
  if (serviceType.text === "HTTP" || serviceType.isUnknown) {
    for (const block of resource.blocks(HTTP)) {
      const url = block.get("address");
      const lead = leadOf(graph, resource, { url, isTrigger: false });
      const attribute = `${HTTP}.address`;
      const place: Place = { ...all, kind: "HTTP", attribute, method: block.get("method") };
      if (lead) yield front(place, url, lead, doubts);
    }
  }
}

function functionFront(
  graph: ResourceGraph,
  user: Resource,
  block: Value,
  place: Place,
  doubts: readonly Value[],
): GatewayFront | undefined {
  if (block.isUnknown) {
    const lead = { certain: "unknown", network: undefined, region: undefined } as const;
    return front(place, block, { ...lead, trigger: undefined, candidates: [] }, [block]);
  }
  const url = block.get("function_base_url");
  const type = block.get("function_type");
  const functionName = block.get("function_name");
  // Without a type the service takes FCEvent; who writes a URL means the trigger.
  const isTrigger = type.isNull ? isGiven(url) : type.text === "HttpTrigger" || type.isUnknown;
  if (!isTrigger) return undefined;
  const qualifier = block.get("qualifier");
  const lead = leadOf(graph, user, { url, functionName, qualifier, isTrigger: true });
  if (!lead) return undefined;
  const named = isGiven(url)
    ? place
    : { ...place, attribute: place.attribute.replace("function_base_url", "function_name") };
  const found = front(named, url, lead, [...doubts, ...(type.isUnknown ? [type] : [])]);
  const open =
    lead.trigger || url.needs.length > 0 ? [] : namedNeeds(functionName, qualifier, lead);
  return { ...found, needs: [...new Set([...found.needs, ...open])] };
}

/** What decides which trigger is on a function and qualifier that are named. */
function namedNeeds(name: Value, qualifier: Value, { candidates }: TriggerLead): readonly string[] {
  const theirs = candidates.flatMap((candidate) => candidate.qualifier.needs);
  return [...name.needs, ...qualifier.needs, ...theirs];
}

function isGiven(value: Value): boolean {
  return !value.isNull && value.text !== "";
}

/** The types of backends that forward to an HTTP trigger. */
const FC_HTTP = /^FC_HTTP(_V3)?$/;

/** A backend that the API takes by its id, on each stage its own. */
function* ofBackend(graph: ResourceGraph, api: GatewayApiNode): Iterable<GatewayFront> {
  const { backendId, backendEnabled, backendLink } = api;
  if (!isGiven(backendId) || backendEnabled.bool === false) return;
  const doubts = backendEnabled.isUnknown ? [backendEnabled] : [];
  const { target } = backendLink;
  const models = graph.gateway.modelsOf(target?.id ?? backendLink.sureKey);
  for (const model of models) {
    const { resource, type, stage } = model;
    const place = {
      kind: "backend",
      via: resource,
      stage,
      attribute: "backend_model_data",
    } as const;
    const isTrigger = FC_HTTP.test(type.text ?? "");
    if (!isTrigger && type.text !== "HTTP" && !type.isUnknown) continue;
    const open = [...doubts, ...(type.isUnknown ? [type] : [])];
    const text = resource.get("backend_model_data");
    yield* inData(graph, place, text, model.data, isTrigger, open);
  }
  if (models.length > 0) return;
  const type = target?.get("backend_type") ?? Value.NULL;
  if (!target && backendId.isUnknown) {
    const lead: TriggerLead = { ...NO_LEAD, certain: "unknown" };
    yield front(ofApi(api), backendId, lead, [...doubts, backendId]);
  } else if (target && FC_HTTP.test(type.text ?? "")) {
    yield front(ofApi(api), Value.NULL, { ...NO_LEAD, certain: "yes" }, doubts);
  }
}

const NO_LEAD = { trigger: undefined, candidates: [], network: undefined, region: undefined };

function ofApi({ resource }: GatewayApiNode): Place {
  return {
    kind: "backend",
    via: resource,
    attribute: "backend_id",
    method: Value.NULL,
    stage: undefined,
  };
}

/** Routing plugins in effect, which send some of the calls elsewhere. */
function* ofRouting(graph: ResourceGraph, api: GatewayApiNode): Iterable<GatewayFront> {
  const routing = api.attached.filter(({ type }) => type.text === "routing");
  // One of the API's own stands for its group's.
  const own = routing.filter(
    ({ attachment, doubts }) => attachment.level === "api" && doubts.length === 0,
  );
  const isHidden = ({ level, stage }: AttachedPlugin["attachment"]): boolean =>
    level === "group" && own.some(({ attachment }) => attachment.stage.same(stage) === "yes");
  for (const { attachment, plugin, doubts } of routing) {
    if (!plugin || isHidden(attachment)) continue;
    const place = {
      kind: "routing",
      via: plugin.resource,
      stage: attachment.stage,
      attribute: "plugin_data",
    } as const;
    yield* inData(graph, place, plugin.text, plugin.data, false, doubts);
  }
}

/** Members of the JSON that hold an address, in lower case. */
const ADDRESS = /^(serviceaddress|address|fcbaseurl|functionbaseurl|triggerurl|baseurl|url)$/;

/** The addresses and functions that a backend's JSON names, whatever the case of its members. */
function* inData(
  graph: ResourceGraph,
  place: Omit<Place, "method">,
  text: Value,
  { value: data }: Parsed,
  isTrigger: boolean,
  doubts: readonly (Value | string)[],
): Iterable<GatewayFront> {
  const { via } = place;
  if (!data || data.isUnknown) {
    const leads = triggersInText(graph, via, text);
    const whole = { ...place, method: Value.NULL };
    if (leads.length > 0) yield* leads.map((lead) => front(whole, text, lead, doubts));
    else if (isTrigger) yield front(whole, text, { ...NO_LEAD, certain: "yes" }, doubts);
    else if (data) yield front(whole, text, { ...NO_LEAD, certain: "unknown" }, doubts);
    return;
  }
  let found = false;
  const objects = [...objectsIn(data, place.attribute)];
  for (const { value, path } of objects) {
    const entry = (pattern: RegExp): readonly [string, Value] | undefined =>
      value.entries.find(([key]) => pattern.test(key.toLowerCase()));
    const type = entry(/^(type|fctype)$/)?.[1].text ?? "";
    // What the gateway answers itself, or calls as an event, is no trigger.
    if (/^(mock|fcevent|fc_event|oss|http-vpc|vpc)/i.test(type)) continue;
    const named = isTrigger || /^(fc-?http|httptrigger)/i.test(type);
    const [key, url = Value.NULL] = entry(ADDRESS) ?? [];
    const functionName = entry(/^functionname$/)?.[1] ?? Value.NULL;
    if (url.isNull && (!named || functionName.isNull)) continue;
    const qualifier = entry(/^qualifier$/)?.[1] ?? Value.NULL;
    const lead = leadOf(graph, via, { url, functionName, qualifier, isTrigger: named });
    if (!lead) continue;
    found = true;
    const method = entry(/^(method|servicemethod|servicehttpmethod)$/)?.[1] ?? Value.NULL;
    const attribute = [path, key ?? "functionName"].join(".");
    yield front({ ...place, attribute, method }, url, lead, doubts);
  }
  if (!found && isTrigger) {
    yield front({ ...place, method: Value.NULL }, text, { ...NO_LEAD, certain: "yes" }, doubts);
  }
}

function* objectsIn(value: Value, path: string): Iterable<{ value: Value; path: string }> {
  if (value.kind === "object") yield { value, path };
  for (const [key, item] of value.entries) yield* objectsIn(item, `${path}.${key}`);
  for (const [index, item] of value.items.entries()) yield* objectsIn(item, `${path}[${index}]`);
}
