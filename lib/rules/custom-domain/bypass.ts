import {
  type CustomDomainNode,
  type GatewayApiNode,
  type GatewayFront,
  type Resource,
  type ResourceGraph,
  type Route,
  type TriggerNode,
  Value,
} from "../../graph";
import { frontsIn, numberNeeds } from "../api-gateway/fronts";
import { settingOf } from "../http-trigger/settings";
import type { Detail, Rule, Verdict } from "../rule";
import { at, show, undecided, violated } from "../verdict";
import { isOpen } from "./openness";

/** A custom domain works whether or not the internet URL of a trigger is disabled, and reads no gateway plugin. */
export const bypass: Rule = {
  id: "custom-domain/bypass",
  level: "error",
  title:
    "a custom domain without authentication does not route to a function whose internet URL is disabled and that a gateway API fronts",
  *evaluate(graph) {
    const open = graph.customDomains.filter((domain) => isOpen(domain) !== "no");
    if (open.length === 0) return;
    const ways = new GuardedWays(graph);
    for (const domain of open) yield* routeVerdicts(domain, ways);
  },
};

/** A way to a function that is, or may be, closed but for a gateway API. */
interface Way {
  /** Who names the function. */
  readonly user: Resource;
  readonly functionName: Value;
  /** Undefined where the configuration does not declare it. */
  readonly trigger: TriggerNode | undefined;
  readonly api: GatewayApiNode;
  /** What has to be known to tell that it is closed, and behind the API. */
  readonly doubts: readonly string[];
}

/** The ways that a gateway guards, by their functions. */
class GuardedWays {
  private readonly byFunction = new Map<string, Way>();
  /** Those to functions of which the name is not known. */
  private readonly unnamed: readonly Way[];

  public constructor(private readonly graph: ResourceGraph) {
    for (const { api, front } of frontsIn(graph)) {
      for (const trigger of front.candidates) {
        const sure = front.certain === "yes" && front.trigger === trigger;
        this.add(api, trigger, sure ? [] : front.needs);
      }
      if (front.candidates.length === 0) this.addElsewhere(api, front);
    }
    this.unnamed = [...this.byFunction.values()].filter((way) => way.functionName.isUnknown);
  }

  /** The way to the function of a route, or one that may be; what is not known is among its doubts. */
  public to({ resource }: CustomDomainNode, { functionName }: Route): Way | undefined {
    if (functionName.isNull) return undefined;
    const sure = this.byFunction.get(keyOf(this.graph, resource, functionName));
    if (sure) return sure;
    // Of two names that are known it is known whether they are the same.
    for (const way of functionName.isUnknown ? this.byFunction.values() : this.unnamed) {
      const { user, functionName: other } = way;
      const isNear = user.stack === resource.stack && user.provider === resource.provider;
      if (!isNear || other.same(functionName) !== "unknown") continue;
      return { ...way, doubts: [...functionName.needs, ...other.needs] };
    }
    return undefined;
  }

  private add(api: GatewayApiNode, trigger: TriggerNode, open: readonly string[]): void {
    const disabled = settingOf(trigger, "disableURLInternet");
    // One that is open is no way past the gateway that was closed.
    if (!disabled || (disabled.bool !== true && !disabled.isUnknown)) return;
    const { resource: user, functionName } = trigger;
    const doubts = [...open, ...numberNeeds(api, trigger), ...disabled.needs];
    this.keep({ user, functionName, trigger, api, doubts });
  }

  /** An API in front of a trigger that is not declared, or not known. */
  private addElsewhere(api: GatewayApiNode, front: GatewayFront): void {
    const { kind, needs, network, url, via } = front;
    const functionName =
      kind === "FunctionCompute" ? via.get("fc_service_config", "function_name") : Value.NULL;
    if (functionName.isNull || functionName.text === "") {
      // A host that is no trigger's.
      if (url.text && !network) return;
      const open = needs.length > 0 ? needs : [`the trigger at ${show(url)}`];
      for (const trigger of this.graph.httpTriggers) this.add(api, trigger, open);
      return;
    }
    const doubts = [`disableURLInternet of the HTTP trigger of ${show(functionName)}`];
    this.keep({ user: via, functionName, trigger: undefined, api, doubts });
  }

  private keep(way: Way): void {
    const key = keyOf(this.graph, way.user, way.functionName);
    const before = this.byFunction.get(key);
    if (!before || (before.doubts.length > 0 && way.doubts.length === 0)) {
      this.byFunction.set(key, way);
    }
  }
}

/** A text that two share only when they surely name one function. */
function keyOf(graph: ResourceGraph, user: Resource, name: Value): string {
  return graph.functionKey(user, name) ?? `${user.stack}/${user.provider}/${name.key}`;
}

function* routeVerdicts(domain: CustomDomainNode, ways: GuardedWays): Iterable<Verdict> {
  const { resource, authType, routes } = domain;
  const found = new Map<string, { index: number; way: Way }>();
  for (const [index, route] of routes.entries()) {
    const way = ways.to(domain, route);
    if (!way) continue;
    const {
      resource: { id },
    } = way.trigger ?? { resource: way.user };
    const before = found.get(id);
    if (!before || (before.way.doubts.length > 0 && way.doubts.length === 0)) {
      found.set(id, { index, way });
    }
  }
  for (const { index, way } of found.values()) {
    const { api, trigger, doubts, functionName } = way;
    const where: Pick<Detail, "attribute" | "message" | "related"> = {
      attribute: at("route_config", "routes", index),
      message: "this domain lets anybody past the gateway that guards its function",
      related: [
        { resource: api.resource, message: "the API in front of the function" },
        ...(trigger
          ? [{ resource: trigger.resource, message: "disableURLInternet is true here" }]
          : []),
      ],
    };
    const needs = [...authType.needs, ...doubts];
    if (needs.length > 0 || !trigger) {
      yield undecided(resource, where, needs);
      continue;
    }
    yield violated(resource, {
      ...where,
      got: `no authentication on a route to ${show(functionName)}, whose internet URL is disabled by ${trigger.address} and which ${api.address} fronts`,
      expected: "an authentication of the domain, or no route to this function",
      fix: "set auth_type to function or jwt in auth_config, or remove the route and let the gateway serve the name",
      values: [authType, functionName],
    });
  }
}
