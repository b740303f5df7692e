import { intranetBackend } from "../../../lib/rules/api-gateway/intranet-backend";
import {
  type More,
  api,
  backend,
  backendApi,
  gateway,
  httpApi,
  plugin,
  urlOf,
} from "../../support/gateway";
import { judged, testPage } from "../../support/rule";

const judge = (a: object, more: More = {}) =>
  judged(intranetBackend, gateway(a, { variable: { x: {}, region: {} }, ...more }));
const internet = urlOf("internet");

describe("api-gateway/intranet-backend", () => {
  testPage(intranetBackend);

  test.each<[object, object?]>([
    [api({}, { function_base_url: "https://abc.cn-hangzhou.fcapp.run" })],
    [api({}, { function_base_url: "https://${var.x}.cn-hangzhou.fcapp.run/v1" })],
    [httpApi(internet)],
    [httpApi(`${internet}/v1`)],
    [httpApi("http://abc.cn-hangzhou.fcapp.run:80")],
    [backendApi(), backend("HTTP", { ServiceAddress: internet })],
    [
      httpApi("http://www.example.com"),
      plugin("r", "routing", { routes: [{ backend: { type: "HTTP", address: internet } }] }),
    ],
  ])("%j calls the public URL", (a, resource = {}) => {
    const { violated, undecided } = judge(a, { resource });
    expect([violated.length, undecided.length]).toEqual([1, 0]);
  });

  test("the URL of a trigger that is declared elsewhere is shown", () => {
    const { violated } = judge(httpApi("https://abc.cn-hangzhou.fcapp.run"));
    expect(violated[0]).toBe(
      [
        "error  api-gateway/intranet-backend: a gateway API calls the trigger past the VPC, over the internet",
        "  resource  alicloud_api_gateway_api.a (http_service_config.address)",
        '  got       "https://abc.cn-hangzhou.fcapp.run"',
        "  expected  the intranet URL, which ends with -vpc.fcapp.run",
        "  fix       use the trigger's intranet URL",
        "  see       docs/rules/api-gateway/intranet-backend.md",
      ].join("\n"),
    );
  });

  test.each<[object]>([
    [api()],
    [api({}, { function_base_url: "https://abc.cn-hangzhou-vpc.fcapp.run" })],
    [api({}, { function_base_url: "https://${var.x}.${var.region}-vpc.fcapp.run" })],
    [api({}, { function_base_url: undefined, function_name: "orders", qualifier: "live" })],
    [api({}, { function_type: "FCEvent", function_base_url: internet })],
    [httpApi("https://www.example.com")],
    [backendApi({ backend_enabled: false })],
  ])("%j does not", (a) => {
    expect(judge(a)).toEqual({ violated: [], undecided: [] });
  });

  test.each<[object, string]>([
    [httpApi("${var.x}"), "http_service_config.address: needs var.x"],
    [
      api({}, { function_base_url: "https://abc.${var.region}.fcapp.run" }),
      "fc_service_config.function_base_url: needs var.region",
    ],
    [
      api({ service_type: "${var.x}" }, { function_base_url: internet }),
      "fc_service_config.function_base_url: needs var.x",
    ],
    [api({ fc_service_config: "${var.x}" }), "fc_service_config.function_base_url: needs var.x"],
  ])("%j is undecided", (a, question) => {
    expect(judge(a)).toEqual({
      violated: [],
      undecided: [`alicloud_api_gateway_api.a ${question}`],
    });
  });

  test("a URL that is known in part is shown as far as it is known", () => {
    const { violated } = judge(
      api({}, { function_base_url: "https://${var.x}.cn-hangzhou.fcapp.run" }),
    );
    expect(violated[0]).toContain('got       "https://${…}.cn-hangzhou.fcapp.run"');
  });

  test("a plugin in front of two APIs is one finding", () => {
    const { violated } = judge(httpApi("http://www.example.com"), {
      resource: {
        ...plugin("r", "routing", { routes: [{ backend: { address: internet } }] }),
        alicloud_api_gateway_plugin_attachment: {},
        alicloud_api_gateway_group_plugin_attachment: {
          r: {
            group_id: "${alicloud_api_gateway_group.shop.id}",
            plugin_id: "${alicloud_api_gateway_plugin.r.id}",
            stage_name: "RELEASE",
          },
        },
        alicloud_api_gateway_api: { a: httpApi("http://a"), b: httpApi("http://b") },
      },
    });
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain(
      "alicloud_api_gateway_plugin.r (plugin_data.routes[0].backend.address)",
    );
  });
});
