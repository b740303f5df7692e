import { wordProblem } from "../facts/word";
import type { Bound } from "./bound";
import { isMap } from "./part";
import type { Given, PropSpec } from "./target-spec";
import { UNKNOWN, isSame, textOf, textsOf } from "./values";

/** A bound that a value breaks, in the words of a finding. */
export interface Broken {
  readonly got: string;
  readonly expected: string;
  readonly fix: string;
}

/** A bound with what it is locked to, where it is a lock. */
export interface HeldBound {
  readonly bound: Bound;
  /** `acme-blueprint 2.1.0`. */
  readonly owner: string;
  /** The default that a lock holds to. */
  readonly to?: unknown;
}

/**
 * Judges a prop, when defaults and what the app states are put together.
 *
 * @returns what is wrong; `unknown` where the value is known only when Terraform runs
 */
export function judgeBound(
  held: HeldBound,
  spec: PropSpec,
  props: Given,
): Broken | typeof UNKNOWN | undefined {
  const { prop, _rule: rule } = held.bound;
  const value = props[prop];
  const expected = expectedBy(held, spec);
  const isGiven = value !== undefined && value !== null;
  switch (rule.kind) {
    case "required":
      return isGiven ? undefined : { got: "nothing", expected, fix: `give ${prop}` };
    case "locked": {
      // The default did not fit beside what the app states; that is no other value.
      if (!isGiven) return undefined;
      const same = spec.kind === "tags" ? hasAll(value, held.to) : isSame(value, held.to);
      if (same === undefined) return UNKNOWN;
      return same
        ? undefined
        : { got: otherThan(held.to, value, spec), expected, fix: "leave it out" };
    }
    case "range":
    case "oneOf": {
      const texts = isGiven ? textsOf(value) : (spec.usual?.(props) ?? []);
      const problem = texts.map((text) => problemOf(text, rule)).find((found) => found);
      if (problem === undefined || problem === UNKNOWN) return problem;
      return {
        got: isGiven ? shown(value, spec) : `${texts.join(", ")}, by default`,
        expected,
        ...problem,
      };
    }
  }
}

/** What a bound allows, and who says so. */
export function expectedBy(held: HeldBound, spec: Pick<PropSpec, "kind">): string {
  const { kind } = held.bound._rule;
  const verb = kind === "locked" ? "locked" : kind === "required" ? "asked for" : "set";
  return `${allowedBy(held, spec)}, ${verb} by ${held.owner}`;
}

/** A bound in words: `timeoutSeconds: at most 300`. */
export function describeBound(held: HeldBound, spec: Pick<PropSpec, "kind">): string {
  const { prop, _rule: rule } = held.bound;
  if (rule.kind === "required") return `${prop}: required`;
  const allowed = allowedBy(held, spec);
  return `${prop}: ${rule.kind === "locked" ? `locked to ${allowed}` : allowed}`;
}

function allowedBy({ bound, to }: HeldBound, { kind }: Pick<PropSpec, "kind">): string {
  const { kind: what, least, most, values = [] } = bound._rule;
  switch (what) {
    case "locked":
      return kind === "whole" || kind === "tags" ? "the default" : shown(to, { kind });
    case "required":
      return "a value";
    case "oneOf":
      return values.length === 1 ? values[0] : `one of ${values.join(", ")}`;
    case "range":
      return [
        ...(least === undefined ? [] : [`at least ${least}`]),
        ...(most === undefined ? [] : [`at most ${most}`]),
      ].join(" and ");
  }
}

function problemOf(
  text: ReturnType<typeof textOf>,
  { kind, least = -Infinity, most = Infinity, values = [] }: Bound["_rule"],
): { readonly fix: string } | typeof UNKNOWN | undefined {
  if (text === UNKNOWN) return UNKNOWN;
  if (kind === "oneOf") {
    if (text !== undefined && values.includes(text)) return undefined;
    return { fix: values.length === 1 ? `take ${values[0]}` : nearestOf(text ?? "", values) };
  }
  const number = Number(text);
  if (number < least) return { fix: `write ${least} or more` };
  return number > most ? { fix: `write ${most} or less` } : undefined;
}

function nearestOf(text: string, values: readonly string[]): string {
  const fix = wordProblem(text, values)?.fix ?? "";
  return fix.includes('"') ? fix.replace("write", "take").replaceAll('"', "") : "take one of these";
}

/** Never what a struct holds, which may be a secret. */
function shown(value: unknown, { kind }: Pick<PropSpec, "kind">): string {
  if (value === undefined || value === null) return "nothing";
  if (kind === "whole" || kind === "tags") return "another value than the default";
  const texts = textsOf(value).map((text) => (typeof text === "string" ? text : "another value"));
  return texts.join(", ");
}

/** Of two authentications of one type their text tells no difference. */
function otherThan(to: unknown, value: unknown, spec: Pick<PropSpec, "kind">): string {
  const [text, wanted] = [shown(value, spec), shown(to, spec)];
  const isAlike = text === wanted && spec.kind !== "whole" && spec.kind !== "tags";
  return isAlike ? `another ${text} than the default` : text;
}

/** Of tags only those of the default count. */
function hasAll(value: unknown, to: unknown): boolean | undefined {
  if (!isMap(value)) return isSame(value, to);
  const wanted = Object.entries((to ?? {}) as Record<string, unknown>);
  const answers = wanted.map(([key, item]) => isSame(value[key], item));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}
