import type { JsonObject, TerraformJson } from "../../../lib/graph";
import { healthCheck } from "../../../lib/rules/function/health-check";
import { SATISFIED, STRANGE, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

const CHECK = { http_get_url: "/healthz" };
const HTTP: TerraformJson = {
  variable: { x: { type: "any" } },
  resource: {
    alicloud_fcv3_trigger: {
      t: { function_name: "orders", qualifier: "LATEST", trigger_type: "http" },
    },
  },
};
const judge = (args: JsonObject, more = HTTP) => judgedFunction(healthCheck, args, more);

describe("function/health-check", () => {
  testPage(healthCheck);

  test.each([
    ["a built-in runtime", {}],
    [
      "a custom runtime with one",
      { runtime: "custom", custom_runtime_config: { health_check_config: CHECK } },
    ],
    [
      "one in lists",
      { runtime: "custom", custom_runtime_config: [{ health_check_config: [CHECK] }] },
    ],
    [
      "a container with one",
      { runtime: "custom-container", custom_container_config: { health_check_config: CHECK } },
    ],
    [
      "a runtime that is not known with one",
      { runtime: "${var.x}", custom_runtime_config: { health_check_config: CHECK } },
    ],
  ])("%s is right", (_, args) => {
    expect(judge(args)).toEqual(SATISFIED);
  });

  test("a function that is not behind HTTP is right", () => {
    expect(judge({ runtime: "custom" }, {})).toEqual(SATISFIED);
  });

  test.each([
    { runtime: "custom" },
    { runtime: "custom.debian12", custom_runtime_config: { port: 9000 } },
    { runtime: "custom.debian12", custom_runtime_config: [{ health_check_config: [] }] },
    { runtime: "custom.debian12", custom_runtime_config: { health_check_config: {} } },
    { runtime: "custom-container", custom_container_config: { image: "i" } },
  ])("%j is noted", (args) => {
    expect(judge(args).violated).toEqual([expect.stringMatching(/^note/)]);
  });

  test.each([
    ["runtime", { runtime: "${var.x}" }],
    ["block", { runtime: "custom", custom_runtime_config: "${var.x}" }],
    ["check", { runtime: "custom", custom_runtime_config: { health_check_config: "${var.x}" } }],
  ])("a %s that is not known is asked for", (_, args) => {
    expect(judge(args)).toEqual({
      violated: [],
      undecided: [
        "alicloud_fcv3_function.f custom_runtime_config.health_check_config: needs var.x",
      ],
    });
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judge({ runtime: value, custom_runtime_config: value });
    judge({ runtime: "custom", custom_runtime_config: { health_check_config: value } });
  });
});
