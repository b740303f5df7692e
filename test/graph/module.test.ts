import { type JsonObject, ResourceGraph, type TerraformJson } from "../../lib/graph";

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

  describe("a block that is made over another one", () => {
    /** The triggers are above what they are made over. */
    const made = (functions: JsonObject, trigger: JsonObject) =>
      graphOf({
        variable: { all: { type: "map(string)" } },
        resource: {
          alicloud_fcv3_trigger: { t: trigger },
          alicloud_fcv3_function: { f: functions },
        },
      }).triggers.all.map(({ resource, function: target, functionName }) => [
        resource.instance || resource.multiplicity?.needs.join(),
        target && `${target.resource.instance} ${functionName.text}`,
      ]);
    const each = { for_each: { a: 1, b: 2 }, function_name: "${each.key}" };
    const number = { count: 2, function_name: "f${count.index}" };
    const byKey = [
      ['["a"]', '["a"] a'],
      ['["b"]', '["b"] b'],
    ];
    const byPlace = [
      ["[0]", "[0] f0"],
      ["[1]", "[1] f1"],
    ];

    test.each([
      ["itself", "${alicloud_fcv3_function.f}", "${each.value.function_name}"],
      ["its ids", "${{ for k, f in alicloud_fcv3_function.f : k => f.id }}", "${each.value}"],
      [
        "its keys",
        "${toset(keys(alicloud_fcv3_function.f))}",
        "${alicloud_fcv3_function.f[each.key].id}",
      ],
      [
        "a map with its instances",
        { a: '${alicloud_fcv3_function.f["a"]}', b: '${alicloud_fcv3_function.f["b"]}' },
        "${each.value.function_name}",
      ],
    ])("by for_each over %s", (_, collection, name) => {
      expect(made(each, { for_each: collection, function_name: name })).toEqual(byKey);
    });

    test.each([
      ["splats", "${(alicloud_fcv3_function.f[*].id)[count.index]}"],
      ["places", "${alicloud_fcv3_function.f[count.index].function_name}"],
      ["element", "${element(alicloud_fcv3_function.f, count.index).function_name}"],
    ])("by its length and %s", (_, name) => {
      const count = "${length(alicloud_fcv3_function.f)}";
      expect(made(number, { count, function_name: name })).toEqual(byPlace);
    });

    test("by its length and values", () => {
      const count = "${length(alicloud_fcv3_function.f)}";
      const name = "${values(alicloud_fcv3_function.f)[count.index].function_name}";
      expect(made(each, { count, function_name: name })).toEqual([
        ["[0]", '["a"] a'],
        ["[1]", '["b"] b'],
      ]);
    });

    test("is of the same unknown number where that is unknown", () => {
      const functions = { for_each: "${var.all}", function_name: "${each.key}" };
      const trigger = {
        for_each: "${alicloud_fcv3_function.f}",
        function_name: "${each.value.function_name}",
      };
      expect(made(functions, trigger)).toEqual([["var.all", undefined]]);
    });

    test("and that over it is not followed", () => {
      const functions = { for_each: "${alicloud_fcv3_trigger.t}", function_name: "${each.key}" };
      const trigger = { for_each: "${alicloud_fcv3_function.f}", function_name: "${each.key}" };
      expect(made(functions, trigger)).toHaveLength(1);
    });

    test("one block alone is a value too", () => {
      const trigger = {
        for_each: { only: "${alicloud_fcv3_function.f}" },
        function_name: "${each.value.function_name}",
      };
      expect(made({ function_name: "orders" }, trigger)).toEqual([['["only"]', " orders"]]);
    });
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
