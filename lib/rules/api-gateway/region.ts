import { type GatewayApiNode, type GatewayFront, type ResourceGraph, Value } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";
import { related } from "./fronts";

const message = "an API and the function behind it are in one region";

/** The intranet URL of a trigger is reached from its own region only. */
export const region: Rule = {
  id: "api-gateway/region",
  level: "error",
  title: "the gateway, the trigger behind it and its function are in one region",
  *evaluate(graph) {
    for (const api of graph.gatewayApis) {
      const found = [
        ...api.fronts.flatMap((front) => [...verdicts(graph, api, front)]),
        ...eventVerdicts(graph, api),
      ];
      const [verdict] = [...found.filter(({ answer }) => answer === "violated"), ...found];
      if (verdict) yield verdict;
    }
  },
};

/** A region, and what is in it. */
interface Place {
  readonly what: string;
  readonly region: Value;
  readonly attribute?: string;
}

function* verdicts(
  graph: ResourceGraph,
  api: GatewayApiNode,
  front: GatewayFront,
): Iterable<Verdict> {
  const gateway = graph.regionOf(api.resource);
  const others = placesOf(graph, api, front);
  const compared = others.map((place) => ({ place, same: place.region.same(gateway) }));
  const apart = compared.find(({ same }) => same === "no");
  const between = apart ? undefined : pairApart(others);
  const attribute = (apart?.place ?? between?.[0])?.attribute ?? front.attribute;
  if (apart || between) {
    const [first, second] = between ?? [{ what: "the API", region: gateway }, apart?.place];
    if (!second) return;
    if (front.certain === "unknown") {
      yield undecided(api.resource, { attribute, message }, front.needs);
      return;
    }
    yield violated(api.resource, {
      attribute,
      message,
      got: `${first.what} in ${show(first.region)}, ${second.what} in ${show(second.region)}`,
      expected: "one region",
      fix: "put both in one region, with the region's provider and intranet URL",
      related: related(front),
      values: [first.region, second.region],
    });
    return;
  }
  const open = compared.filter(({ same }) => same === "unknown");
  if (open.length === 0) return;
  const needs = [gateway, ...open.map(({ place }) => place.region)];
  yield undecided(
    api.resource,
    { attribute: open[0].place.attribute ?? front.attribute, message, related: related(front) },
    needs,
  );
}

/** The verdict on a function that is called as an event: a gateway reaches that from another region too, but only where it is. */
function* eventVerdicts(graph: ResourceGraph, { resource }: GatewayApiNode): Iterable<Verdict> {
  const attribute = "fc_service_config.region";
  for (const block of resource.blocks("fc_service_config")) {
    const type = block.get("function_type");
    if (type.text !== "FCEvent" && !type.isNull) continue;
    const owner = graph.functionOf(resource, block.get("function_name"))?.resource;
    const value = block.get("region");
    if (!owner || value.isNull) continue;
    const written = graph.regionNamed(resource, value);
    const real = graph.regionOf(owner);
    const same = written.same(real);
    const where = { attribute, message, related: [{ resource: owner, message: "the function" }] };
    if (same === "unknown") yield undecided(resource, where, [written, real]);
    if (same !== "no") continue;
    yield violated(resource, {
      ...where,
      got: `${attribute} ${show(written)}, and ${owner.address} in ${show(real)}`,
      expected: "the region of the function",
      fix: `write ${show(real)}`,
      values: [written, real],
    });
  }
}

/** Where the function is, by all that says so. */
function placesOf(
  graph: ResourceGraph,
  { resource }: GatewayApiNode,
  { trigger, region: written, kind }: GatewayFront,
): readonly Place[] {
  const places: Place[] = [];
  if (kind === "FunctionCompute") {
    const attribute = "fc_service_config.region";
    const value = resource.get("fc_service_config").get("region");
    const named = graph.regionNamed(resource, value);
    if (!value.isNull) places.push({ what: attribute, region: named, attribute });
  }
  if (written !== undefined) places.push({ what: "the trigger's URL", region: Value.of(written) });
  if (trigger) {
    places.push({ what: trigger.address, region: graph.regionOf(trigger.resource) });
    const owner = trigger.function?.resource;
    if (owner) places.push({ what: owner.address, region: graph.regionOf(owner) });
  }
  return places;
}

/** Where the gateway's own region is not known, two others may be apart. */
function pairApart(places: readonly Place[]): readonly [Place, Place] | undefined {
  for (const [index, first] of places.entries()) {
    const second = places
      .slice(index + 1)
      .find((other) => first.region.same(other.region) === "no");
    if (second) return [first, second];
  }
  return undefined;
}
