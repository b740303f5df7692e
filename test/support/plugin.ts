import type { Json, JsonObject, TerraformJson } from "../../lib/graph";

/** What is declared beside a plugin: `{ variable: { key: { sensitive: true } } }`. */
type Beside = Pick<TerraformJson, "variable" | "locals" | "data">;

/** A configuration with one plugin, `alicloud_api_gateway_plugin.p`. */
export function plugin(type: Json, data: unknown, beside: Beside = {}): TerraformJson {
  const text = typeof data === "string" ? data : JSON.stringify(data);
  return pluginWith({ plugin_type: type, plugin_data: text }, beside);
}

/** The same with arguments of its own; null takes one away. */
export function pluginWith(args: JsonObject, beside: Beside = {}): TerraformJson {
  const good: JsonObject = {
    plugin_name: "orders_plugin",
    plugin_type: "ipControl",
    plugin_data: '{"type":"ALLOW","items":[{"blocks":["203.0.113.0/24"]}]}',
  };
  return { ...beside, resource: { alicloud_api_gateway_plugin: { p: { ...good, ...args } } } };
}
