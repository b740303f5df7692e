import type { ResourceGraph } from "../graph";
import { withoutModule } from "../module-path";
import type { Resource } from "../resource";
import { Value } from "../value";
import { sourcesOf } from "./gateway-link";
import { sameQualifier } from "./qualifier";
import type { TriggerNode } from "./trigger";

/** A trigger that an address or a name leads to, or may lead to. */
export interface TriggerLead {
  /** `yes` where it surely is an HTTP trigger's, declared here or not. */
  readonly certain: "yes" | "unknown";
  /** The trigger where it surely is one that is declared. */
  readonly trigger: TriggerNode | undefined;
  /** The declared triggers that it may be. */
  readonly candidates: readonly TriggerNode[];
  /** Which of the two URLs; undefined where that is not known. */
  readonly network: "intranet" | "internet" | undefined;
  /** The region in a host that is written out. */
  readonly region: string | undefined;
}

/** Stands in a text for a piece that is not known. */
const HOLE = "\uE000";

const NOTHING = { trigger: undefined, candidates: [], network: undefined, region: undefined };

/** The trigger whose URL an address begins with; undefined where it surely is no trigger's. */
export function triggerAt(
  graph: ResourceGraph,
  user: Resource,
  address: Value,
): TriggerLead | undefined {
  const pieces = address.parts ?? [address];
  const text = pieces
    .map((piece) => (typeof piece === "string" ? piece : (piece.text ?? HOLE)))
    .join("");
  const start = /^[a-z][\w+.-]*:\/\//i.exec(text)?.[0].length ?? 0;
  const host = text.slice(start).split(/[/:?#]/, 1)[0];
  const holes = pieces.filter((piece) => typeof piece !== "string" && piece.text === undefined);
  const before = text.slice(0, start).split(HOLE).length - 1;
  const inHost = holes.slice(before, before + host.split(HOLE).length - 1) as readonly Value[];
  if (inHost.length === 0) return atHost(graph, user, address, host);
  const tail = host.slice(host.lastIndexOf(HOLE) + 1);
  if (tail === "") return inHole(graph, user, inHost);
  if (PLATFORM.test(tail)) {
    const region = /^\.([\w-]+?)(-vpc)?\.fcapp/i.exec(tail)?.[1].toLowerCase();
    return { ...NOTHING, certain: "yes", network: networkOf(tail), region };
  }
  return ".fcapp.run".endsWith(tail) ? { ...NOTHING, certain: "unknown" } : undefined;
}

const PLATFORM = /\.fcapp\.run\.?$/i;

function networkOf(tail: string): TriggerLead["network"] {
  if (/-vpc\.fcapp\.run/i.test(tail)) return "intranet";
  // Of `${var.region}.fcapp.run` the rest of the region is not known.
  return /\w\.fcapp\.run/i.test(tail) ? "internet" : undefined;
}

/** A host that is written out: known from a plan to be a declared trigger's, or that of another one. */
function atHost(
  graph: ResourceGraph,
  user: Resource,
  address: Value,
  host: string,
): TriggerLead | undefined {
  const found = /^[\w-]+\.([\w-]+?)(-vpc)?\.fcapp\.run\.?$/i.exec(host);
  if (!found) return undefined;
  const { resources, sure } = sourcesOf(graph, user, address, isTrigger);
  const declared = sure ? graph.gateway.triggerOf(resources[0]) : undefined;
  const trigger = declared ?? graph.gateway.triggerAtHost(host);
  return {
    certain: "yes",
    trigger,
    candidates: trigger ? [trigger] : [],
    network: found[2] ? "intranet" : "internet",
    region: found[1].toLowerCase(),
  };
}

/** A host of which nothing is known but the references that it is made of. */
function inHole(
  graph: ResourceGraph,
  user: Resource,
  holes: readonly Value[],
): TriggerLead | undefined {
  for (const hole of holes) {
    const intranet = mentions(hole, "url_intranet");
    const internet = mentions(hole, "url_internet");
    const isBlock = isOfTrigger(graph, user, hole);
    if (!intranet && !internet && !isBlock) continue;
    const { resources, sure } = sourcesOf(graph, user, hole, isTrigger);
    const candidates = resources
      .map((resource) => graph.gateway.triggerOf(resource))
      .filter((trigger) => trigger !== undefined);
    const single = sure && holes.length === 1 && candidates.length === 1;
    const only = !isBlock && hole.unresolved.every(({ path }) => path.some(isUrl));
    return {
      certain: single || only ? "yes" : "unknown",
      trigger: single ? candidates[0] : undefined,
      candidates,
      network: intranet === internet ? undefined : intranet ? "intranet" : "internet",
      region: undefined,
    };
  }
  return holes.some(mayHoldUrl) ? { ...NOTHING, certain: "unknown" } : undefined;
}

/**
 * A plan tells no more than the block, or the trigger, where an expression takes the URL out of it.
 * Nothing else of a trigger is an address that is not known yet.
 */
function isOfTrigger(graph: ResourceGraph, user: Resource, { references }: Value): boolean {
  const module = graph.moduleOf(user);
  if (module.isPlan !== true) return false;
  return references.some((reference) =>
    module.targets(reference).some((target) => {
      const path = target.instance === "" ? reference.path : reference.path.slice(1);
      return isTrigger(target) && (path.length === 0 || path[0] === "http_trigger");
    }),
  );
}

function isTrigger({ mode, type }: Resource): boolean {
  return mode === "managed" && type === "alicloud_fcv3_trigger";
}

function isUrl(step: string | number): boolean {
  return step === "url_intranet" || step === "url_internet";
}

/** Whether a URL is read, also by an expression around a reference to the whole trigger. */
function mentions(value: Value, attribute: string): boolean {
  return (
    value.references.some(({ path }) => path.includes(attribute)) ||
    new RegExp(`\\b${attribute}\\b`).test(value.key)
  );
}

/** Resources that may have any text in an attribute. */
const CARRIERS = /^(terraform_data|null_resource|alicloud_ros_stack)\./;
/** What is no attribute of a resource: a variable, a data source, an output of a module. */
const ELSEWHERE = /^(var|data|module|local|each|self)\./;

/** An attribute of another resource, such as the address of a load balancer, is no URL of a trigger. */
function mayHoldUrl({ unresolved }: Value): boolean {
  const addresses = unresolved.map(({ address }) => withoutModule(address));
  return (
    addresses.length === 0 ||
    addresses.some(
      (address) => ELSEWHERE.test(address) || CARRIERS.test(address) || address.includes("("),
    )
  );
}

/** The trigger on a function and qualifier that are named; a qualifier that is not given is LATEST. */
export function triggerNamed(
  graph: ResourceGraph,
  user: Resource,
  name: Value,
  qualifier: Value,
): Pick<TriggerLead, "trigger" | "candidates"> {
  const on = qualifier.isNull || qualifier.text === "" ? LATEST : qualifier;
  const key = graph.functionKey(user, name) ?? `${user.stack}/${user.provider}/${name.key}`;
  const all = graph.gateway.httpTriggersOf(key);
  const same = all.filter((trigger) => sameQualifier(trigger.qualifier, on) === "yes");
  if (same.length > 0) return { trigger: same[0], candidates: [same[0]] };
  const perhaps = all.filter((trigger) => sameQualifier(trigger.qualifier, on) === "unknown");
  return { trigger: undefined, candidates: perhaps };
}

const LATEST = Value.of("LATEST");

/**
 * The triggers whose URL stands somewhere in a text that is no JSON, such as YAML, or of which only
 * the references are known, as of any text with a reference in a plan.
 */
export function triggersInText(
  graph: ResourceGraph,
  user: Resource,
  text: Value,
): readonly TriggerLead[] {
  const leads: TriggerLead[] = [];
  for (const piece of text.parts ?? [text]) {
    if (typeof piece === "string" || !piece.isUnknown) {
      const known = typeof piece === "string" ? piece : (piece.text ?? "");
      for (const [host] of known.matchAll(/[\w-]+\.[\w-]+\.fcapp\.run\b/gi)) {
        const lead = atHost(graph, user, Value.of(host), host);
        if (lead) leads.push(lead);
      }
      continue;
    }
    for (const resource of sourcesOf(graph, user, piece, isTrigger).resources) {
      const trigger = graph.gateway.triggerOf(resource);
      const network = networkRead(graph, user, piece, resource);
      if (!trigger || network === "none") continue;
      leads.push({ certain: "yes", trigger, candidates: [trigger], network, region: undefined });
    }
  }
  return leads;
}

/** Which URL of a trigger a value reads; `none` where it reads something else of it. */
function networkRead(
  graph: ResourceGraph,
  user: Resource,
  value: Value,
  trigger: Resource,
): TriggerLead["network"] | "none" {
  const module = graph.moduleOf(user);
  const read = value.references
    .filter((reference) => module.targets(reference).includes(trigger))
    .flatMap(({ path }) => path)
    .filter(isUrl);
  if (read.length > 0) {
    const networks = new Set(read);
    return networks.size > 1 ? undefined : read[0] === "url_intranet" ? "intranet" : "internet";
  }
  const intranet = mentions(value, "url_intranet");
  const internet = mentions(value, "url_internet");
  if (!intranet && !internet) return "none";
  return intranet === internet ? undefined : intranet ? "intranet" : "internet";
}
