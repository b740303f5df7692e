import type { Json } from "../../../lib/graph";
import { pluginName } from "../../../lib/rules/api-gateway/plugin-name";
import { STRANGE } from "../../support/function";
import { pluginWith } from "../../support/plugin";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, linesOf } from "../../support/trigger";

const named = (name: Json, variable = {}) => pluginWith({ plugin_name: name }, { variable });
const fixes = (name: Json, variable = {}) =>
  linesOf(judged(pluginName, named(name, variable)).violated, "fix");

describe("api-gateway/plugin-name", () => {
  testPage(pluginName);

  test.each(["abcd", "a".repeat(50), "1_a_", "订单办公室", "Orders_1"])("%s is taken", (name) => {
    expect(judged(pluginName, named(name))).toEqual(SATISFIED);
  });

  test.each([
    ["abc", "make it longer"],
    ["a".repeat(51), "shorten it"],
    ["_orders", 'begin with another character than "_"'],
    ["orders-office-1", 'write "orders_office_1"'],
    ["orders office", 'remove " "'],
    ["orders.a", 'remove "."'],
    ["", "give it a name"],
    [null, "give it a name"],
    [["orders"], "give it a name"],
  ])("%j is refused", (name, fix) => {
    expect(fixes(name)).toEqual([fix]);
  });

  test("a default is followed and named", () => {
    const variable = { name: { default: "orders-office" } };
    expect(linesOf(judged(pluginName, named("${var.name}", variable)).violated, "got")).toEqual([
      '"orders-office" (by the default of var.name)',
    ]);
  });

  test("of a name that is known in part the part decides, else the rest is asked for", () => {
    expect(judged(pluginName, named("${var.p}_ab")).undecided).toEqual([
      "alicloud_api_gateway_plugin.p plugin_name: needs var.p",
    ]);
    expect(fixes("${var.p}-office")).toEqual(['write "_" instead of "-"']);
    expect(fixes("_${var.p}")).toEqual(['begin with another character than "_"']);
    expect(fixes(`\${var.p}${"a".repeat(51)}`)).toEqual(["shorten it"]);
    expect(judged(pluginName, named("${var.p}_")).violated).toEqual([]);
  });

  test("a sensitive name is not shown", () => {
    const variable = { name: { sensitive: true, default: "s3-cret" } };
    for (const name of ["${var.name}", "${var.name}-x${var.other}"]) {
      const { violated } = judged(pluginName, named(name, { ...variable, other: {} }));
      expect(violated).toHaveLength(1);
      expect(violated.join()).not.toContain("cret");
    }
  });

  test("strange names are found or asked for, without a crash", () => {
    for (const name of STRANGE) expect(() => judged(pluginName, named(name))).not.toThrow();
  });
});
