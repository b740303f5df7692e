import { type TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import type { IApiApp } from "../../../lib/api-gateway/app/api-app-ref";
import { makePlugins } from "../../../lib/api-gateway/plugins/attach/attach";
import type { GatewayPlugin, PluginPlace } from "../../../lib/api-gateway/plugins/gateway-plugin";
import type { TerraformJson } from "../../../lib/graph";
import { pluginData } from "../../../lib/rules/api-gateway/plugin-data";
import { Trace } from "../../../lib/synth";
import { orders } from "../../support/given";
import { type Judged, judged } from "../../support/rule";
import { stackOf } from "../../support/synth";

/** The data of a plugin, as the class gives it. */
export const dataOf = (plugin: GatewayPlugin): unknown => plugin._data({} as PluginPlace);

/** What is wrong with a plugin that is the first of `plugins`: `at: got; expected; fix`. */
export function problemsOf(plugin: GatewayPlugin): string[] {
  return plugin
    ._problems("plugins[0]")
    .map(({ at, got, expected, fix }) => `${at}: ${got}; ${expected}; ${fix}`);
}

/** Where a plugin is wrong, and what stands there. */
export function wrongIn(plugin: GatewayPlugin): string[] {
  return plugin._problems("plugins[0]").map(({ at, got }) => `${at}: ${got}`);
}

/** The configuration that a plugin is written into. */
function written(make: (stack: TerraformStack) => GatewayPlugin): TerraformJson {
  const stack = stackOf();
  const plugin = make(stack);
  expect(plugin._problems("plugins[0]")).toEqual([]);
  makePlugins(stack, [plugin], { trace: new Trace(written) }, orders(stack));
  return JSON.parse(Testing.synth(stack)) as TerraformJson;
}

/** `plugin_data` as it is written. */
export function textOf(make: (stack: TerraformStack) => GatewayPlugin): string {
  const plugins = written(make).resource?.alicloud_api_gateway_plugin ?? {};
  return (Object.values(plugins)[0] as { plugin_data: string }).plugin_data;
}

/** What the rule on a plugin's data says of it. */
export function judgedData(make: (stack: TerraformStack) => GatewayPlugin): Judged {
  return judged(pluginData, written(make));
}

/** An app of which only the id is known. */
export class KnownApp extends Construct implements IApiApp {
  public constructor(
    scope: Construct,
    id: string,
    public readonly appId: string,
  ) {
    super(scope, id);
  }
}
