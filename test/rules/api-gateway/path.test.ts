import { path } from "../../../lib/rules/api-gateway/path";
import { STRANGE } from "../../support/function";
import { api, gateway } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, linesOf } from "../../support/trigger";

const parameter = (name: unknown, where: unknown = "PATH") => ({
  name,
  type: "STRING",
  required: "REQUIRED",
  in: where,
  in_service: "PATH",
  name_service: name,
});
const withPath = (text: unknown, parameters?: unknown, variable = {}, request = {}) =>
  gateway(api({ request_parameters: parameters }, {}, { path: text, ...request }), { variable });
const two = (first: object, second: object, variable = {}) =>
  gateway(first, { variable, resource: { alicloud_api_gateway_api: { a: first, b: second } } });

describe("api-gateway/path", () => {
  testPage(path);

  test.each([
    ["/", undefined],
    ["/*", undefined],
    ["/orders/[id]", parameter("id")],
    ["/orders/[id]", [parameter("id")]],
    ["/orders/[id]", [parameter("id"), parameter("page", "QUERY")]],
    ["/orders/[id]", parameter("id", "Path")],
    ["/a/[b]/[c]", [parameter("c"), parameter("b")]],
  ])("%s with its parameters is right", (text, parameters) => {
    expect(judged(path, withPath(text, parameters))).toEqual(SATISFIED);
  });

  test.each([
    ["orders", 'write "/orders"'],
    ["/orders/{id}", 'write "/orders/[id]"'],
    ["/orders/:id", 'write "/orders/[id]"'],
    ["/orders/[id", 'write each parameter as a name in square brackets, such as "/orders/[id]"'],
  ])("%s is refused once, also with its parameter declared", (text, fix) => {
    expect(linesOf(judged(path, withPath(text, parameter("id"))).violated, "fix")).toEqual([fix]);
  });

  test("a parameter that is declared nowhere, or elsewhere, is missing in both modes", () => {
    for (const mode of ["MAPPING", "PASSTHROUGH"]) {
      for (const parameters of [undefined, parameter("id", "QUERY"), parameter("other", "QUERY")]) {
        const { violated } = judged(path, withPath("/a/[id]", parameters, {}, { mode }));
        expect(linesOf(violated, "got")).toEqual(['[id], and no request parameter "id" in PATH']);
      }
    }
    const { violated } = judged(path, withPath("/a/[b]/[c]"));
    expect(linesOf(violated, "fix")).toEqual([
      'declare "b" and "c" in request_parameters, with in = "PATH"',
    ]);
  });

  test("a declared parameter that is not in the path", () => {
    const parameters = [parameter("id"), parameter("line")];
    const { violated } = judged(path, withPath("/orders/[id]", parameters));
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_api_gateway_api.a (request_parameters[1].name)");
    expect(linesOf(violated, "got")).toEqual(['"line", and the path "/orders/[id]"']);
  });

  test("what is not known is asked for, and what is known of it judged", () => {
    expect(judged(path, withPath("/orders/${var.rest}")).undecided).toEqual([
      "alicloud_api_gateway_api.a request_config.path: needs var.rest",
    ]);
    expect(judged(path, withPath("${var.start}/{id}")).violated).toHaveLength(1);
    expect(judged(path, withPath("orders/${var.rest}")).violated).toHaveLength(1);
    expect(judged(path, withPath("/[id]/${var.rest}")).violated).toHaveLength(1);
    expect(judged(path, withPath("/[id]/${var.rest}", parameter("id"))).violated).toEqual([]);
    expect(judged(path, withPath("/orders/[id]", "${var.parameters}")).undecided).toEqual([
      "alicloud_api_gateway_api.a request_parameters: needs var.parameters",
    ]);
    expect(judged(path, withPath("/orders/[id]", parameter("${var.name}"))).undecided).toEqual([
      "alicloud_api_gateway_api.a request_parameters: needs var.name",
    ]);
    expect(judged(path, withPath("/orders", parameter("id", "${var.in}"))).undecided).toEqual([
      "alicloud_api_gateway_api.a request_parameters: needs var.in",
    ]);
    const both = withPath("/orders/[id]", parameter("id", "${var.in}"));
    expect(judged(path, both).undecided).toHaveLength(1);
  });

  test("a default is followed and named", () => {
    const found = judged(path, withPath("${var.p}", undefined, { p: { default: "orders" } }));
    expect(linesOf(found.violated, "got")).toEqual(['"orders" (by the default of var.p)']);
  });

  test("a path and method stand once in a group", () => {
    const { violated } = judged(path, two(api(), api({ name: "other" })));
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_api_gateway_api.b (request_config.path)");
    expect(linesOf(violated, "got")).toEqual([
      "GET /orders a second time in alicloud_api_gateway_group.shop, beside alicloud_api_gateway_api.a",
    ]);
  });

  test("another path, method or group makes another call", () => {
    for (const [more, request] of [
      [{}, { method: "POST" }],
      [{}, { method: "ANY" }],
      [{}, { path: "/Orders" }],
      [{ group_id: "${alicloud_api_gateway_group.other.id}" }, {}],
      [{ group_id: "${var.group}" }, {}],
    ]) {
      const other = api({ name: "other", ...more }, {}, request);
      expect(judged(path, two(api(), other))).toEqual(SATISFIED);
    }
  });

  test("a group that is the same variable is the same group", () => {
    const group_id = "${var.group}";
    const { violated } = judged(path, two(api({ group_id }), api({ group_id, name: "other" })));
    expect(linesOf(violated, "got")).toEqual([
      "GET /orders a second time in the group ${var.group}, beside alicloud_api_gateway_api.a",
    ]);
  });

  test("a path or method that may be the same is asked for, unless the other part differs", () => {
    const other = (request: object) => api({ name: "other" }, {}, request);
    expect(judged(path, two(api(), other({ method: "${var.method}" }))).undecided).toEqual([
      "alicloud_api_gateway_api.b request_config.path: needs var.method",
    ]);
    expect(judged(path, two(other({ method: "${var.method}" }), api())).undecided).toEqual([
      "alicloud_api_gateway_api.b request_config.path: needs var.method",
    ]);
    const apart = other({ method: "${var.method}", path: "/lines" });
    expect(judged(path, two(api(), apart))).toEqual(SATISFIED);
    const open = other({ method: "POST", path: "${var.path}" });
    expect(judged(path, two(api(), open)).undecided).toEqual([
      "alicloud_api_gateway_api.b request_config.path: needs var.path",
    ]);
  });

  test("a name stands once in a group", () => {
    const second = api({}, {}, { path: "/lines" });
    const { violated } = judged(path, two(api(), second));
    expect(linesOf(violated, "got")).toEqual([
      '"list_orders" a second time in alicloud_api_gateway_group.shop, beside alicloud_api_gateway_api.a',
    ]);
    const open = api({ name: "${var.name}" }, {}, { path: "/lines" });
    expect(judged(path, two(api(), open)).undecided).toEqual([
      "alicloud_api_gateway_api.b name: needs var.name",
    ]);
    const elsewhere = api({ group_id: "${var.group}" }, {}, { path: "/lines" });
    expect(judged(path, two(api(), elsewhere))).toEqual(SATISFIED);
  });

  test("instances of one block are compared with each other", () => {
    const each = (method: string) =>
      api({ for_each: ["a", "b"], name: "orders_${each.key}" }, {}, { method });
    expect(judged(path, gateway(each("GET"))).violated).toHaveLength(1);
    const methods = { for_each: ["GET", "POST"], name: "orders_${each.key}" };
    expect(judged(path, gateway(api(methods, {}, { method: "${each.key}" })))).toEqual(SATISFIED);
  });

  test("a block that makes an unknown number of APIs for one call is asked about", () => {
    const judge = (more: object, called = "/orders") =>
      judged(path, gateway(api(more, {}, { path: called }), { variable: { m: {} } }));
    const each = { for_each: "${var.m}", name: "orders_${each.key}" };
    expect(judge(each).undecided).toEqual([
      "alicloud_api_gateway_api.a request_config.path: needs var.m",
    ]);
    expect(judge({ count: "${var.m}" })).toEqual(SATISFIED);
  });

  test("strange paths, parameters and names do not crash", () => {
    for (const value of STRANGE) {
      expect(() => judged(path, withPath(value, value))).not.toThrow();
      expect(() => judged(path, withPath("/[a]", [parameter(value, value)]))).not.toThrow();
      const strange = api({ name: value, group_id: value }, {}, { method: value });
      expect(() => judged(path, two(strange, strange))).not.toThrow();
    }
  });

  describe("other paths", () => {
    const judge = (base: unknown, behind: unknown) =>
      judged(
        path,
        gateway(api({}, { path: behind }), {
          resource: { alicloud_api_gateway_group: { shop: { base_path: base } } },
        }),
      );

    test("begin at the root too", () => {
      const { violated } = judge("shop", "orders");
      expect(linesOf(violated, "fix")).toEqual(['write "/orders"', 'write "/shop"']);
      expect(linesOf(judge("", "/").violated, "fix")).toEqual(['write "/"']);
    });

    test("are right, or not there, or not known", () => {
      expect(judge("/shop", "/orders")).toEqual(SATISFIED);
      expect(judge(undefined, undefined)).toEqual(SATISFIED);
      expect(judge("${var.base}", "${var.path}").violated).toEqual([]);
    });
  });
});
