import { TerraformElement, type TerraformStack } from "cdktf";
import {
  ApiGatewayFronted,
  ApiRoute,
  BackendSignature,
  GatewayStage,
  IpAccess,
  TrafficControl,
} from "../../lib";
import { orders } from "../support/given";
import { stackOf } from "../support/synth";

const STAGES = [GatewayStage.RELEASE, GatewayStage.PRE];

/** A front with so many routes, in a stack of its own. */
function withRoutes(count: number): TerraformStack {
  const stack = stackOf("prod");
  new ApiGatewayFronted(stack, "Front", {
    target: orders(stack),
    routes: Array.from({ length: count }, (_, index) => ApiRoute.get(`/orders/${index}/[id]`)),
    stages: STAGES,
    backendSignature: BackendSignature.fromVariables(stack, "Signature"),
    protect: [IpAccess.allow("203.0.113.0/24")],
    plugins: [TrafficControl.perMinute(600)],
  });
  return stack;
}

/** How many resources there are of each type. */
function typesIn(stack: TerraformStack): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const element of stack.node.findAll()) {
    const { terraformResourceType: type } = element as { terraformResourceType?: string };
    if (type && TerraformElement.isTerraformElement(element))
      counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

test("100 routes need as many attachments of a plugin as there are stages, and none for each", () => {
  const plugins = 3;
  const few = typesIn(withRoutes(10));
  expect(few.alicloud_api_gateway_group_plugin_attachment).toBe(plugins * STAGES.length);
  expect(few.alicloud_api_gateway_plugin_attachment).toBeUndefined();
  expect(typesIn(withRoutes(100))).toEqual({ ...few, alicloud_api_gateway_api: 100 });
});

test("a route costs one resource in one construct, however many there are", () => {
  const [one, ten, hundred] = [1, 10, 100].map((count) => withRoutes(count).node.findAll().length);
  expect(ten - one).toBe(9 * 2);
  expect(hundred - one).toBe(99 * 2);
});
