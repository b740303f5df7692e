import { ResourceGraph, type TerraformJson } from "../../lib/graph";

const graphOf = (json: TerraformJson) => new ResourceGraph([{ stack: "", json }]);
const first = (json: TerraformJson, type: string) => graphOf(json).ofType(type)[0];

describe("reading Terraform JSON", () => {
  test("a single block is found as an object and as a list of one", () => {
    for (const code of [{ oss_bucket_name: "b" }, [{ oss_bucket_name: "b" }]]) {
      const resource = first(
        { resource: { alicloud_fcv3_function: { f: { code } } } },
        "alicloud_fcv3_function",
      );
      expect(resource.get("code", "oss_bucket_name").text).toBe("b");
    }
  });

  test("the default of a variable is followed, and named", () => {
    const resource = first(
      {
        variable: { name: { default: "orders" } },
        resource: { alicloud_fcv3_function: { f: { function_name: "${var.name}-api" } } },
      },
      "alicloud_fcv3_function",
    );
    const name = resource.get("function_name");
    expect(name.text).toBe("orders-api");
    expect(name.origin.defaults).toEqual(["var.name"]);
  });

  test("a variable without a default, or with null, is not known", () => {
    for (const variable of [{ name: {} }, { name: { default: null } }]) {
      const resource = first(
        { variable, resource: { alicloud_fcv3_function: { f: { function_name: "${var.name}" } } } },
        "alicloud_fcv3_function",
      );
      expect(resource.get("function_name").needs).toEqual(["var.name"]);
    }
  });

  test("a local that refers to a resource is followed, also where a for_each asks for it first", () => {
    const graph = graphOf({
      locals: { name: "${alicloud_fcv3_function.f.function_name}", all: ["${local.name}"] },
      resource: {
        alicloud_fcv3_trigger: {
          t: { for_each: "${toset(local.all)}", function_name: "${local.name}" },
        },
        alicloud_fcv3_function: { f: { function_name: "orders" } },
      },
    });
    const [trigger] = graph.triggers;
    expect(trigger.functionName.text).toBe("orders");
    expect(trigger.function).toBe(graph.functions[0]);
  });

  test("locals that refer to each other end as not known", () => {
    const resource = first(
      {
        locals: { a: "${local.b}", b: "${local.a}" },
        resource: { alicloud_fcv3_function: { f: { function_name: "${local.a}" } } },
      },
      "alicloud_fcv3_function",
    );
    expect(resource.get("function_name").isUnknown).toBe(true);
  });

  test("a for_each over a literal collection is expanded, over a variable it is one resource", () => {
    const json = (collection: string): TerraformJson => ({
      variable: { names: { type: "set(string)" } },
      resource: {
        alicloud_fcv3_trigger: { t: { for_each: collection, trigger_name: "${each.value}" } },
      },
    });
    const literal = graphOf(json('${toset(["b", "a"])}')).triggers.all;
    expect(literal.map((trigger) => trigger.resource.instance)).toEqual(['["a"]', '["b"]']);
    expect(literal.map((trigger) => trigger.name.text)).toEqual(["a", "b"]);
    const unknown = graphOf(json("${var.names}")).triggers.all;
    expect(unknown).toHaveLength(1);
    expect(unknown[0].resource.multiplicity?.needs).toEqual(["var.names"]);
    expect(unknown[0].name.isUnknown).toBe(true);
  });

  test("a count is expanded; zero means that there is none", () => {
    const json = (count: number): TerraformJson => ({
      resource: { alicloud_fcv3_trigger: { t: { count, trigger_name: "t${count.index}" } } },
    });
    expect(graphOf(json(0)).triggers.all).toEqual([]);
    expect(graphOf(json(2)).triggers.all.map((trigger) => trigger.name.text)).toEqual(["t0", "t1"]);
  });

  test("an id that the provider makes of an argument is known", () => {
    const resource = first(
      {
        resource: {
          alicloud_fcv3_function: { f: { function_name: "orders" } },
          alicloud_fcv3_trigger: { t: { function_name: "${alicloud_fcv3_function.f.id}" } },
        },
      },
      "alicloud_fcv3_trigger",
    );
    expect(resource.get("function_name").text).toBe("orders");
  });

  test("two stacks' variables of one name are not the same", () => {
    const json: TerraformJson = {
      variable: { name: {} },
      resource: { alicloud_fcv3_function: { f: { function_name: "${var.name}" } } },
    };
    const graph = new ResourceGraph([
      { stack: "a", json },
      { stack: "b", json },
    ]);
    const [a, b] = graph.functions;
    expect(a.name.same(b.name)).toBe("unknown");
    expect(a.name.same(a.name)).toBe("yes");
  });

  test("dependencies are followed through others, locals and depends_on", () => {
    const graph = graphOf({
      locals: { version: "${alicloud_fcv3_function_version.v.version_id}" },
      resource: {
        alicloud_fcv3_function: { f: { function_name: "orders" } },
        alicloud_fcv3_function_version: {
          v: { function_name: "orders", depends_on: ["alicloud_fcv3_function.f"] },
        },
        alicloud_fcv3_alias: { a: { function_name: "orders", version_id: "${local.version}" } },
      },
    });
    const [f] = graph.ofType("alicloud_fcv3_function");
    const [alias] = graph.ofType("alicloud_fcv3_alias");
    expect(graph.dependsOn(alias, f)).toBe(true);
    expect(graph.dependsOn(f, alias)).toBe(false);
  });

  test("who uses an attribute is known, outputs included", () => {
    const graph = graphOf({
      resource: { alicloud_fcv3_trigger: { t: {} } },
      output: { url: { value: "${alicloud_fcv3_trigger.t.http_trigger[0].url_internet}" } },
    });
    const [trigger] = graph.ofType("alicloud_fcv3_trigger");
    expect(
      graph.usesOf(trigger).map(({ user, reference }) => [user.address, reference.path]),
    ).toEqual([["output.url", ["http_trigger", 0, "url_internet"]]]);
  });

  test.each([
    {},
    { resource: [] },
    { resource: { alicloud_fcv3_trigger: [] } },
    { resource: { alicloud_fcv3_trigger: { t: [] } } },
    { resource: { alicloud_fcv3_trigger: { t: 1 } } },
    { resource: [{ alicloud_fcv3_trigger: [{ t: [{ "//": "text", lifecycle: [] }] }] }] },
  ])("strange shapes do not break the reader: %j", (json) => {
    expect(() => graphOf(json as TerraformJson).triggers.all).not.toThrow();
  });
});
