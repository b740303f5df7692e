import { TerraformVariable } from "cdktf";
import { ImportedPlugin } from "../../../lib/api-gateway/plugins/imported-plugin";
import { GatewayStage } from "../../../lib/api-gateway/stage";
import { stackOf } from "../../support/synth";
import { dataOf, problemsOf, wrongIn } from "./fixtures";

const of = (type: unknown, id: unknown, options?: unknown) =>
  ImportedPlugin.fromPluginId(type as never, id as never, options as never);

test("it is known by its id, and not made", () => {
  const plugin = of("jwtAuth", "9a3f1a5279434f2ba74ccd91c295af9f", { stages: [GatewayStage.PRE] });
  expect(problemsOf(plugin)).toEqual([]);
  expect(plugin.pluginType).toBe("jwtAuth");
  expect(plugin._pluginId).toBe("9a3f1a5279434f2ba74ccd91c295af9f");
  expect(plugin._options).toEqual({ stages: [GatewayStage.PRE] });
  expect(dataOf(plugin)).toBeUndefined();
  expect(plugin._credentials()?.remark).toBe("add to it what the jwtAuth plugin asks for");
});

test("its id may be a reference", () => {
  const id = new TerraformVariable(stackOf(), "plugin", { type: "string" }).stringValue;
  expect(problemsOf(of("cors", id, null))).toEqual([]);
  expect(of("cors", id)._pluginId).toBe(id);
});

test("what is wrong is said all at once", () => {
  expect(problemsOf(of("JwtAuth", "", { pluginName: "x" }))).toEqual([
    'plugins[0].pluginType: "JwtAuth"; one of trafficControl, ipControl, backendSignature, jwtAuth, basicAuth, cors, caching, routing, accessControl, errorMapping, circuitBreaker, remoteAuth, logMask, transformer; write "jwtAuth"',
    "plugins[0].pluginId: an empty text; the id of a plugin; give the id of a plugin",
    "plugins[0].pluginName: a prop of an unknown name; one of stages; remove it",
  ]);
  for (const wrong of [undefined, null, 1, true, [], () => 1]) {
    expect(wrongIn(of(wrong, "a"))).toHaveLength(1);
    expect(wrongIn(of("cors", wrong))).toHaveLength(1);
  }
});
