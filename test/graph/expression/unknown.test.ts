import { describe, expect, test } from "@jest/globals";
import { evaluate, evaluateJson } from "../../../lib/graph/expression";
import { LITERAL, type Value as GraphValue, Value } from "../../../lib/graph/value";
import { scopeOf } from "./scope";

const known = scopeOf({
  "var.on": true,
  "var.name": "orders",
  "var.map": { k: "v" },
  "var.nothing": null,
  "x.f.name": Value.of("orders", {
    references: [{ text: "x.f.name", address: "x.f", path: ["name"] }],
    sensitive: false,
    defaults: ["var.name"],
    declaredBy: ["x.f"],
  }),
  "var.secret": Value.of("s3cret", { ...LITERAL, sensitive: true }),
});

const value = (text: string): GraphValue => evaluate(text, known);
const names = (of: GraphValue): readonly string[] => of.origin.references.map(({ text }) => text);

describe("an unknown names what it waits for", () => {
  test.each([
    ["${var.x}", ["var.x"]],
    ["${var.x}-${var.name}-${var.y}", ["var.x", "var.y"]],
    ["${upper(var.x)}", ["var.x"]],
    ["${var.x + var.y}", ["var.x", "var.y"]],
    ["${var.map[var.x]}", ["var.x"]],
    ["${var.x[var.y].z}", ["var.x", "var.y"]],
    ["${var.c ? var.x : var.y}", ["var.c", "var.x", "var.y"]],
    ["${[for i in var.x : i.a + var.y]}", ["var.x", "var.y"]],
    ["${{for k in [var.x] : k => var.y}}", ["var.x", "var.y"]],
    ["${{ (var.x) = var.y }}", ["var.x", "var.y"]],
    ['${file("key.pem")}', ['file("key.pem")']],
    ['${file("${var.x}/key.pem")}', ['file("${var.x}/key.pem")', "var.x"]],
    ['${templatefile("a.tpl", { x = var.x })}', ['templatefile("a.tpl", { x = var.x })', "var.x"]],
    ["${timestamp()}", ["timestamp()"]],
    ["${provider::acme::sign(var.x)}", ["provider::acme::sign(var.x)", "var.x"]],
    ["${[for i in var.x : file(i)]}", ["var.x", "file(i)"]],
    ["${try(var.x, var.y)}", ["var.x", "var.y"]],
    ['${join("-", [var.x, var.name])}', ["var.x"]],
    ["${max(var.x...)}", ["var.x"]],
    ["${var.l[*].id}", ["var.l"]],
    ["${1.23456789012345678}", ["1.23456789012345678"]],
    ["%{ if var.x }a%{ endif }", ["var.x"]],
    ["%{ for i in var.x }${i}${var.y}%{ endfor }", ["var.x", "var.y"]],
  ])("%j", (text, unresolved) => {
    expect(value(text).isUnknown).toBe(true);
    expect(value(text).unresolved.map((one) => one.text)).toEqual(unresolved);
  });

  test.each([
    ['${file("${path.module}/key.pem")}', ['file("${path.module}/key.pem")']],
    [
      '${file("${terraform.workspace}/${var.x}")}',
      ['file("${terraform.workspace}/${var.x}")', "var.x"],
    ],
    ['${[file("${path.root}/a"), path.root]}', ['file("${path.root}/a")', "path.root"]],
    ["${path.module}/${file(var.x)}", ["path.module", "file(var.x)", "var.x"]],
  ])("%j: in its needs not where Terraform runs, as a part of another one", (text, needs) => {
    expect(value(text).needs).toEqual(needs);
  });

  test("and what is known beside it stays in its origin", () => {
    expect(names(value("${var.name}-${var.x}"))).toEqual(["var.name", "var.x"]);
  });
});

