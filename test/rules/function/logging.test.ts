import type { JsonObject, TerraformJson } from "../../../lib/graph";
import { logging } from "../../../lib/rules/function/logging";
import { SATISFIED, STRANGE, got, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

const NAME = "${alicloud_fcv3_function.f.function_name}";
const with_ = (resource: JsonObject): TerraformJson => ({
  variable: { x: { type: "any" } },
  resource,
});
const HTTP = with_({
  alicloud_fcv3_trigger: { t: { function_name: "orders", trigger_type: "http" } },
});

describe("function/logging", () => {
  testPage(logging);

  test.each([
    { project: "p", logstore: "l" },
    [{ project: "${alicloud_log_project.p.project_name}", logstore: "${var.x}" }],
  ])("%j is right", (log_config) => {
    expect(judgedFunction(logging, { log_config }, HTTP)).toEqual(SATISFIED);
  });

  test.each([
    [null, "no log_config"],
    [[], "no log_config"],
    [{}, "log_config without project and logstore"],
    [[{ project: "p" }], "log_config without logstore"],
    [{ project: "", logstore: "l" }, "log_config without project"],
  ])("%j is noted", (log_config, shown) => {
    expect(got(logging, { log_config }, HTTP)).toEqual([shown]);
  });

  test("a block that is not known is asked for", () => {
    expect(judgedFunction(logging, { log_config: "${var.x}" }, HTTP).undecided).toEqual([
      "alicloud_fcv3_function.f log_config: needs var.x",
    ]);
  });

  describe("behind HTTP", () => {
    test.each([
      ["an HTTP trigger by name", HTTP],
      [
        "an HTTP trigger by reference",
        with_({ alicloud_fcv3_trigger: { t: { function_name: NAME, trigger_type: "http" } } }),
      ],
      [
        "a custom domain's route",
        with_({
          alicloud_fcv3_custom_domain: {
            d: { route_config: [{ routes: [{ path: "/*", function_name: NAME }] }] },
          },
        }),
      ],
      [
        "a gateway API",
        with_({
          alicloud_api_gateway_api: {
            a: { fc_service_config: { function_type: "FCEvent", function_name: "orders" } },
          },
        }),
      ],
      [
        "a gateway's backend model",
        with_({
          alicloud_api_gateway_backend_model: {
            m: { backend_model_data: `{"FunctionName":"${NAME}"}` },
          },
        }),
      ],
    ])("%s leads to the function", (_, more) => {
      expect(judgedFunction(logging, {}, more).violated).toHaveLength(1);
    });

    test.each([
      [
        "a timer",
        with_({ alicloud_fcv3_trigger: { t: { function_name: "orders", trigger_type: "timer" } } }),
      ],
      [
        "a trigger of another function",
        with_({ alicloud_fcv3_trigger: { t: { function_name: "reports", trigger_type: "http" } } }),
      ],
      [
        "a trigger of a function that begins otherwise",
        with_({
          alicloud_fcv3_trigger: { t: { function_name: "reports-${var.x}", trigger_type: "http" } },
        }),
      ],
      [
        "a trigger with a name that is not known in another region",
        with_({
          alicloud_fcv3_trigger: {
            t: { function_name: "${var.x}", trigger_type: "http", provider: "alicloud.other" },
          },
        }),
      ],
      ["nothing", {}],
    ])("%s does not", (_, more) => {
      expect(judgedFunction(logging, {}, more)).toEqual(SATISFIED);
    });

    test.each([
      [
        "a route whose function is not known",
        with_({
          alicloud_fcv3_custom_domain: {
            d: { route_config: { routes: { function_name: "${var.x}" } } },
          },
        }),
      ],
      [
        "a trigger whose function is not known",
        with_({
          alicloud_fcv3_trigger: { t: { function_name: "${var.x}", trigger_type: "http" } },
        }),
      ],
      [
        "a trigger of a type that is not known",
        with_({ alicloud_fcv3_trigger: { t: { function_name: NAME, trigger_type: "${var.x}" } } }),
      ],
      [
        "a trigger that may not be there",
        with_({
          alicloud_fcv3_trigger: {
            t: { count: "${var.x ? 1 : 0}", function_name: NAME, trigger_type: "http" },
          },
        }),
      ],
    ])("%s may", (_, more) => {
      expect(judgedFunction(logging, {}, more)).toEqual({
        violated: [],
        undecided: ["alicloud_fcv3_function.f log_config: needs var.x"],
      });
    });

    test("a trigger that is made with the function is there where the function is", () => {
      const count = "${var.x ? 1 : 0}";
      const trigger = { count, function_name: "orders", trigger_type: "http" };
      const more = with_({ alicloud_fcv3_trigger: { t: trigger } });
      expect(judgedFunction(logging, { count }, more).violated).toHaveLength(1);
    });
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judgedFunction(logging, { log_config: value }, HTTP);
    judgedFunction(
      logging,
      {},
      with_({
        alicloud_fcv3_trigger: { t: { function_name: value, trigger_type: value } },
        alicloud_fcv3_custom_domain: { d: { route_config: value } },
        alicloud_api_gateway_api: { a: { fc_service_config: value } },
      }),
    );
  });
});
