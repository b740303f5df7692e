import type { JsonObject } from "../../../lib/graph";
import { aliasWeight } from "../../../lib/rules/function/alias-weight";
import { SATISFIED, STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";

const V = "${alicloud_fcv3_function_version.v.version_id}";
const W = "${alicloud_fcv3_function_version.w.version_id}";

const judge = (version_id: JsonObject[string], additional_version_weight: JsonObject[string]) =>
  judged(aliasWeight, {
    variable: { x: { type: "string" } },
    resource: {
      alicloud_fcv3_function_version: {
        v: { function_name: "orders" },
        w: { function_name: "orders" },
      },
      alicloud_fcv3_alias: {
        live: {
          function_name: "orders",
          alias_name: "live",
          version_id,
          additional_version_weight,
        },
      },
    },
  });

describe("function/alias-weight", () => {
  testPage(aliasWeight);

  test.each([
    ["1", null],
    ["1", {}],
    ["1", { "2": 0 }],
    ["1", { "2": 1 }],
    ["1", { "2": "0.5" }],
    [V, { [W]: 0.1 }],
    [null, { "2": 0.1 }],
  ])("%p with %j is right", (version, weights) => {
    expect(judge(version, weights)).toEqual(SATISFIED);
  });

  test.each([
    ["1", { "1": 0.1 }, '"1", which is the main version too'],
    ["1", { "2": 0.1, "1": 0.2 }, '"1", which is the main version too'],
    [
      V,
      { [V]: 0.1 },
      "${alicloud_fcv3_function_version.v.version_id}, which is the main version too",
    ],
    ["${var.x}", { "${var.x}": 0.1 }, "${var.x}, which is the main version too"],
    ["1", { "2": 1.1 }, '1.1 for "2"'],
    ["1", { "2": -0.1 }, '-0.1 for "2"'],
    ["1", { "2": "half" }, '"half" for "2"'],
    [V, { [W]: 20 }, "20 for ${alicloud_fcv3_function_version.w.version_id}"],
  ])("%p with %j is refused", (version, weights, shown) => {
    const { violated, undecided } = judge(version, weights as JsonObject);
    expect(violated).toEqual([expect.stringContaining(`got       ${shown}\n`)]);
    expect(undecided).toEqual([]);
  });

  test.each([
    ["1", "${var.x}", "var.x"],
    ["${var.x}", { "2": 0.1 }, "var.x"],
    ["1", { "2": "${var.x}" }, "var.x"],
    ["1", { [V]: 0.1 }, "alicloud_fcv3_function_version.v.version_id"],
  ])("%p with %j is asked for", (version, weights, need) => {
    expect(judge(version, weights)).toEqual({
      violated: [],
      undecided: [`alicloud_fcv3_alias.live additional_version_weight: needs ${need}`],
    });
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judge(value, value);
    judge("1", { "2": value });
  });
});
