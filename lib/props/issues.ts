import { Token } from "cdktf";
import { type Issue, type Path, Unknown } from "../facts/issue";
import type { Check } from "./check";

/** What a fact finds in a value, in which tokens are not known. What it cannot tell for that reason is a rule's to say. */
export function issues(issuesOf: (plain: unknown) => readonly Issue[]): Check {
  return (value, at) =>
    issuesOf(withoutTokens(value)).flatMap(({ path, problem }) =>
      problem ? [{ at: placeIn(at, path), ...problem }] : [],
    );
}

/** What is in itself is of no shape that any fact takes. */
function withoutTokens(value: unknown, outer: readonly unknown[] = []): unknown {
  if (typeof value !== "object" || value === null || Token.isUnresolved(value)) {
    return Token.isUnresolved(value) ? new Unknown(String(value)) : value;
  }
  if (outer.includes(value)) return undefined;
  const inside = [...outer, value];
  // Not by `map`, which keeps the holes of `[, "GET"]`.
  if (Array.isArray(value)) return Array.from(value, (item) => withoutTokens(item, inside));
  const entries = Object.entries(value).map(([key, item]) => [key, withoutTokens(item, inside)]);
  return Object.fromEntries(entries) as unknown;
}

function placeIn(at: string, path: Path): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`));
  return (at + steps.join("")).replace(/^\./, "");
}
