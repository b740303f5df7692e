import type { JsonObject } from "../../../lib/graph";
import { qualifierConfig } from "../../../lib/rules/function/qualifier-config";
import { SATISFIED, STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";

const judge = (a: JsonObject, b: JsonObject, type = "alicloud_fcv3_async_invoke_config") =>
  judged(qualifierConfig, {
    variable: { x: { type: "string" }, live: { default: "live" } },
    resource: {
      alicloud_fcv3_function: { f: { function_name: "orders" } },
      alicloud_fcv3_function_version: { v: { function_name: "orders" } },
      [type]: { a: { function_name: "orders", ...a }, b: { function_name: "orders", ...b } },
    },
  });

describe("function/qualifier-config", () => {
  testPage(qualifierConfig);

  test("two functions have one each", () => {
    expect(judge({}, { function_name: "reports", qualifier: "live" })).toEqual(SATISFIED);
  });

  test("an async and a provision config are two things", () => {
    const resource = {
      alicloud_fcv3_async_invoke_config: { a: { function_name: "orders" } },
      alicloud_fcv3_provision_config: { a: { function_name: "orders", qualifier: "live" } },
    };
    expect(judged(qualifierConfig, { resource })).toEqual(SATISFIED);
  });

  test.each([
    [{}, { qualifier: "live" }],
    [{ qualifier: "live" }, { qualifier: "LATEST" }],
    [{ qualifier: "${var.live}" }, { qualifier: null }],
    [{}, { qualifier: "${alicloud_fcv3_function_version.v.version_id}" }],
    [{ function_name: "${alicloud_fcv3_function.f.function_name}" }, { qualifier: "live" }],
  ])("%j and %j are refused", (a, b) => {
    for (const type of ["alicloud_fcv3_async_invoke_config", "alicloud_fcv3_provision_config"]) {
      const { violated, undecided } = judge(a, b, type);
      expect(undecided).toEqual([]);
      expect(violated).toEqual([expect.stringMatching(/^error.*\n.*config\.b \(qualifier\)/)]);
    }
  });

  test.each([
    [{}, {}],
    [{}, { qualifier: "LATEST" }],
    [{ qualifier: "live" }, { qualifier: "${var.live}" }],
    [{ qualifier: "${var.x}" }, { qualifier: "${var.x}" }],
  ])("%j and %j are a warning", (a, b) => {
    expect(judge(a, b).violated).toEqual([expect.stringMatching(/^warning/)]);
  });

  test("each but the first is named", () => {
    const resource = {
      alicloud_fcv3_async_invoke_config: Object.fromEntries(
        ["LATEST", "live", "next"].map((qualifier) => [
          qualifier.toLowerCase(),
          { function_name: "orders", qualifier },
        ]),
      ),
    };
    expect(judged(qualifierConfig, { resource }).violated).toHaveLength(2);
  });

  test("what is not known is asked for", () => {
    const asked = (need: string) => ({
      violated: [],
      undecided: [`alicloud_fcv3_async_invoke_config.b qualifier: needs ${need}`],
    });
    expect(judge({ qualifier: "live" }, { qualifier: "${var.x}" })).toEqual(asked("var.x"));
    expect(judge({ function_name: "${var.x}" }, { qualifier: "live" })).toEqual(asked("var.x"));
  });

  test("one variable names one function", () => {
    const { violated } = judge(
      { function_name: "${var.x}" },
      { function_name: "${var.x}", qualifier: "live" },
    );
    expect(violated).toEqual([expect.stringMatching(/^error/)]);
  });

  test("a config that may not be there is asked for", () => {
    const asked = {
      violated: [],
      undecided: ["alicloud_fcv3_async_invoke_config.b qualifier: needs var.x"],
    };
    for (const count of ["${var.x ? 1 : 0}", '${var.x == "a" ? 1 : 0}']) {
      expect(judge({}, { count, qualifier: "live" })).toEqual(asked);
    }
  });

  test("a block for an unknown number of qualifiers is asked for", () => {
    const every = { for_each: "${var.x}", qualifier: "${each.value}" };
    const type = "alicloud_fcv3_provision_config";
    const judgeOne = (config: JsonObject) =>
      judged(qualifierConfig, { variable: { x: {} }, resource: { [type]: { a: config } } });
    expect(judgeOne({ ...every, function_name: "orders" })).toEqual({
      violated: [],
      undecided: [`${type}.a qualifier: needs var.x`],
    });
    expect(judgeOne({ ...every, function_name: "${each.key}" })).toEqual(SATISFIED);
    expect(judgeOne({ for_each: "${var.x}", function_name: "${each.key}" })).toEqual(SATISFIED);
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judge({ qualifier: value, function_name: value }, { qualifier: value });
  });
});
