import { PROTOCOLS } from "../../facts/protocols";
import type { Resource, ResourceGraph, TriggerNode } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { at, show, undecided, verdictOf, violated } from "../verdict";

/** Each protocol has its own conditions; a client of one that is not met cannot connect. */
export const protocol: Rule = {
  id: "http-trigger/protocol",
  level: "error",
  title:
    "a trigger that declares WebSocket, gRPC or SSE has the method, the runtime and the way in that the protocol needs",
  *evaluate(graph) {
    for (const trigger of graph.httpTriggers) {
      for (const name of new Set(trigger.resource.metadata.protocols ?? [])) {
        yield* methodFor(trigger, name);
        yield* serverFor(trigger, name);
        if (name === "gRPC") yield* wayIn(graph, trigger);
      }
    }
  },
};

/** The method that the protocol's requests have is one that the trigger accepts. */
function* methodFor({ resource, methods }: TriggerNode, name: string): Iterable<Verdict> {
  const method = PROTOCOLS[name]?.method;
  if (!method || (methods.kind !== "list" && !methods.isUnknown)) return;
  if (methods.items.some((item) => item.text?.toUpperCase() === method)) return;
  yield* verdictOf(
    methods.isKnown ? "yes" : "unknown",
    resource,
    {
      attribute: at("trigger_config", "methods"),
      message: `${name} requests are ${method} requests, which this trigger refuses with 403`,
      got: `${show(methods)} with ${name} declared`,
      expected: `${method} among the methods`,
      fix: `add ${method}, or do not declare ${name}`,
      values: [methods],
    },
    [methods],
  );
}

/** The function is run by a server of its own. */
function* serverFor(trigger: TriggerNode, name: string): Iterable<Verdict> {
  if (!PROTOCOLS[name]?.ownServer) return;
  const { resource, function: owner, functionName } = trigger;
  const where = {
    attribute: "protocols",
    message: `${name} needs a custom runtime or a container`,
    related: owner && [{ resource: owner.resource, message: "the function" }],
  };
  if (!owner || owner.runtime.isUnknown) {
    const needs = owner ? owner.runtime : `the runtime of ${show(functionName)}`;
    yield undecided(resource, where, [needs]);
  } else if (owner.runtimeClass === "built-in") {
    yield violated(resource, {
      ...where,
      got: `${name} declared, runtime ${show(owner.runtime)} of ${owner.resource.address}`,
      expected: "a runtime custom, custom.debian… or custom-container",
      fix: `run the function in a custom runtime or a container, or do not declare ${name}`,
      values: [owner.runtime],
    });
  }
}

/** Whether a gateway API calls a function's trigger by the function's name. */
function callsTriggerOf(graph: ResourceGraph, api: Resource, key: string): boolean {
  return api
    .blocks("fc_service_config")
    .some(
      (service) =>
        service.get("function_type").text === "HttpTrigger" &&
        graph.functionKey(api, service.get("function_name")) === key,
    );
}

/** A gateway does not pass gRPC on, so where the public URL is off a custom domain has to be there. */
function* wayIn(graph: ResourceGraph, trigger: TriggerNode): Iterable<Verdict> {
  const { resource, disableUrlInternet: disabled } = trigger;
  if (disabled.bool !== true && !disabled.isUnknown) return;
  const key = trigger.sureFunctionKey;
  const front =
    graph
      .usesOf(resource)
      .map(({ user }) => user)
      .find((user) => "type" in user && user.type.startsWith("alicloud_api_gateway_")) ??
    graph.ofType("alicloud_api_gateway_api").find((api) => callsTriggerOf(graph, api, key));
  if (!front) return;
  const routes = graph.customDomains.flatMap((domain) =>
    domain.routes.map((route) => ({ user: domain.resource, ...route })),
  );
  if (routes.some((route) => graph.functionKey(route.user, route.functionName) === key)) return;
  const open = routes
    .filter((route) => graph.functionKey(route.user, route.functionName) === undefined)
    .map((route) => route.functionName);
  yield* verdictOf(
    disabled.isUnknown || open.length > 0 ? "unknown" : "yes",
    resource,
    {
      attribute: "protocols",
      message: "gRPC is not passed on by API Gateway",
      got: `gRPC declared, disableURLInternet true, and no way in but ${front.address}`,
      expected: "the fcapp.run URL or a custom domain for gRPC clients",
      fix: "add a custom domain that routes to the function, or do not declare gRPC",
      values: [disabled],
    },
    [disabled, ...open],
  );
}
