import { methods } from "../../../lib/rules/api-gateway/methods";
import {
  type More,
  api,
  backend,
  backendApi,
  closed,
  gateway,
  httpApi,
  trigger,
  urlOf,
} from "../../support/gateway";
import { judged, testPage } from "../../support/rule";

const taking = (list: unknown) => trigger({ ...closed, methods: list });
const judge = (a: object, more: More = {}) =>
  judged(methods, gateway(a, { variable: { x: {} }, ...more }));
const sends = (method: unknown, request: unknown = "GET", mode = "MAPPING") =>
  api({}, { method }, { method: request, mode });
const got = (texts: readonly string[]) => texts.map((text) => /got +(.+)/.exec(text)?.[1]);
const right = { violated: [], undecided: [] };
const all = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

describe("api-gateway/methods", () => {
  testPage(methods);

  test.each<[object, string]>([
    [sends("PUT"), "PUT"],
    [sends("put"), "PUT"],
    [sends("ANY", "PUT"), "PUT"],
    [sends(undefined, "PUT"), "PUT"],
    [sends("", "PUT"), "PUT"],
    [sends("PUT", "PUT", "PASSTHROUGH"), "PUT"],
    [sends("ANY", "ANY"), "ANY, which is all seven methods"],
    [sends("PUT", "DELETE", "PASSTHROUGH"), "PUT, DELETE"],
    [sends("PUT", "DELETE", "${var.x}"), "PUT, DELETE"],
    [sends("PUT", "GET", "MAPPING_PASSTHROUGH"), "PUT"],
    [sends("PUT", "PUT", "${var.x}"), "PUT"],
    [sends("TRACE", "TRACE"), "TRACE"],
    [
      httpApi(urlOf("intranet"), {
        http_service_config: { address: urlOf("intranet"), method: "PUT" },
      }),
      "PUT",
    ],
  ])("%j is refused", (a, method) => {
    const { violated, undecided } = judge(a);
    expect(got(violated)).toEqual([
      `${method}, in front of alicloud_fcv3_trigger.http, which takes ["GET","POST"]`,
    ]);
    expect(undecided).toEqual([]);
  });

  test("the method of a backend is judged on the API", () => {
    const resource = backend("HTTP", { ServiceAddress: urlOf("intranet"), Method: "PUT" });
    const { violated } = judge(backendApi(), { resource });
    expect(violated[0]).toContain("alicloud_api_gateway_api.a (backend_model_data.ServiceAddress)");
  });

  test.each<[object, unknown[]]>([
    [sends("GET"), ["GET"]],
    [sends("POST", "ANY"), ["GET", "POST"]],
    [sends("GET", "PUT"), ["GET"]],
    [sends("ANY", "ANY"), all],
    [sends("${var.x}"), all],
    [sends("GET", "GET", "${var.x}"), ["GET"]],
    [sends("GET"), ["GET", "${var.x}"]],
    [sends("GET"), ["get"]],
    [sends("PUT"), []],
    [httpApi("https://www.example.com"), ["GET"]],
    [
      api({}, { function_base_url: "https://abc.cn-hangzhou-vpc.fcapp.run", method: "PUT" }),
      ["GET"],
    ],
  ])("%j is accepted by %j", (a, list) => {
    expect(judge(a, { trigger: taking(list) })).toEqual(right);
  });

  test.each<[object, unknown, string]>([
    [sends("PUT"), ["GET", "${var.x}"], "fc_service_config.method: needs var.x"],
    [sends("PUT"), "${var.x}", "fc_service_config.method: needs var.x"],
    [sends("${var.x}"), ["GET"], "fc_service_config.method: needs var.x"],
    [sends("GET", "${var.x}", "PASSTHROUGH"), ["GET"], "fc_service_config.method: needs var.x"],
    [sends("GET", "PUT", "${var.x}"), ["GET"], "fc_service_config.method: needs var.x"],
    [
      sends("GET", "PUT", "PASSTHROUGH"),
      ["GET"],
      "fc_service_config.method: needs whose method the mode PASSTHROUGH sends",
    ],
    [
      api({ service_type: "${var.x}" }, { method: "PUT" }),
      ["GET"],
      "fc_service_config.method: needs var.x",
    ],
  ])("%j in front of %j is undecided", (a, list, question) => {
    expect(judge(a, { trigger: taking(list) })).toEqual({
      violated: [],
      undecided: [`alicloud_api_gateway_api.a ${question}`],
    });
  });

  test("the API's own service and a backend of the same trigger are one finding", () => {
    const address = urlOf("intranet");
    const a = httpApi(address, {
      backend_id: "${alicloud_api_gateway_backend.b.id}",
      request_config: { protocol: "HTTPS", method: "PUT", path: "/orders", mode: "MAPPING" },
    });
    const service = {
      ...(a as { http_service_config: object }).http_service_config,
      method: "ANY",
    };
    const json = { ...a, http_service_config: service };
    const resource = backend("HTTP", { ServiceAddress: address });
    expect(got(judge(json, { resource }).violated)).toHaveLength(1);
  });

  test("a default is followed, and named", () => {
    const config = "${jsonencode({ methods = var.methods })}";
    const { violated } = judge(sends("PUT"), {
      trigger: trigger(config),
      variable: { methods: { default: ["GET"] } },
    });
    expect(violated[0]).toContain("(by the default of var.methods)");
  });

  test.each(["GET", 1, { GET: true }, null])("%j is for http-trigger/methods to say", (list) => {
    expect(judge(sends("PUT"), { trigger: taking(list) })).toEqual(right);
  });
});
