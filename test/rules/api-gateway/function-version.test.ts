import { functionVersion } from "../../../lib/rules/api-gateway/function-version";
import { type More, api, gateway, httpApi } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";

const declared = { alicloud_fcv3_function: { orders: { function_name: "orders" } } };
const judge = (a: object, more: More = {}) =>
  judged(functionVersion, gateway(a, { variable: { x: {} }, ...more }));
const event = (more: object) =>
  api(
    {},
    {
      function_type: "FCEvent",
      function_base_url: undefined,
      function_version: undefined,
      ...more,
    },
  );
const right = { violated: [], undecided: [] };

describe("api-gateway/function-version", () => {
  testPage(functionVersion);

  test.each<[object, object?]>([
    [api({}, { function_version: "2.0" })],
    [api({}, { function_version: 3 })],
    [api({}, { function_version: null })],
    [
      api(
        {},
        {
          function_version: "2.0",
          function_base_url: undefined,
          function_name: "orders",
          qualifier: "live",
        },
      ),
    ],
    [event({ function_name: "orders" }), declared],
    [event({ function_name: "${alicloud_fcv3_function.orders.function_name}" }), declared],
    [event({ function_name: "${data.alicloud_fcv3_functions.all.functions[0].function_name}" })],
  ])("%j is refused", (a, resource = {}) => {
    const data = { alicloud_fcv3_functions: { all: {} } };
    const { violated, undecided } = judge(a, { resource, data });
    expect([violated.length, undecided.length]).toEqual([1, 0]);
  });

  test.each([
    api(),
    event({ function_name: "orders", function_version: "3.0" }),
    event({ function_name: "elsewhere" }),
    api(
      {},
      { function_version: "2.0", function_base_url: "https://abc.cn-hangzhou-vpc.fcapp.run" },
    ),
    httpApi("https://www.example.com"),
    {},
    { service_type: "FunctionCompute", fc_service_config: [1, "a"] },
  ])("%j is right, or of a function that may be of 2.0", (a) => {
    expect(judge(a)).toEqual(right);
  });

  test("a default is followed, and named", () => {
    const { violated } = judge(api({}, { function_version: "${var.v}" }), {
      variable: { v: { default: "2.0" } },
    });
    expect(violated[0]).toContain('"2.0" (by the default of var.v)');
  });

  test.each<[object, string]>([
    [
      api({ service_type: "${var.x}" }, { function_version: "2.0" }),
      "function_version: needs var.x",
    ],
    [
      api({}, { function_version: "2.0", function_base_url: "${var.x}" }),
      "function_version: needs var.x",
    ],
    [api({ fc_service_config: "${var.x}" }), "function_version: needs var.x"],
  ])("%j is undecided", (a, question) => {
    expect(judge(a)).toEqual({
      violated: [],
      undecided: [`alicloud_api_gateway_api.a fc_service_config.${question}`],
    });
  });
});
