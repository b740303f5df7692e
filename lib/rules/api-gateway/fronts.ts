import type { GatewayApiNode, GatewayFront, ResourceGraph, TriggerNode } from "../../graph";

/** An API and one of the triggers that are, or may be, behind it. */
export interface ApiFront {
  readonly api: GatewayApiNode;
  readonly front: GatewayFront;
}

/** Every API with each trigger that is, or may be, behind it, in order. */
export function* frontsIn(graph: ResourceGraph): Iterable<ApiFront> {
  for (const api of graph.gatewayApis) {
    for (const front of api.fronts) yield { api, front };
  }
}

/** What tells whether a block makes the API; where the trigger is made by the same, there is nothing to tell. */
export function numberNeeds({ resource }: GatewayApiNode, trigger: TriggerNode): readonly string[] {
  const { multiplicity } = resource;
  if (!multiplicity || multiplicity.key === trigger.resource.multiplicity?.key) return [];
  return multiplicity.needs;
}

/** `HttpTrigger` backends, and those that name an address; what the gateway calls as an event is none. */
export function related(front: GatewayFront) {
  return front.trigger && [{ resource: front.trigger.resource, message: "the trigger" }];
}
