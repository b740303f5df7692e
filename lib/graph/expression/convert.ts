import { Value } from "../value";
import { fail } from "./failure";
import { numberText, parseNumber } from "./number";

/** What a value is called in a message. */
export function kindName(value: Value): string {
  switch (value.kind) {
    case "null":
      return "null";
    case "object":
    case "unknown":
      return `an ${value.kind}`;
    default:
      return `a ${value.kind}`;
  }
}

/** A known value as text, as Terraform converts it. */
export function toText(value: Value, what = "this"): string {
  if (value.kind === "number") return numberText(value.number as number);
  return value.text ?? fail(`${what} must be a string, not ${kindName(value)}`);
}

/** A known value as number, as Terraform converts it. */
export function toNumber(value: Value, what = "this"): number {
  if (value.kind === "number") return value.number as number;
  const number = value.kind === "string" ? parseNumber(value.text as string) : undefined;
  return number ?? fail(`${what} must be a number, not ${kindName(value)}`);
}

/** A known value as truth value, as Terraform converts it. */
export function toBool(value: Value, what = "this"): boolean {
  if (value.kind === "string" && value.text === "1") return true;
  if (value.kind === "string" && value.text === "0") return false;
  return value.bool ?? fail(`${what} must be true or false, not ${kindName(value)}`);
}

/** Compares texts as Terraform orders them: by code point. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // A surrogate stands for a code point above all others.
    const surrogates = [x, y].map((unit) => unit >= 0xd800 && unit <= 0xdfff);
    if (surrogates[0] !== surrogates[1]) return surrogates[0] ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

/** The entries of an object in the order in which Terraform walks them. */
export function sortedEntries(value: Value): readonly (readonly [string, Value])[] {
  return [...value.entries].sort(([a], [b]) => compareTexts(a, b));
}
