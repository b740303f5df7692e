import { references as referencesIn } from "../../expression";
import type { Json, JsonObject } from "../../terraform-json";
import type { Reference } from "../../value";
import { isObject } from "../../terraform-json";
import { texts } from "./plan-json";

/** How an argument is written: what a plan tells of its expression. */
export interface Expression extends JsonObject {
  /** Its value, where nothing is referred to. */
  readonly constant_value?: Json;
  /** The names in it, each followed by what it begins with: `a.b.id`, `a.b`. */
  readonly references?: readonly string[];
}

/** Whether it is the expression of one argument, not a block with arguments in it. */
export function isExpression(json: Json | undefined): json is Expression {
  return (
    isObject(json) &&
    Object.keys(json).every((key) => key === "constant_value" || key === "references")
  );
}

/**
 * The names in an expression, each once, without the beginnings that a plan lists behind each. What
 * is only the beginning of another name cannot be told from these, and is left out.
 */
export function referencesOf(expression: Json | undefined): readonly Reference[] {
  const written = texts(isObject(expression) ? expression.references : undefined);
  const beginnings = new Set<string>();
  for (const text of written) {
    for (const { index } of text.matchAll(/[.[]/g)) beginnings.add(text.slice(0, index));
  }
  const found = new Map<string, Reference>();
  for (const text of written) {
    if (beginnings.has(text)) continue;
    for (const reference of parsed(text)) found.set(reference.text, reference);
  }
  return [...found.values()];
}

/** The name that a text is; none for what is not a name. */
export function parsed(text: string): readonly Reference[] {
  return referencesIn(`\${${text}}`);
}

/** Every name in the expressions of a block, or of several. */
export function allReferences(json: Json | undefined): readonly Reference[] {
  if (isExpression(json)) return referencesOf(json);
  const inside = Array.isArray(json) ? json : isObject(json) ? Object.values(json) : [];
  const found = new Map<string, Reference>();
  for (const item of inside) {
    for (const reference of allReferences(item)) found.set(reference.text, reference);
  }
  return [...found.values()];
}
