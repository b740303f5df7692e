import { Fn, Token } from "cdktf";

/**
 * JSON text for an argument that holds JSON: canonical text where all is literal, `jsonencode`
 * where a reference is inside, since text interpolation breaks on a quote in the value.
 */
export function jsonText(value: unknown): string {
  if (holdsToken(value)) return Fn.jsonencode(withoutUndefined(value));
  // In Terraform JSON every string is a template; what looks like one is text here.
  return JSON.stringify(value).replace(/([$%])\{/g, "$1$1{");
}

function holdsToken(value: unknown): boolean {
  if (Token.isUnresolved(value)) return true;
  if (Array.isArray(value)) return value.some(holdsToken);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsToken);
}

function withoutUndefined(value: unknown): unknown {
  if (Token.isUnresolved(value) || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutUndefined);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, withoutUndefined(item)]),
  );
}
