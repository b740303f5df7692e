import { name } from "../../../lib/rules/api-gateway/name";
import { STRANGE } from "../../support/function";
import { api, gateway } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, linesOf } from "../../support/trigger";

const withGroup = (more: object, variable = {}) =>
  gateway(api(), {
    variable,
    resource: { alicloud_api_gateway_group: { shop: { name: "shop_group", ...more } } },
  });
const withApi = (more: object, variable = {}) => gateway(api(more), { variable });

describe("api-gateway/name", () => {
  testPage(name);

  test.each(["abcd", "orders-v2", "订单订单", "a".repeat(50)])("%s is right on both", (text) => {
    expect(judged(name, withGroup({ name: text }))).toEqual(SATISFIED);
    expect(judged(name, withApi({ name: text }))).toEqual(SATISFIED);
  });

  test.each([
    ["abc", "make it longer"],
    ["a".repeat(129), "shorten it"],
    ["9orders", 'begin with a letter, not with "9"'],
    ["orders#", 'remove "#"'],
    ["", "give it a name"],
  ])("%j is an error on both", (text, fix) => {
    for (const json of [withGroup({ name: text }), withApi({ name: text })]) {
      const { violated } = judged(name, json);
      expect(violated[0]).toMatch(/^error/);
      expect(linesOf(violated, "fix")).toEqual([fix]);
    }
  });

  test.each(["a".repeat(51), "orders v2", "orders.v2"])("%s is a warning on both", (text) => {
    for (const json of [withGroup({ name: text }), withApi({ name: text })]) {
      const { violated } = judged(name, json);
      expect(violated).toHaveLength(1);
      expect(violated[0]).toMatch(/^warning/);
    }
  });

  test("a description is needed of an API only, and short on both", () => {
    const of = (json: ReturnType<typeof gateway>) => linesOf(judged(name, json).violated, "got");
    expect(of(withApi({ description: undefined }))).toEqual(["nothing"]);
    expect(of(withApi({ description: "a".repeat(181) }))).toEqual(["181 characters"]);
    expect(of(withGroup({ description: "a".repeat(181) }))).toEqual(["181 characters"]);
    expect(of(withGroup({ description: "a".repeat(180) }))).toEqual([]);
    expect(of(withGroup({ name: undefined }))).toEqual(["nothing"]);
  });

  test("of text that is known in part the part decides, else the rest is asked for", () => {
    expect(judged(name, withApi({ name: "${var.p}_orders" })).undecided).toEqual([
      "alicloud_api_gateway_api.a name: needs var.p",
    ]);
    expect(judged(name, withApi({ name: "a${var.p}" })).violated).toEqual([]);
    expect(linesOf(judged(name, withApi({ name: "${var.p}/orders" })).violated, "got")).toEqual([
      '"${…}/orders"',
    ]);
    expect(judged(name, withApi({ name: "1${var.p}" })).violated).toHaveLength(1);
    const long = { description: `\${var.p}${"a".repeat(180)}b` };
    expect(judged(name, withApi(long)).violated).toHaveLength(1);
    expect(judged(name, withApi({ description: "${var.p}" })).undecided).toHaveLength(1);
  });

  test("a default is followed and named, a sensitive name not shown", () => {
    const variable = { n: { default: "s3/cret", sensitive: true } };
    const { violated } = judged(name, withApi({ name: "${var.n}" }, variable));
    expect(linesOf(violated, "got")).toEqual(["a sensitive value (by the default of var.n)"]);
    expect(violated.join()).not.toContain("cret");
  });

  test("strange names and descriptions do not crash", () => {
    for (const value of STRANGE) {
      expect(() => judged(name, withApi({ name: value, description: value }))).not.toThrow();
      expect(() => judged(name, withGroup({ name: value, description: value }))).not.toThrow();
    }
  });

  test("an empty description of an API is none", () => {
    const { violated } = judged(name, gateway(api({ description: "" })));
    expect(linesOf(violated, "got")).toEqual(["an empty text"]);
  });
});