describe("an origin is kept", () => {
  test("of a plain reference: as the scope gave it", () => {
    const { origin } = value("${x.f.name}");
    expect(origin.declaredBy).toEqual(["x.f"]);
    expect(origin.defaults).toEqual(["var.name"]);
  });

  test.each([
    "${(x.f.name)}",
    '${"${x.f.name}"}',
    "${var.on ? x.f.name : var.y}",
    '${coalesce(x.f.name, "a")}',
    '${try(x.f.name, "a")}',
    "${element([x.f.name], 0)}",
    "${[x.f.name][0]}",
    "${{ a = x.f.name }.a}",
    "${tostring(x.f.name)}",
    "${one([x.f.name])}",
    '${lookup({ a = x.f.name }, "a")}',
  ])("%j is still the argument of the resource", (text) => {
    expect(value(text).text).toBe("orders");
    expect(value(text).origin.declaredBy).toEqual(["x.f"]);
  });

  test.each(["${x.f.name}-a", "${upper(x.f.name)}", '${x.f.name == "a"}'])(
    "%j rests on the argument and is not it",
    (text) => {
      expect(value(text).origin.declaredBy).toEqual([]);
      expect(names(value(text))).toEqual(["x.f.name"]);
      expect(value(text).origin.defaults).toEqual(["var.name"]);
    },
  );

  test.each([
    "${var.secret}",
    "${var.secret}-${var.x}",
    "${sha256(var.secret)}",
    '${var.secret == "a" ? 1 : 2}',
    "${[var.secret]}",
    "${jsonencode({ a = var.secret })}",
    "${length(var.secret) + nosuch(1)}",
    '${[for c in split("", var.secret) : 1]}',
    "${tonumber(var.secret)}",
    '${sensitive("a")}',
  ])("%j is sensitive", (text) => {
    expect(value(text).isSensitive).toBe(true);
  });

  test("an error does not give a secret away", () => {
    expect(value("${tonumber(var.secret)}").error).toBe(
      "what tonumber is given must be a number, not a string",
    );
  });

  test("a secret index does not become a part of a reference", () => {
    const of = value("${var.m[var.secret].x}");
    expect(of.isSensitive).toBe(true);
    expect(of.needs).toEqual(["var.m"]);
    expect(value('${{ s3cret = "a" }[var.secret]}').plain).toBe("a");
  });

  test("nonsensitive takes the mark off, everywhere inside", () => {
    expect(value("${nonsensitive([{ a = var.secret }])}").isSensitive).toBe(false);
  });
});

