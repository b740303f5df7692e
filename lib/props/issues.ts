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

function withoutTokens(value: unknown): unknown {
  if (Token.isUnresolved(value)) return new Unknown(String(value));
  // Not by `map`, which keeps the holes of `[, "GET"]`.
  if (Array.isArray(value)) return Array.from(value, withoutTokens);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutTokens(item)]));
}

function placeIn(at: string, path: Path): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`));
  return (at + steps.join("")).replace(/^\./, "");
}
