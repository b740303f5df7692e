import type { ResourceGraph } from "../graph";
import type { FunctionNode } from "./function";

/** The declared functions to which an HTTP trigger, a custom domain's route or a gateway API leads. */
export function functionsBehindHttp(graph: ResourceGraph): ReadonlySet<FunctionNode> {
  const found = new Set<FunctionNode | undefined>();
  for (const trigger of graph.httpTriggers) found.add(trigger.function);
  for (const domain of graph.customDomains) {
    for (const route of domain.routes) found.add(route.function);
  }
  // An API that calls a trigger's URL needs no look: the trigger has been seen.
  for (const api of graph.ofType("alicloud_api_gateway_api")) {
    for (const service of api.blocks("fc_service_config")) {
      found.add(graph.functionOf(api, service.get("function_name")));
    }
  }
  const byId = new Map(graph.functions.map((node) => [node.resource.id, node]));
  for (const model of graph.ofType("alicloud_api_gateway_backend_model")) {
    for (const target of graph.targetsOf(model)) found.add(byId.get(target.id));
  }
  return new Set([...found].filter((node) => node !== undefined));
}