describe("what is known of an unknown", () => {
  test.each([
    ["fc-${var.x}.example.com", "fc-", ".example.com"],
    ["${var.name}-${var.x}", "orders-", ""],
    ['${"a-${var.x}"}-b', "a-", "-b"],
    ['${join("/", ["a", var.x, "b"])}', "a/", "/b"],
    ['${format("%s.%s.fc.aliyuncs.com", var.x, "eu")}', "", ".eu.fc.aliyuncs.com"],
    ["a%{ if var.x }b%{ endif }c", "a", "c"],
  ])("%j has a known beginning and end", (text, prefix, suffix) => {
    expect([value(text).prefix, value(text).suffix]).toEqual([prefix, suffix]);
  });

  test.each([
    ['${concat(["a"], [var.x])}', ["a", undefined]],
    ['${reverse(["a", var.x])}', [undefined, "a"]],
    ['${slice(["a", var.x, "b"], 0, 2)}', ["a", undefined]],
    ['${flatten([["a"], ["-${var.x}"]])}', ["a", undefined]],
    ['${compact(["", "a-${var.x}"])}', [undefined]],
    ['${formatlist("%s!", ["a", var.x])}', ["a!", undefined]],
    ["${[for i in [1, 2] : i == 1 ? i : var.x]}", [1, undefined]],
    ["${values({ b = var.x, a = 1 })}", [1, undefined]],
    ["${toset([var.x])}", [undefined]],
    ["${var.map[*].k}", ["v"]],
  ])("%j is a list of known length", (text, items) => {
    expect(value(text).items.map((item) => item.plain)).toEqual(items);
  });

  test.each([
    ["${merge({ a = 1 }, { b = var.x })}", { a: 1, b: undefined }],
    ['${zipmap(["a"], [var.x])}', { a: undefined }],
    ['${{ for k in ["a"] : k => var.x }}', { a: undefined }],
  ])("%j is an object of known keys", (text, entries) => {
    expect(Object.fromEntries(value(text).entries.map(([k, v]) => [k, v.plain]))).toEqual(entries);
  });

  test.each([
    ["${length([var.x, var.y])}", 2],
    ["${keys({ a = var.x })}", ["a"]],
    ['${contains(["a", var.x], "a")}', true],
    ["${var.x && false}", false],
    ["${false && var.x}", false],
    ["${var.x || true}", true],
    ["${var.x == var.x}", true],
    ['${"a-${var.x}" == "b"}', false],
    ['${"a-${var.x}" == null}', false],
    ['${var.c ? "a" : "a"}', "a"],
    ["${alltrue([var.x, false])}", false],
    ['${coalesce("a-${var.x}", "b") == "b-"}', false],
    ['${lookup({ a = 1, b = var.x }, "a")}', 1],
    ["${jsondecode(jsonencode({ a = 1, b = var.x })).a}", 1],
    ["${can([var.x])}", true],
    ["${try(upper([]), 1)}", 1],
  ])("%j is known all the same", (text, json) => {
    expect(value(text).plain).toEqual(json);
  });

  test.each([
    '${concat(["a"], var.x)}',
    "${merge({ a = 1 }, var.x)}",
    '${flatten([["a"], var.x])}',
    '${distinct(["a", var.x])}',
    '${toset(["a", var.x])}',
    '${compact(["a", var.x])}',
    '${coalesce(var.x, "a")}',
    '${sort(["b", var.x])}',
    "${length(var.x)}",
    "${var.x == null}",
    "${var.x == var.y}",
    '${contains(["a", var.x], "b")}',
    "${try(var.x, 1)}",
    "${can(var.x)}",
  ])("%j is unknown as a whole", (text) => {
    expect(value(text).isUnknown).toBe(true);
  });
});

describe("two unknowns", () => {
  test.each([
    ["${var.x}", '${"${var.x}"}'],
    ["${upper(var.x)}", "${upper( (var.x) )}"],
    ["${var.x}-a", '${join("-", [var.x, "a"])}'],
    ["${jsonencode({ a = 1, b = var.x })}", "${jsonencode({ b = var.x, a = 1 })}"],
    ["${var.m[var.x]}", '${var.m["${var.x}"]}'],
  ])("%j and %j are the same", (a, b) => {
    expect(value(a).same(value(b))).toBe("yes");
  });

  test.each([
    ["${upper(var.x)}", "${lower(var.x)}"],
    ["${var.x + 1}", "${var.x + 2}"],
    ["${var.x + var.y}", "${var.x - var.y}"],
    ["${var.m[var.x + 1]}", "${var.m[var.x + 2]}"],
    ["${try(var.x, 1)}", "${try(var.x, 2)}"],
    ["${{ (var.x) = 1 }}", "${{ (var.x) = 2 }}"],
    ["${[for i in var.x : i]}", "${[for i in var.x : -i]}"],
    ["${jsonencode([1, var.x])}", '${jsonencode(["1", var.x])}'],
    ["${1 / 3}-", "${2 / 3}-"],
    ["${uuid()}", "${uuid()}"],
    ["${[for i in var.x : uuid()]}", "${[for i in var.x : uuid()]}"],
    ["${var.x.a}", "${var.x.b}"],
  ])("%j and %j may differ", (a, b) => {
    expect(value(a).same(value(b))).toBe("unknown");
  });

  test("are compared in no time, however often they are made of each other", () => {
    let text = "var.x";
    for (let i = 0; i < 40; i++) text = `[for i in ["a"] : join(i, [${text}])][0]`;
    expect(value(`\${${text}}`).key.length).toBeLessThan(1000);
    const layers: Record<string, GraphValue> = {};
    for (let i = 1; i < 60; i++) {
      const below = i === 1 ? "var.x" : `local.l${i - 1}`;
      layers[`local.l${i}`] = evaluate(`\${upper(min(${below}, ${below}))}`, scopeOf(layers));
    }
    expect(layers["local.l59"].key.length).toBeLessThan(1000);
  });
});

