import { parseTemplate, type Expression } from "../../../lib/graph/expression";
import { encodeText } from "../../../lib/graph/expression/functions/json";
import { type Entry, type Node, inline, text } from "./layout";

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Words that mean something else where a name stands. */
const KEYWORDS: ReadonlySet<string> = new Set(["for", "null", "true", "false"]);

/** A value of Terraform JSON syntax, in which each text is a template. */
export function valueNode(json: unknown): Node {
  if (typeof json === "string") return textNode(json);
  return treeNode(json, valueNode);
}

/** A value in which a text is nothing but a text: a variable's default, what is in encoded JSON. */
export function literalNode(json: unknown): Node {
  if (typeof json === "string") return text(quoted(escaped(json)));
  return treeNode(json, literalNode);
}

/** What stands for a name or an expression though it is written as a text: `depends_on`, types. */
export function bareNode(json: unknown): Node {
  if (typeof json === "string") return text(json.replace(/^\$\{(.*)\}$/s, "$1"));
  return treeNode(json, bareNode);
}

/** A key of an object. */
export function keyText(key: string): string {
  return NAME.test(key) && !KEYWORDS.has(key) ? key : quoted(escaped(key));
}

function treeNode(json: unknown, node: (json: unknown) => Node): Node {
  if (Array.isArray(json)) return { type: "list", items: json.map(node) };
  if (typeof json !== "object" || json === null) return text(String(json));
  const entries = Object.entries(json).map(([key, value]) => ({
    key: keyText(key),
    value: node(value),
  }));
  return { type: "object", entries };
}

function textNode(written: string): Node {
  const { root } = parseTemplate(written);
  if (!root) return refusedNode(written);
  if (root.type !== "literal" || typeof root.value !== "string") return expressionNode(root);
  return encodedNode(root.value) ?? linesNode(written) ?? text(quoted(escaped(root.value)));
}

/** What Terraform refuses, for the examples of it: each sequence stays as it is. */
function refusedNode(written: string): Node {
  return encodedNode(written, refusedText) ?? refusedText(written);
}

function refusedText(json: unknown): Node {
  if (typeof json !== "string") return treeNode(json, refusedText);
  const parts = json.split(/([$%]\{[^}]*\})/);
  return text(quoted(parts.map((part, index) => (index % 2 ? part : escaped(part))).join("")));
}

/** JSON text as what makes it, where that gives exactly this text. */
function encodedNode(json: string, node = literalNode): Node | undefined {
  if (!/^[[{]/.test(json)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (encoded(value) !== json) return undefined;
  return { type: "call", name: "jsonencode", args: [node(value)] };
}

/** As Terraform's `jsonencode`: keys in order, no space. */
function encoded(json: unknown): string {
  if (typeof json === "string") return encodeText(json);
  if (Array.isArray(json)) return `[${json.map(encoded).join(",")}]`;
  if (typeof json !== "object" || json === null) return JSON.stringify(json);
  const keys = Object.keys(json).sort();
  return `{${keys.map((key) => `${encodeText(key)}:${encoded(json[key as never])}`).join(",")}}`;
}

/** Text of several whole lines, such as a certificate. */
function linesNode(written: string): Node | undefined {
  if (!/\n.*\n$/s.test(written) || /[\r\0]/.test(written)) return undefined;
  return { type: "lines", lines: written.slice(0, -1).split("\n") };
}

function expressionNode(expression: Expression): Node {
  switch (expression.type) {
    case "literal":
      if (typeof expression.value === "string") return text(quoted(escaped(expression.value)));
      return text(expression.digits ?? String(expression.value));
    case "tuple":
      return { type: "list", items: expression.items.map(expressionNode) };
    case "object":
      return { type: "object", entries: expression.entries.map(objectEntry) };
    case "call":
      if (expression.spread) return text(expression.text);
      return { type: "call", name: expression.name, args: expression.args.map(expressionNode) };
    case "concatenation":
      return text(quoted(expression.parts.map(partText).join("")));
    default:
      return text(source(expression));
  }
}

function objectEntry({ key, value }: { key: Expression; value: Expression }): Entry {
  const isText = key.type === "literal" && typeof key.value === "string";
  return {
    key: isText ? keyText(key.value as string) : `(${flat(key)})`,
    value: expressionNode(value),
  };
}

function partText(part: string | Expression): string {
  return typeof part === "string" ? escaped(part) : `\${${flat(part)}}`;
}

/** What is not laid out: on one line, in the words of the parser's tree. */
function source(expression: Expression): string {
  switch (expression.type) {
    case "reference":
      return withSteps(expression.reference.text, expression.steps);
    case "local":
      return expression.name;
    case "access":
      return withSteps(operand(expression.base), expression.steps);
    case "negation":
      return expression.operator + operand(expression.operand);
    case "operation":
      return [
        operand(expression.first),
        ...expression.rest.map((part) => `${part.operator} ${operand(part.operand)}`),
      ].join(" ");
    case "conditional":
      return `${operand(expression.condition)} ? ${operand(expression.yes)} : ${operand(expression.no)}`;
    case "for":
      if (expression.makes === "text") throw new Error(`cannot write ${expression.text}`);
      return expression.text;
    default:
      return flat(expression);
  }
}

type Steps = Extract<Expression, { type: "access" }>["steps"];

function withSteps(base: string, steps: Steps): string {
  const written = steps.map((step) => {
    if (step.type === "splat") return withSteps("[*]", step.steps);
    if (step.type === "index") return `[${flat(step.index)}]`;
    if (!step.bracket) return `.${step.key}`;
    return `[${typeof step.key === "number" ? step.key : quoted(escaped(step.key))}]`;
  });
  return base + written.join("");
}

function operand(expression: Expression): string {
  const compound = expression.type === "operation" || expression.type === "conditional";
  return compound ? `(${source(expression)})` : flat(expression);
}

function flat(expression: Expression): string {
  return inline(expressionNode(expression));
}

/** A literal text inside quotes: what HCL would read as something else is escaped. */
function escaped(literal: string): string {
  return literal
    .replace(/\\/g, "\\\\")
    .replace(/"/g, '\\"')
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t")
    .replace(/([$%])(?=\{)/g, "$1$1");
}

function quoted(written: string): string {
  return `"${written}"`;
}
