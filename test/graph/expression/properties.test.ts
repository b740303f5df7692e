import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { evaluate, evaluateJson, parseTemplate, references } from "../../../lib/graph/expression";
import { encodeJson } from "../../../lib/graph/expression/functions/json";
import { Value } from "../../../lib/graph/value";
import { scopeOf } from "./scope";

const scope = scopeOf();

/** Texts in which the signs of templates are frequent. */
const signs = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "$",
        "%",
        "{",
        "}",
        "${",
        "%{",
        "~}",
        "$$",
        '"',
        "\\",
        "\n",
        " ",
        "a.b",
        "if",
      ),
      fc.constantFrom(" for x in ", "endif", "endfor", "else", "[", "]", "(", ")", "<<E\n", "E\n"),
      fc.constantFrom(
        "=>",
        ":",
        "?",
        "...",
        ".*",
        "[*]",
        "&&",
        "-",
        "!",
        "/*",
        "#",
        ",",
        "=",
        "f(",
      ),
      fc.string({ maxLength: 3, unit: "grapheme" }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

const escaped = (text: string): string => text.replace(/([$%])(?=\{)/g, "$1$1");

/** Literals with numbers that both sides hold exactly, and keys that mean nothing to JavaScript. */
const literal = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.integer({ min: -99999, max: 99999 }).map((number) => number / 1000),
    signs,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(signs, fc.constantFrom("a", "b-c", "for", "null", "1")), tie("value"), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value;

/** A value as it is written in Terraform's language. */
function hcl(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(hcl).join(", ")}]`;
  if (typeof value === "string") return quoted(value);
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${quoted(key)} = ${hcl(item)}`);
    return `{ ${entries.join(", ")} }`;
  }
  return String(value);
}

/** A run of `$` before a brace is kept by writing one of them as an escape. */
function quoted(text: string): string {
  const inside = escaped(text)
    .replace(/["\\]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t");
  return `"${inside}"`;
}

/** A negative zero is "-0" to Terraform, which is left unknown. */
const plain = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json), (_, item: unknown) => (item === 0 ? 0 : item));

describe("texts", () => {
  test("without a sequence stand for themselves", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), signs);
    fc.assert(
      fc.property(
        text.filter((one) => !/[$%]\{/.test(one)),
        (one) => evaluate(one, scope).plain === one,
      ),
    );
  });

  test("stand for themselves once escaped", () => {
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: "binary" })), (text) => {
        expect(evaluate(escaped(text), scope).plain).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test("keep what is around an interpolation", () => {
    fc.assert(
      fc.property(signs, signs, (before, after) => {
        fc.pre(!/[$%]$/.test(before));
        const value = evaluate(`${escaped(before)}\${var.x}${escaped(after)}`, scope);
        expect([value.prefix, value.suffix]).toEqual([before, after]);
      }),
    );
  });
});

describe("values", () => {
  test("written in Terraform's language give themselves", () => {
    fc.assert(
      fc.property(literal, (value) => {
        expect(evaluate(`\${${hcl(value)}}`, scope).plain).toEqual(plain(value));
      }),
      { numRuns: 500 },
    );
  });

  test("written as Terraform JSON give themselves", () => {
    const escapeAll = (value: unknown): unknown => JSON.parse(escaped(JSON.stringify(value)));
    fc.assert(
      fc.property(literal, (value) => {
        expect(evaluateJson(escapeAll(value), scope).plain).toEqual(value);
      }),
    );
  });

  test("survive jsonencode and jsondecode, and are JSON in between", () => {
    fc.assert(
      fc.property(literal, (value) => {
        const names = scopeOf({ "var.v": Value.of(value) });
        const text = evaluate("${jsonencode(var.v)}", names).text ?? "";
        expect(JSON.parse(text)).toEqual(plain(value));
        expect(Value.of(text).json.value?.plain).toEqual(plain(value));
        expect(evaluate("${jsondecode(jsonencode(var.v))}", names).plain).toEqual(value);
      }),
    );
  });

  test("are encoded the same whatever the order of their keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        expect(encodeJson(Value.of(turned))).toBe(encodeJson(Value.of(object)));
      }),
    );
  });
});

describe("any text at all", () => {
  const anything = fc.oneof(
    signs,
    signs.map((text) => `\${${text}}`),
    signs.map((text) => `%{ if true }${text}%{ endif }`),
    fc.string({ unit: "binary" }).map((text) => `\${${text}`),
  );

  test("is parsed and evaluated without an exception", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const template = parseTemplate(text);
        expect(template.root === undefined).toBe(template.error !== undefined);
        const value = evaluate(text, scope);
        if (template.error !== undefined) expect(value.error).toBe(template.error);
        expect(references(text).length).toBeGreaterThanOrEqual(0);
        expect(value.same(value)).not.toBe("no");
      }),
      { numRuns: 5000 },
    );
  });

  test("evaluates to the same each time", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const [first, second] = [evaluate(text, scope), evaluate(text, scope)];
        expect(second.plain).toEqual(first.plain);
        expect(second.error).toBe(first.error);
        expect(second.needs).toEqual(first.needs);
      }),
    );
  });
});
