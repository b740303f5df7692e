import { describe, expect, test } from "@jest/globals";
import { evaluate, parseTemplate } from "../../../lib/graph/expression";
import { scopeOf } from "./scope";

const scope = scopeOf({ "var.n": 1, "var.list": ["a", "b"], "local.on": true });

describe("a text that does not parse says what is wrong instead of being misread", () => {
  test.each([
    [
      "${statusCode} = 200",
      '"statusCode" is not a reference: text that is not for terraform is written "$${statusCode…}"',
    ],
    ["50%{x}", '"x" is not a directive: text that is not for terraform is written "%%{x…}"'],
    ["${", "expected an expression, found the end of the text"],
    ["${a.b", 'expected "}", found the end of the text'],
    ["${a.b:-c}", 'expected "}", found ":" at character 6'],
    ["${var}", '"var" alone is not a reference, a name must follow it'],
    ["${data.alicloud_account}", '"data" must be followed by a type and a name'],
    ["${each.name}", '"each" has no "name", only key, value'],
    [
      "${valueOf}",
      '"valueOf" is not a reference: text that is not for terraform is written "$${valueOf…}"',
    ],
    ["${path.here}", '"path" has no "here", only module, root, cwd'],
    ["%{ if local.on }a", '"%{ if }" without its "%{ endif }"'],
    ["%{ for x in var.list }a%{ endif }", '"%{ for }" without its "%{ endfor }"'],
    ["a%{ endif }", '"%{ endif }" without a beginning'],
    ["%{ }", 'expected a directive after "%{", found "}" at character 4'],
    ['${"a}', "a string without closing quote"],
    ['${"\\q"}', "a backslash that begins no escape sequence at character 4"],
    ['${"a\n"}', "a line break inside a quoted string"],
    ["${{a =\n1}}", "expected an expression, found a line break at character 7"],
    ["${/* }", "a comment without its end"],
    ["${<<EOT\na}", 'a heredoc without its end, "EOT"'],
    [`\${${"(".repeat(1000)}`, "the expression is nested too deeply"],
    [`\${${"!".repeat(1000)}true}`, "the expression is nested too deeply"],
    [`\${a.b${"[*]".repeat(1000)}}`, "the expression is nested too deeply"],
  ])("%j", (text, error) => {
    expect(parseTemplate(text).error).toBe(error);
    const value = evaluate(text, scope);
    expect(value.isUnknown).toBe(true);
    expect(value.error).toBe(error);
    expect(value.needs).toEqual([error]);
  });

  test("two wrong texts are not the same value", () => {
    expect(evaluate("${oops}", scope).same(evaluate("${oops}", scope))).toBe("unknown");
  });
});

describe("text around expressions", () => {
  test.each([
    ["${var.n}", 1],
    ["${var.list}", ["a", "b"]],
    ["-${var.n}-", "-1-"],
    ["${var.n}${var.n}", "11"],
    ["%{ if local.on }${var.n}%{ endif }", "1"],
    ["%{ if !local.on }a%{ endif }", ""],
    ["%{ for i, x in var.list ~} ${i}${x}; %{~ endfor }", "0a;1b;"],
    ["$${statusCode} = ${var.n}", "${statusCode} = 1"],
    ["100%%{x} of $userType, $$x and $", "100%{x} of $userType, $$x and $"],
    ['{"type":"APIGW","n":${var.n}}', '{"type":"APIGW","n":1}'],
  ])("%j gives %j", (text, json) => {
    expect(evaluate(text, scope).plain).toEqual(json);
  });

  test.each(["a", "", "$", "%", "$x", "100%", "{a}", "$ {a}", "a$"])(
    "%j is never parsed and asks nobody",
    (text) => {
      const asking = scopeOf();
      expect(evaluate(text, asking).plain).toBe(text);
      expect(asking.asked).toEqual([]);
    },
  );

  test("a strip marker inside one string does not reach into the next", () => {
    expect(evaluate('${["${1 ~}", " a"]}', scope).plain).toEqual([1, " a"]);
  });
});

describe("heredocs", () => {
  test("keep their lines, and lose the indentation that all of them share", () => {
    expect(evaluate("${<<-EOT\n    a ${var.n}\n      b\n\n    c\n  EOT\n}", scope).plain).toBe(
      "a 1\n  b\n\nc\n",
    );
  });

  test("nested ones are not read a thousand times", () => {
    const nested = (depth: number): string =>
      depth === 0 ? "x" : `\${<<-EOT${depth}\n  ${nested(depth - 1)}\n  EOT${depth}\n}`;
    expect(evaluate(nested(2), scope).plain).toBe("x\n\n");
    expect(evaluate(nested(40), scope).error).toBe("heredocs are nested too deeply");
  });
});

test("a template is parsed once and evaluated in any scope", () => {
  const template = parseTemplate("${var.n + 1}");
  expect(parseTemplate("${var.n + 1}")).toBe(template);
  expect(evaluate(template, scopeOf({ "var.n": 1 })).plain).toBe(2);
  expect(evaluate(template, scopeOf({ "var.n": 2 })).plain).toBe(3);
});
