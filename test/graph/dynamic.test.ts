import fc from "fast-check";
import { type Json, type JsonObject, ResourceGraph } from "../../lib/graph";

const domain = (args: JsonObject, more: JsonObject = {}) => {
  const graph = new ResourceGraph([
    {
      stack: "",
      json: {
        variable: { paths: { type: "list(string)" } },
        locals: { paths: ["/a", "/b"], routes: { orders: "/orders", reports: "/reports" } },
        resource: { alicloud_fcv3_custom_domain: { d: args } },
        ...more,
      },
    },
  ]);
  return graph.ofType("alicloud_fcv3_custom_domain")[0];
};

const routes = (for_each: Json, content: JsonObject, iterator?: string): JsonObject => ({
  route_config: [
    { dynamic: { routes: { for_each, content, ...(iterator !== undefined && { iterator }) } } },
  ],
});

describe("dynamic blocks", () => {
  test("a block is made for each item of a list", () => {
    const made = domain(routes("${local.paths}", { path: "${each.value}" }, "each"));
    expect(made.get("route_config").plain).toEqual([{ routes: [{ path: "/a" }, { path: "/b" }] }]);
    expect(made.get("route_config", "routes", 1, "path").text).toBe("/b");
  });

  test("every block may be written as a list of one", () => {
    const block = [{ for_each: "${local.paths}", content: [{ path: "${routes.value}" }] }];
    const made = domain({ route_config: [{ dynamic: [{ routes: block }] }] });
    expect(made.get("route_config", "routes").plain).toEqual([{ path: "/a" }, { path: "/b" }]);
  });

  test("the label is the iterator where none is named; a map gives its keys", () => {
    const made = domain(
      routes("${local.routes}", { path: "${routes.value}", function_name: "${routes.key}" }),
    );
    expect(made.get("route_config", "routes").plain).toEqual([
      { path: "/orders", function_name: "orders" },
      { path: "/reports", function_name: "reports" },
    ]);
  });

  test("the key of a list's item is not known, even inside a for_each of the resource", () => {
    const made = domain({
      for_each: { outer: 1 },
      ...routes("${local.paths}", { path: "${each.key}" }, "each"),
    });
    expect(made.get("route_config", "routes", 0, "path").isUnknown).toBe(true);
  });

  test("written blocks come first", () => {
    const made = domain({
      cors_config: { max_age: 1 },
      dynamic: { cors_config: { for_each: [2], content: { max_age: "${cors_config.value}" } } },
    });
    expect(made.get("cors_config").plain).toEqual([{ max_age: 1 }, { max_age: 2 }]);
    expect(made.argumentNames).toEqual(["cors_config"]);
  });

  test("several dynamic blocks may be written as a list", () => {
    const one = (max_age: number) => ({
      cors_config: { for_each: [max_age], content: { max_age } },
    });
    expect(domain({ dynamic: [one(1), one(2)] }).get("cors_config").plain).toEqual([
      { max_age: 1 },
      { max_age: 2 },
    ]);
  });

  test("an empty collection makes none", () => {
    const made = domain({ dynamic: { cors_config: { for_each: [], content: { max_age: 1 } } } });
    expect(made.blocks("cors_config")).toEqual([]);
  });

  test("blocks over what is not known are not known, and say what they need", () => {
    const value = domain(routes("${var.paths}", { path: "${routes.value}" })).get(
      "route_config",
      "routes",
    );
    expect(value.isUnknown).toBe(true);
    expect(value.needs).toEqual(["var.paths"]);
  });

  test("two that are not known are not taken for the same", () => {
    const unknown = (path: string) =>
      domain(routes("${var.paths}", { path })).get("route_config", "routes");
    expect(unknown("/a").same(unknown("/b"))).toBe("unknown");
  });

  test("dynamic blocks nest", () => {
    const content = {
      path: "${routes.value}",
      dynamic: {
        rewrite_config: {
          for_each: ["x"],
          content: {
            equal_rules: { match: "${routes.value}", replacement: "/${rewrite_config.value}" },
          },
        },
      },
    };
    expect(domain(routes(["/a"], content)).get("route_config", "routes").plain).toEqual([
      { path: "/a", rewrite_config: [{ equal_rules: { match: "/a", replacement: "/x" } }] },
    ]);
  });

  test("a tag of that name is a tag", () => {
    const made = domain({ tags: { dynamic: "yes" }, dynamic: { tags: "no" } });
    expect(made.get("tags").plain).toEqual({ dynamic: "yes" });
  });

  test("any JSON under dynamic is read without a crash", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (dynamic) => {
        const made = domain({ dynamic: dynamic as Json, a: { dynamic: dynamic as Json } });
        for (const name of made.argumentNames) made.get(name);
      }),
    );
  });
});
