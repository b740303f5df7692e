import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import type { Value } from "../value";
import type { FunctionNode } from "./function";

/** What leads, or may lead, from HTTP to a function. */
export interface HttpLead {
  /** Who leads there: a trigger, a custom domain, a gateway API. */
  readonly by: Resource;
  /** The function where the configuration declares it. */
  readonly function: FunctionNode | undefined;
  /** The name of the function. */
  readonly name: Value;
  /** What decides whether it is one: the type of a trigger. */
  readonly doubts: readonly string[];
}

/** The leads to declared functions, and those of which it is not known where they go. */
export interface HttpLeads {
  readonly to: ReadonlyMap<FunctionNode, readonly HttpLead[]>;
  readonly anywhere: readonly HttpLead[];
}

/** Every HTTP trigger, custom domain's route and gateway API, by the function to which it leads. */
export function httpLeads(graph: ResourceGraph): HttpLeads {
  const to = new Map<FunctionNode, HttpLead[]>();
  const anywhere: HttpLead[] = [];
  for (const lead of leadsOf(graph)) {
    if (lead.function) {
      const known = to.get(lead.function);
      if (known) known.push(lead);
      else to.set(lead.function, [lead]);
    } else if (lead.name.isUnknown) {
      anywhere.push(lead);
    }
  }
  return { to, anywhere };
}

function* leadsOf(graph: ResourceGraph): Iterable<HttpLead> {
  for (const trigger of graph.triggers) {
    const { resource: by, functionName: name, type } = trigger;
    if (type.text !== "http" && !type.isUnknown) continue;
    yield { by, function: trigger.function, name, doubts: type.needs };
  }
  for (const { resource: by, routes } of graph.customDomains) {
    for (const route of routes) {
      yield { by, function: route.function, name: route.functionName, doubts: [] };
    }
  }
  // An API that calls a trigger's URL needs no look: the trigger has been seen.
  for (const by of graph.ofType("alicloud_api_gateway_api")) {
    for (const service of by.blocks("fc_service_config")) {
      if (service.isUnknown) continue;
      const name = service.get("function_name");
      yield { by, function: graph.functionOf(by, name), name, doubts: [] };
    }
  }
  const byId = new Map(graph.functions.map((node) => [node.resource.id, node]));
  for (const by of graph.ofType("alicloud_api_gateway_backend_model")) {
    for (const { id } of graph.targetsOf(by)) {
      const node = byId.get(id);
      if (node) yield { by, function: node, name: node.name, doubts: [] };
    }
  }
}
