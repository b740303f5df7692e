import { type IResolvable, type IResolveContext, Token, Tokenization } from "cdktf";
import { escapeTemplate } from "./template";

/**
 * JSON text for an argument that holds JSON: canonical text where all is literal, `jsonencode`
 * where a reference is inside, since text interpolation breaks on a quote in the value. What looks
 * like a Terraform template in a literal is text, and arrives as it is written.
 *
 * @param value plain JSON with tokens anywhere in it; what is undefined is left out
 */
export function jsonText(value: unknown): string {
  if (holdsToken(value)) return Token.asString(new JsonEncode(value));
  return escapeTemplate(JSON.stringify(value));
}

/**
 * `jsonencode(…)`. cdktf's own `Fn.jsonencode` leaves quotes, backslashes and `%{` in nested text
 * as they are, which is no HCL.
 */
class JsonEncode implements IResolvable {
  public readonly creationStack: string[] = [];

  public constructor(private readonly value: unknown) {}

  public resolve(context: IResolveContext): string {
    const call = `jsonencode(${expression(this.value, context)})`;
    return context.suppressBraces ? call : `\${${call}}`;
  }

  public toString(): string {
    return Token.asString(this);
  }
}

/** The HCL expression of a value that stands in our own code or in the user's. */
function expression(value: unknown, context: IResolveContext): string {
  if (typeof value === "string") return textExpression(value, context);
  if (Token.isUnresolved(value)) return tokenExpression(value, context);
  if (Array.isArray(value)) {
    return `[${value.map((item) => expression(item, context)).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return `{${entries.map(([key, item]) => `${keyExpression(key, context)} = ${expression(item, context)}`).join(", ")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** HCL takes a bare reference as a name, so what is no text stands in parentheses. */
function keyExpression(key: string, context: IResolveContext): string {
  const text = textExpression(key, context);
  return text.startsWith('"') ? text : `(${text})`;
}

/** Text may be, or hold, tokens. */
function textExpression(text: string, context: IResolveContext): string {
  const parts = text.split(TOKEN).filter((part) => part !== "");
  if (parts.length === 1 && Token.isUnresolved(text)) return tokenExpression(text, context);
  const template = parts.map((part, index) => {
    if (Token.isUnresolved(part)) return `\${${tokenExpression(part, context)}}`;
    const literal = quoted(part).slice(1, -1);
    // Before a reference a dollar would escape it.
    return index === parts.length - 1 ? literal : literal.replace(/\$$/, "\\u0024");
  });
  return `"${template.join("")}"`;
}

/** How cdktf writes a token into a text. */
const TOKEN = /(\$\{TfToken\[[^\]]*\]\})/;

/** A token is an expression of Terraform, or a value that is known only now. */
function tokenExpression(token: unknown, context: IResolveContext): string {
  const [resolvable] = Tokenization.reverse(token);
  const { suppressBraces } = context;
  context.suppressBraces = true;
  const bare: unknown = resolvable.resolve(context);
  context.suppressBraces = false;
  const braced: unknown = resolvable.resolve(context);
  context.suppressBraces = suppressBraces;
  // Only an expression is written in another way inside of one.
  if (typeof bare !== "string" || bare === braced) return expression(braced, context);
  return Token.isUnresolved(bare) ? expression(bare, context) : bare;
}

/** HCL has fewer escapes than JSON, and refuses half of a surrogate pair. */
function quoted(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
  const json = JSON.stringify(whole).replace(/\\(.)/g, (escape, selector: string) => {
    if (selector === "b") return "\\u0008";
    return selector === "f" ? "\\u000c" : escape;
  });
  return escapeTemplate(json);
}

function holdsToken(value: unknown): boolean {
  if (Token.isUnresolved(value)) return true;
  if (Array.isArray(value)) return value.some(holdsToken);
  return (
    typeof value === "object" && value !== null && Object.entries(value).flat().some(holdsToken)
  );
}
