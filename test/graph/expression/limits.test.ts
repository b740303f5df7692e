import { expect, test } from "@jest/globals";
import { evaluate } from "../../../lib/graph/expression";
import { Value } from "../../../lib/graph/value";
import { scopeOf } from "./scope";

const SIZE = 200_000;

test.each([
  ["spaces", `\${${" ".repeat(SIZE)}1${" ".repeat(SIZE)}}`],
  ["a comment", `\${1 /*${"*".repeat(SIZE)}*/}`],
  ["an open comment", `\${1 /*${"*".repeat(SIZE)}}`],
  ["digits", `\${${"1".repeat(SIZE)}}`],
  ["zeros", `\${0.${"0".repeat(SIZE)}1}`],
  ["a name", `\${${"a".repeat(SIZE)}.b}`],
  ["attributes", `\${a.b${".c".repeat(SIZE / 100)}}`],
  ["an open string", `\${"${"a".repeat(SIZE)}`],
  ["dollars", "$".repeat(SIZE) + "{"],
  ["a text in quotes", `\${trimspace("${"a ".repeat(SIZE / 2)}")}`],
  ["a chain of operators", `\${1${" + 1".repeat(10_000)}}`],
  ["items", `\${[${"1, ".repeat(10_000)}]}`],
  ["interpolations", "${var.x}".repeat(10_000)],
  ["lines before a strip marker", `${"\n".repeat(SIZE)}\${~ 1}`],
  ["a heredoc", `\${<<-E\n${"  a\n".repeat(10_000)}E\n}`],
  ["an open bracket", `\${${"[".repeat(SIZE)}`],
  ["a pattern that tries again and again", '${regex("^(a+)+$", "' + "a".repeat(40) + '!")}'],
  ["a pattern with alternatives", '${regex("^(a|a)*$", "' + "a".repeat(40) + '!")}'],
  ["a pattern with many repetitions", '${regex("^a*a*a*a*a*a*$", "' + "a".repeat(999) + '!")}'],
  ["signs that begin no pattern", `\${regex("${"[^".repeat(200)}", "a")}`],
])(
  "%s in great number take time in proportion",
  (_, text) => {
    expect(evaluate(text, scopeOf())).toBeInstanceOf(Value);
  },
  2000,
);

test("a text that doubles itself is given up, not built", () => {
  const names: Record<string, Value> = { "local.l0": Value.of("lol") };
  for (let i = 1; i <= 64; i++) {
    names[`local.l${i}`] = evaluate(`\${local.l${i - 1}}\${local.l${i - 1}}`, scopeOf(names));
  }
  expect(names["local.l10"].text).toHaveLength(3 * 1024);
  expect(names["local.l64"].isUnknown).toBe(true);
});

test("a template of many pieces that doubles itself is given up as well", () => {
  const names: Record<string, Value> = {};
  for (let i = 1; i <= 64; i++) {
    const below = i === 1 ? "var.x" : `local.l${i - 1}`;
    names[`local.l${i}`] = evaluate(`a\${${below}}b\${${below}}`, scopeOf(names));
  }
  expect(names["local.l5"].parts).toHaveLength(64);
  expect(names["local.l64"].key.length).toBeLessThan(500_000);
});
