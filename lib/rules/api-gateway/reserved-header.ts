import { CALLERS_HEADERS, requestHeaderProblem } from "../../facts/headers";
import type { Problem } from "../../facts/problem";
import type {
  GatewayApiNode,
  GatewayPluginNode,
  Resource,
  ResourceGraph,
  Value,
} from "../../graph";
import type { Rule, Verdict } from "../rule";
import { at, undecided, violated } from "../verdict";
import { hidden, knownText } from "../written";

const message = "the platform keeps this request header for itself";

/** The function never sees a header that the platform keeps for itself. */
export const reservedHeader: Rule = {
  id: "api-gateway/reserved-header",
  level: "error",
  title:
    "no constant, system, mapped or transformed header that reaches a function is one that the platform keeps for itself",
  *evaluate(graph) {
    for (const api of graph.gatewayApis) {
      const doubts = doubtsOfReach(api);
      if (doubts) yield* judged(api.resource, parametersOf(api), doubts);
    }
    for (const [plugin, reach] of pluginsInFront(graph)) {
      const data = plugin.data.value;
      if (!data) continue;
      if (data.isUnknown) {
        yield undecided(plugin.resource, { attribute: "plugin_data", message }, [data]);
        continue;
      }
      const headers =
        plugin.type.text === "routing" ? routed(data, reach) : transformed(data, reach);
      for (const { header, doubts } of headers) yield* judged(plugin.resource, [header], doubts);
    }
  },
};

/** A parameter that is sent on, perhaps as a header. */
interface Header {
  readonly attribute: string;
  readonly name: Value;
  /** Where it is put. */
  readonly location: Value;
}

const BLOCKS = [
  ["constant_parameters", "name", "in"],
  ["system_parameters", "name_service", "in"],
  ["request_parameters", "name_service", "in_service"],
] as const;

/** What the API itself puts into the request. */
function* parametersOf({ resource }: GatewayApiNode): Iterable<Header> {
  for (const [list, name, location] of BLOCKS) {
    for (const [index, block] of resource.blocks(list).entries()) {
      const attribute = block.isUnknown ? list : at(list, index, name);
      yield { attribute, name: block.get(name), location: block.get(location) };
    }
  }
}

/** What has to be known to tell whether calls of an API reach a function over HTTP; undefined where they do not. */
function doubtsOfReach({ fronts }: GatewayApiNode): readonly string[] | undefined {
  if (fronts.some(({ certain }) => certain === "yes")) return [];
  return fronts.length === 0 ? undefined : fronts.flatMap(({ needs }) => needs);
}

/** A header that a plugin sets, and what has to be known to tell whether it reaches a function. */
interface PluginHeader {
  readonly header: Header;
  readonly doubts: readonly string[];
}

/** The APIs that a plugin is attached to, and what has to be known to tell so. */
interface Attached {
  readonly api: GatewayApiNode;
  readonly doubts: readonly string[];
}

const PLUGIN_TYPES = ["transformer", "routing"];

/** The plugins that set headers, with the APIs that they are attached to. */
function pluginsInFront(graph: ResourceGraph): ReadonlyMap<GatewayPluginNode, readonly Attached[]> {
  const found = new Map<GatewayPluginNode, Attached[]>();
  for (const api of graph.gatewayApis) {
    if (api.fronts.length === 0) continue;
    for (const { plugin, doubts } of api.attached) {
      if (!plugin || !PLUGIN_TYPES.includes(plugin.type.text ?? "")) continue;
      const known = found.get(plugin);
      if (known) known.push({ api, doubts });
      else found.set(plugin, [{ api, doubts }]);
    }
  }
  return found;
}

/** What a transformer puts into the request. */
function* transformed(data: Value, reach: readonly Attached[]): Iterable<PluginHeader> {
  const doubts = least(reach.map((one) => [...one.doubts, ...(doubtsOfReach(one.api) ?? [])]));
  for (const list of ["putRequestParameter", "addRequestParameterIfAbsent"]) {
    for (const [index, value] of data.get(list).blocks.entries()) {
      // Nothing is sent of it.
      if (value.get("value").isNull) continue;
      yield { header: headerOf(["plugin_data", list, index], value), doubts };
    }
  }
}

/** What a routing plugin adds to the calls that it sends elsewhere, where that is a function. */
function* routed(data: Value, reach: readonly Attached[]): Iterable<PluginHeader> {
  for (const [index, route] of data.get("routes").blocks.entries()) {
    const path = ["plugin_data", "routes", index] as const;
    const ways = reach.flatMap(({ api, doubts }) => {
      const own = route.get("backend").isNull
        ? api.fronts.filter(({ kind }) => kind !== "routing")
        : api.fronts.filter(({ attribute }) => attribute.startsWith(at(...path)));
      return own.map(({ certain, needs }) => [...doubts, ...(certain === "yes" ? [] : needs)]);
    });
    if (ways.length === 0) continue;
    for (const [number, value] of route.get("constant-parameters").blocks.entries()) {
      const header = headerOf([...path, "constant-parameters", number], value);
      yield { header, doubts: least(ways) };
    }
  }
}

function headerOf(path: readonly (string | number)[], value: Value): Header {
  const attribute = at(...path, ...(value.isUnknown ? [] : ["name"]));
  return { attribute, name: value.get("name"), location: value.get("location") };
}

function least(needs: readonly (readonly string[])[]): readonly string[] {
  return needs.find((list) => list.length === 0) ?? needs[0] ?? [];
}

/** The verdicts on headers that reach a function, but for what has to be known to tell so. */
function* judged(
  resource: Resource,
  headers: Iterable<Header>,
  doubts: readonly string[],
): Iterable<Verdict> {
  for (const { attribute, name, location } of headers) {
    if (!location.isUnknown && !/^head(er)?$/i.test(location.text ?? "")) continue;
    const where = { attribute, message };
    const problem = hidden(name, problemOf(name));
    if (!problem) {
      if (mayBeReserved(name)) yield undecided(resource, where, [name, location, ...doubts]);
      continue;
    }
    const needs = [...location.needs, ...doubts];
    if (needs.length > 0) yield undecided(resource, where, needs);
    else yield violated(resource, { ...where, ...problem, values: [name] });
  }
}

/** What is wrong with a name, also with one whose beginning alone is known. */
function problemOf(name: Value): Problem | undefined {
  if (name.text !== undefined) return requestHeaderProblem(name.text);
  const begin = name.prefix.toLowerCase();
  if (!begin.startsWith("x-fc-")) return undefined;
  // It may become one of those that callers do send.
  if (CALLERS_HEADERS.some((header) => header.toLowerCase().startsWith(begin))) return undefined;
  const problem = requestHeaderProblem(begin);
  return problem && { ...problem, got: JSON.stringify(knownText(name, "${…}")) };
}

const RESERVED_BEGINNINGS = ["x-fc-", "connection", "keep-alive"];

/** Whether a name of which perhaps only the beginning is known may be a reserved one. */
function mayBeReserved(name: Value): boolean {
  const prefix = name.prefix.toLowerCase();
  return (
    name.isUnknown &&
    RESERVED_BEGINNINGS.some((begin) => begin.startsWith(prefix) || prefix.startsWith(begin))
  );
}
