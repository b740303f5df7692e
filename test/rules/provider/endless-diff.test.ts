import type { JsonObject, TerraformJson } from "../../../lib/graph";
import { endlessDiff } from "../../../lib/rules/provider/endless-diff";
import { SATISFIED, STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";

const judge = (resource: JsonObject, more: TerraformJson = {}) =>
  judged(endlessDiff, {
    variable: { x: { type: "string" }, s: { default: "secret-key", sensitive: true } },
    resource,
    ...more,
  });
const attributes = (resource: JsonObject) =>
  judge(resource).violated.map((text) => /^ {2}resource .*\((.*)\)$/m.exec(text)?.[1]);

const f = (args: JsonObject) => ({ alicloud_fcv3_function: { f: args } });
const api = (args: JsonObject) => ({ alicloud_api_gateway_api: { a: args } });
const model = (data: JsonObject[string]) => ({
  alicloud_api_gateway_backend_model: { m: { backend_model_data: data } },
});
const plugin = (data: JsonObject[string]) => ({
  alicloud_api_gateway_plugin: { p: { plugin_data: data } },
});
const domain = (args: JsonObject) => ({ alicloud_fcv3_custom_domain: { d: args } });
const SERVICES = ["fc_service_config", "http_service_config", "http_vpc_service_config"];

describe("provider/endless-diff", () => {
  testPage(endlessDiff);

  test.each([
    ["timeouts", f({ timeout: 1, instance_concurrency: 1 })],
    ["none", f({})],
    [
      "a content type with CUSTOM",
      api({
        fc_service_config: { content_type_category: "CUSTOM", content_type_value: "text/plain" },
      }),
    ],
    ["CLIENT alone", api({ fc_service_config: { content_type_category: "CLIENT" } })],
    [
      "CLIENT with an empty one",
      api({ http_service_config: { content_type_category: "CLIENT", content_type_value: "" } }),
    ],
    ["a model without a timeout", model('{"ServiceAddress":"https://orders.example.com"}')],
    ["a model that is no JSON", model("ServiceTimeout: 1")],
    ["compact JSON", plugin('{"type":"ALLOW","items":[{"blocks":["203.0.113.0/24"]}]}')],
    ["spaces in a text", plugin('{"a":"b c","d\\" {":" \\\\"}')],
    ["jsonencode", plugin('${jsonencode({ type = "ALLOW", items = [1, 2] })}')],
    ["jsonencode of what is not known", plugin("${jsonencode({ key = var.x })}")],
    ["compact text with a variable in it", plugin('{"key":"${var.x}"}')],
    ["compact text with jsonencode in it", plugin('{"items":${jsonencode(var.x)}}')],
    ["YAML", plugin("type: ALLOW\nitems:\n  - blocks: [203.0.113.0/24]\n")],
    ["what is broken", plugin('{"type": ')],
    [
      "whole blocks",
      domain({ auth_config: { auth_type: "jwt" }, waf_config: [{ enable_waf: true }] }),
    ],
    ["no blocks", domain({ auth_config: [], cert_config: null })],
    ["empty rewrite rules", domain({ route_config: { routes: { rewrite_config: [{}] } } })],
  ])("%s: right", (_, resource) => {
    expect(judge(resource)).toEqual(SATISFIED);
  });

  test.each([
    [f({ timeout: 0 }), "timeout"],
    [f({ timeout: "0" }), "timeout"],
    [f({ instance_concurrency: 0 }), "instance_concurrency"],
    ...SERVICES.map(
      (block) =>
        [
          api({ [block]: [{ content_type_category: "CLIENT", content_type_value: "text/plain" }] }),
          `${block}.content_type_value`,
        ] as [JsonObject, string],
    ),
    [
      model('{"ServiceAddress":"https://orders.example.com","ServiceTimeout":10000}'),
      "backend_model_data",
    ],
    [model("${jsonencode({ ServiceTimeout = var.x })}"), "backend_model_data"],
    [plugin('{ "type": "ALLOW" }'), "plugin_data"],
    [plugin('{\n"type":"ALLOW"\n}'), "plugin_data"],
    [plugin('{"type":"ALLOW"}\n'), "plugin_data"],
    [plugin('{"key": "${var.x}"}'), "plugin_data"],
    [plugin('{"items": ${var.x}}'), "plugin_data"],
    ...["auth_config", "cert_config", "tls_config", "waf_config"].flatMap(
      (block): [JsonObject, string][] => [
        [domain({ [block]: {} }), block],
        [domain({ [block]: [{ any: null }] }), block],
      ],
    ),
  ])("%j: found", (resource, attribute) => {
    expect(attributes(resource)).toEqual([attribute]);
    expect(judge(resource).undecided).toEqual([]);
  });

  test.each([
    [f({ timeout: "${var.x}" }), "alicloud_fcv3_function.f timeout"],
    [
      api({ fc_service_config: { content_type_category: "${var.x}", content_type_value: "a/b" } }),
      "alicloud_api_gateway_api.a fc_service_config.content_type_value",
    ],
    [
      api({
        fc_service_config: { content_type_category: "CLIENT", content_type_value: "${var.x}" },
      }),
      "alicloud_api_gateway_api.a fc_service_config.content_type_value",
    ],
    [model("${var.x}"), "alicloud_api_gateway_backend_model.m backend_model_data"],
    [plugin("${var.x}"), "alicloud_api_gateway_plugin.p plugin_data"],
    [plugin('{"items":${var.x}}'), "alicloud_api_gateway_plugin.p plugin_data"],
    [domain({ tls_config: "${var.x}" }), "alicloud_fcv3_custom_domain.d tls_config"],
  ])("%j: asked for", (resource, place) => {
    expect(judge(resource)).toEqual({ violated: [], undecided: [`${place}: needs var.x`] });
  });

  test("a secret in the data is not shown", () => {
    const { violated } = judge(plugin('{"key": "${var.s}"}'));
    expect(violated).toHaveLength(1);
    expect(violated[0]).not.toContain("secret-key");
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judge(f({ timeout: value, instance_concurrency: value }));
    judge(api({ fc_service_config: value }));
    judge(
      api({ fc_service_config: { content_type_category: "CLIENT", content_type_value: value } }),
    );
    judge(model(value));
    judge(plugin(value));
    judge(domain({ auth_config: value }));
  });
});