describe("a null of the scope", () => {
  const scope = scopeOf({ "local.o": Value.of({ a: 1 }), "var.o": { a: null } });

  test("is nothing at all in a literal object, which try goes past", () => {
    expect(evaluate('${try(local.o.b, "none")}', scope).plain).toBe("none");
    expect(evaluate("${can(local.o.b)}", scope).plain).toBe(false);
  });

  test("may be an optional attribute of a variable, so try cannot tell", () => {
    expect(evaluate('${try(var.o.b, "none")}', scope).isUnknown).toBe(true);
  });

  test("is null where it is written", () => {
    expect(evaluate('${try(var.o.a, "none")}', scope).plain).toBe(null);
  });
});

test("an attribute that a resource does not declare is unknown, not missing", () => {
  const scope = scopeOf({ "x.y": { name: "a" } });
  expect(evaluate("${one([x.y]).id}", scope).isUnknown).toBe(true);
  expect(evaluate("${one([x.y]).id}", scope).error).toBeUndefined();
  expect(evaluate("${one([x.y]).name}", scope).plain).toBe("a");
});

describe("equality with what comes from outside", () => {
  const scope = scopeOf({ "var.n": "8080", "var.l": ["a"], "local.l": Value.of(["a"]) });

  test.each([
    ["${var.n == 8080}", undefined],
    ["${var.n == 8081}", false],
    ['${var.n == "8080"}', true],
    ['${var.l == ["a"]}', undefined],
    ['${var.l == ["b"]}', false],
    ["${var.l == []}", false],
    ['${["a"] == ["a"]}', true],
    ["${var.l == null}", false],
  ])("%j", (text, json) => {
    expect(evaluate(text, scope).plain).toBe(json);
  });
});

describe("Terraform JSON", () => {
  test("every string is a template, keys too", () => {
    const json = { "${var.name}": ["${var.on}", { n: 1, t: true, z: null }], "$${k}": "a" };
    expect(evaluateJson(json, known).plain).toEqual({
      orders: [true, { n: 1, t: true, z: null }],
      "${k}": "a",
    });
  });

  test("an unknown key makes the object unknown, and its keys and values stay to be read", () => {
    const object = evaluateJson({ "${var.x}": "${var.y}" }, known);
    expect(object.isUnknown).toBe(true);
    expect(object.needs).toEqual(["var.x", "var.y"]);
    expect(object.pairs.map(([key, item]) => [key.needs, item.needs])).toEqual([
      [["var.x"], ["var.y"]],
    ]);
  });

  test.each([
    [{ "${oops}": 1 }, /^"oops" is not a reference/],
    [{ "${null}": 1 }, /^the key of an object must be a string$/],
    [{ orders: 1, "${var.name}": 2 }, /^an object has one key twice$/],
  ])("%j is refused", (json, error) => {
    expect(evaluateJson(json, known).error).toMatch(error);
  });

  test("a wrong leaf leaves the rest as it is", () => {
    const object = evaluateJson({ a: "${oops}", b: 1 }, known);
    expect(object.get("a").error).toBeDefined();
    expect(object.get("b").plain).toBe(1);
  });
});

describe("JSON inside a string", () => {
  test("jsonencode is read as a tree, also where a leaf is unknown", () => {
    const { json } = value('${jsonencode({ methods = ["GET"], key = var.x })}');
    expect(json.value?.get("methods").plain).toEqual(["GET"]);
    expect(json.value?.get("key").needs).toEqual(["var.x"]);
  });

  test("a text with expressions is read with its holes", () => {
    const { json } = value(
      '{"a":"${var.x}","b":${var.on},"c":${jsonencode([var.y, 1])},"d":${jsonencode(var.map)}}',
    );
    expect(json.value?.get("a").needs).toEqual(["var.x"]);
    expect(json.value?.get("b").plain).toBe(true);
    expect(json.value?.get("c", 1).plain).toBe(1);
    expect(json.value?.get("d", "k").plain).toBe("v");
  });
});
