import { protocol } from "../../../lib/rules/http-trigger/protocol";
import { judged, testPage } from "../../support/rule";

const name = "${alicloud_fcv3_function.f.function_name}";
const judge = (
  protocols: unknown,
  config: unknown,
  { runtime = "custom", functionName = name, ...resource }: Record<string, unknown> = {},
) =>
  judged(protocol, {
    variable: { method: {}, runtime: {}, closed: {}, fn: {} },
    resource: {
      alicloud_fcv3_function: { f: { function_name: "orders", runtime } },
      alicloud_fcv3_trigger: {
        t: {
          "//": { "fc-frontdoor": { protocols } },
          function_name: functionName,
          trigger_type: "http",
          trigger_config: typeof config === "string" ? config : JSON.stringify(config),
        },
      },
      ...resource,
    },
  } as never);
const right = { violated: [], undecided: [] };
const all = { methods: ["GET", "POST"] };
const closed = { ...all, disableURLInternet: true };
const api = {
  alicloud_api_gateway_api: {
    a: {
      fc_service_config: [
        { function_base_url: "${alicloud_fcv3_trigger.t.http_trigger[0].url_intranet}" },
      ],
    },
  },
};
const domain = (functionName: string) => ({
  alicloud_fcv3_custom_domain: {
    d: { route_config: [{ routes: [{ path: "/*", function_name: functionName }] }] },
  },
});

describe("http-trigger/protocol", () => {
  testPage(protocol);

  test.each([
    ["WebSocket", ["POST"]],
    ["gRPC", ["GET"]],
    ["gRPC", []],
  ])("%s with the methods %j is refused", (one, methods) => {
    expect(judge([one], { methods }).violated).toHaveLength(1);
  });

  test.each([
    ["WebSocket", ["GET"]],
    ["gRPC", ["POST"]],
    ["SSE", ["PUT"]],
    ["HTTP", ["PUT"]],
    ["WebSocket", "GET"],
    ["WebSocket", ["get"]],
    ["telepathy", ["GET"]],
  ])("%s with the methods %j is right, or for another rule to say", (one, methods) => {
    expect(judge([one], { methods })).toEqual(right);
  });

  test.each(["WebSocket", "gRPC", "SSE"])("%s needs a server of one's own", (one) => {
    expect(judge([one], all, { runtime: "python3.12" }).violated).toHaveLength(1);
    expect(judge([one], all, { runtime: "custom.debian12" })).toEqual(right);
    expect(judge([one], all, { runtime: "custom-container" })).toEqual(right);
    expect(judge([one], all, { runtime: "${var.runtime}" }).undecided).toEqual([
      "alicloud_fcv3_trigger.t protocols: needs var.runtime",
    ]);
  });

  test("plain HTTP has no conditions, and without metadata there is nothing to say", () => {
    expect(judge(["HTTP"], all, { runtime: "python3.12" })).toEqual(right);
    expect(judge(undefined, {}, { runtime: "python3.12" })).toEqual(right);
    expect(judge("gRPC", {}, { runtime: "python3.12" })).toEqual(right);
  });

  test("methods that are not known are undecided, unless the right one is there", () => {
    expect(judge(["gRPC"], '{"methods":["GET","${var.method}"]}').undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config.methods: needs var.method",
    ]);
    expect(judge(["gRPC"], '{"methods":["POST","${var.method}"]}')).toEqual(right);
  });

  test("a protocol that is declared twice is judged once", () => {
    expect(judge(["gRPC", "gRPC"], { methods: ["GET"] }).violated).toHaveLength(1);
  });

  test("gRPC behind a gateway alone has no way in", () => {
    const { violated } = judge(["gRPC"], closed, api);
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain(
      "gRPC declared, disableURLInternet true, and no way in but alicloud_api_gateway_api.a",
    );
  });

  test("an open URL, a custom domain of the function, or no gateway at all is right", () => {
    expect(judge(["gRPC"], all, api)).toEqual(right);
    expect(judge(["gRPC"], closed)).toEqual(right);
    expect(judge(["gRPC"], closed, { ...api, ...domain("orders") })).toEqual(right);
    expect(judge(["WebSocket"], closed, api)).toEqual(right);
    expect(judge(["gRPC"], closed, { ...api, ...domain("reports") }).violated).toHaveLength(1);
  });

  test("a switch or a route that is not known is undecided", () => {
    expect(judge(["gRPC"], closed, { ...api, ...domain("${var.fn}") }).undecided).toEqual([
      "alicloud_fcv3_trigger.t protocols: needs var.fn",
    ]);
    const config = '${jsonencode({ methods = ["POST"], disableURLInternet = var.closed })}';
    expect(judge(["gRPC"], config, api).undecided).toEqual([
      "alicloud_fcv3_trigger.t protocols: needs var.closed",
    ]);
  });

  test("a gateway that calls the trigger by the function's name is a gateway too", () => {
    const byName = (type: string, functionName: string) => ({
      alicloud_api_gateway_api: {
        a: { fc_service_config: { function_type: type, function_name: functionName } },
      },
    });
    expect(judge(["gRPC"], closed, byName("HttpTrigger", "orders")).violated).toHaveLength(1);
    expect(judge(["gRPC"], closed, byName("HttpTrigger", "reports"))).toEqual(right);
    expect(judge(["gRPC"], closed, byName("FCEvent", "orders"))).toEqual(right);
  });
});
