import { gatewayTimeoutDoubt } from "../../facts/gateway-timeout";
import { DEFAULT_TIMEOUT_SECONDS } from "../../facts/timeout";
import type { FunctionNode, GatewayApiNode, ResourceGraph, Value } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";

/** The block of each service that an API may call. */
const SERVICES = [
  ["FunctionCompute", "fc_service_config"],
  ["HTTP", "http_service_config"],
  ["HTTP-VPC", "http_vpc_service_config"],
] as const;

/** The gateway counts in milliseconds, the function in seconds; who waits less than the function runs answers 504 while it still works. */
export const timeout: Rule = {
  id: "api-gateway/timeout",
  level: "warning",
  title:
    "the backend timeout of an API is in milliseconds, and not shorter than the function's own",
  *evaluate(graph) {
    for (const api of graph.gatewayApis) {
      for (const [type, block] of SERVICES) {
        const { text } = api.serviceType;
        if (text !== undefined && text !== type) continue;
        for (const config of api.resource.blocks(block)) yield* verdicts(graph, api, block, config);
      }
    }
  },
};

function* verdicts(
  graph: ResourceGraph,
  api: GatewayApiNode,
  block: string,
  config: Value,
): Iterable<Verdict> {
  const { resource } = api;
  const value = config.get("timeout");
  const attribute = `${block}.timeout`;
  if (value.isUnknown) {
    const message = "the backend timeout of an API is in milliseconds";
    yield undecided(resource, { attribute, message }, [value]);
    return;
  }
  const { number } = value;
  if (number === undefined) return;
  const doubt = gatewayTimeoutDoubt(number);
  if (doubt) {
    const message = "the backend timeout of an API is in milliseconds: this looks like seconds";
    yield violated(resource, { attribute, message, ...doubt, values: [value] });
    return;
  }
  yield* againstFunction(graph, api, { block, config, value, number });
}

interface Waiting {
  readonly block: string;
  readonly config: Value;
  readonly value: Value;
  readonly number: number;
}

/** The verdict on a wait that may be shorter than the function runs. */
function* againstFunction(
  graph: ResourceGraph,
  api: GatewayApiNode,
  { block, config, value, number }: Waiting,
): Iterable<Verdict> {
  const { resource } = api;
  const where = {
    attribute: `${block}.timeout`,
    message: "the gateway gives up before the function does",
  };
  const needs: (Value | string)[] = [];
  for (const { node, doubts } of functionsBehind(graph, api, block, config)) {
    const { timeoutSeconds } = node;
    const seconds = secondsOf(timeoutSeconds);
    if (seconds === undefined) needs.push(timeoutSeconds);
    if (seconds === undefined || seconds * 1000 <= number) continue;
    if (doubts.length > 0) {
      needs.push(...doubts);
      continue;
    }
    const how = timeoutSeconds.isNull ? " by default" : "";
    yield violated(resource, {
      ...where,
      got: `${number} ms, and ${node.resource.address} may run ${seconds} s${how}`,
      expected: `at least ${seconds * 1000} ms`,
      fix: `write ${seconds * 1000}, or give the function a shorter timeout`,
      related: [{ resource: node.resource, message: "the function" }],
      values: [value, timeoutSeconds],
    });
    return;
  }
  if (needs.length > 0) yield undecided(resource, where, needs);
}

/** A function's timeout; undefined where it is not known, or is none. */
function secondsOf(timeout: Value): number | undefined {
  if (timeout.isNull) return DEFAULT_TIMEOUT_SECONDS;
  const { number } = timeout;
  // The provider leaves a 0 out, and the service takes its default.
  return number === 0 ? DEFAULT_TIMEOUT_SECONDS : number;
}

interface Behind {
  readonly node: FunctionNode;
  /** What has to be known to tell whether the API calls it. */
  readonly doubts: readonly string[];
}

/** The declared functions that the API's own service calls, or may call. */
function* functionsBehind(
  graph: ResourceGraph,
  api: GatewayApiNode,
  block: string,
  config: Value,
): Iterable<Behind> {
  const seen = new Set<FunctionNode>();
  const named = graph.functionOf(api.resource, config.get("function_name"));
  if (named) {
    seen.add(named);
    yield { node: named, doubts: api.serviceType.needs };
  }
  for (const front of api.fronts) {
    if (front.via !== api.resource || !front.attribute.startsWith(block)) continue;
    const triggers = front.trigger ? [front.trigger] : front.candidates;
    for (const { function: node } of triggers) {
      if (!node || seen.has(node)) continue;
      seen.add(node);
      yield { node, doubts: front.trigger && front.certain === "yes" ? [] : front.needs };
    }
  }
}
