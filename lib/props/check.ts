import { Token } from "cdktf";
import { nearest } from "../facts/nearest";
import { version as ownVersion } from "../facts/own-version";
import { type WholeNumbers, wholeNumberProblem } from "../facts/numbers";
import type { Problem } from "../facts/problem";
import { wordProblem } from "../facts/word";
import { ONE_COPY, copyThatMade, otherCopy } from "../synth/copies";
import { given } from "./given";

/** A problem of one prop: `methods[1]`. */
export interface PropProblem extends Problem {
  /** The prop, with a path into it. */
  readonly at: string;
}

/** Looks at a value and says what is wrong with it. */
export type Check = (value: unknown, at: string) => readonly PropProblem[];

/** What is known of a value that a fact decides about. */
type Fact<T> = (value: T) => Problem | undefined;

/** Text, or a token of text. */
export function text(...facts: readonly Fact<string>[]): Check {
  return (value, at) => {
    if (typeof value !== "string") return wrongType(value, at, "a string");
    return Token.isUnresolved(value) ? [] : ask(facts, value, at);
  };
}

/** Text that has to be known at synth. */
export function literalText(...facts: readonly Fact<string>[]): Check {
  const check = text(...facts);
  return (value, at) => (Token.isUnresolved(value) ? notLiteral(at) : check(value, at));
}

/** A secret: a token, never the secret itself. */
export function secret(): Check {
  return (value, at) => {
    if (Token.isUnresolved(value)) return handWritten(value) ? [{ at, ...HAND_WRITTEN }] : [];
    if (typeof value !== "string") return wrongType(value, at, "a reference to a secret");
    return [
      {
        at,
        got: "a literal, which would be readable in the synthesised file and in the state",
        expected: "a reference to a sensitive value",
        fix: "pass the value of a TerraformVariable with sensitive: true, or of a secret's data source",
      },
    ];
  };
}

/** Beside a reference `${` is text, as it stands there. */
function handWritten(value: unknown): boolean {
  return typeof value === "string" && value.replace(/\$\{TfToken\[[^\]]*\]\}/g, "").includes("${");
}

const HAND_WRITTEN: Problem = {
  got: "a reference inside of an expression that is written as text: its ${ would arrive as it is",
  expected: "a reference, or a function of one",
  fix: 'make the expression of Fn, such as Fn.lookup(Fn.jsondecode(secret), "id")',
};

/** A number, or a token of a number. */
export function number(...facts: readonly Fact<number>[]): Check {
  return (value, at) => {
    if (typeof value !== "number" || !Number.isFinite(value))
      return wrongType(value, at, "a number");
    return Token.isUnresolved(value) ? [] : ask(facts, value, at);
  };
}

/** A whole number, or a token of a number. */
export function whole(allowed: WholeNumbers): Check {
  return number((value) => wholeNumberProblem(value, allowed));
}

/** True or false, or a token of it. */
export function bool(): Check {
  return (value, at) =>
    typeof value === "boolean" || Token.isUnresolved(value)
      ? []
      : wrongType(value, at, "true or false");
}

/** True or false, known at synth: it decides what is built. */
export function literalBool(): Check {
  return (value, at) => {
    if (Token.isUnresolved(value)) return notLiteral(at);
    return typeof value === "boolean" ? [] : wrongType(value, at, "true or false");
  };
}

/** Whatever the check says, of a value that is known at synth, as are the items of a list. */
export function literal(check: Check): Check {
  return (value, at) => {
    if (Token.isUnresolved(value)) return notLiteral(at);
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const tokens = items.flatMap((item, index) =>
      Token.isUnresolved(item) ? notLiteral(`${at}[${index}]`) : [],
    );
    return tokens.length > 0 ? tokens : check(value, at);
  };
}

/** A list whose items pass `item`, or a token of a list. */
export function list(item: Check, ...facts: readonly Fact<readonly unknown[]>[]): Check {
  return (value, at) => {
    if (Token.isUnresolved(value)) return [];
    if (!Array.isArray(value)) return wrongType(value, at, "a list");
    return [
      ...ask(facts, value, at),
      // From a copy: `flatMap` passes over the holes of `[, "a"]`.
      ...Array.from(value).flatMap((element, index) => item(element, `${at}[${index}]`)),
    ];
  };
}

/** A map of text whose values pass `item`, or a token of a map. */
export function map(item: Check, ...facts: readonly Fact<Record<string, unknown>>[]): Check {
  return (value, at) => {
    if (Token.isUnresolved(value)) return [];
    // A Map has entries too, and none that Object.entries finds.
    if (!isPlainObject(value) || describe(value) !== "an object") {
      return wrongType(value, at, "an object");
    }
    return [
      ...ask(facts, value, at),
      ...Object.entries(value).flatMap(([key, element]) => item(element, `${at}.${key}`)),
    ];
  };
}

/** One of the classes' own values: what a static factory or an enum-like class makes. */
export function instance(
  type: { readonly name: string; readonly prototype: object },
  example: string,
): Check {
  // A class with a private constructor is no constructor type.
  const constructor = type as unknown as new () => unknown;
  return (value, at) => {
    if (value instanceof constructor) return [];
    const named = `${article(type.name)} ${type.name}`;
    const version = copyThatMade(value, type.name);
    if (version === undefined) return wrongType(value, at, `${named}, such as ${example}`);
    const own = ownVersion();
    const got = `${named} of ${otherCopy(version, own)}`;
    return [{ at, got, expected: `one of fc-frontdoor ${own}, in one copy`, fix: ONE_COPY }];
  };
}

/** By sound: an `HttpAuth`. */
function article(name: string): string {
  return /^([AEIO]|Http)/.test(name) ? "an" : "a";
}

/** Something that has certain properties, whatever made it (an interface of ours, also from the jsii languages). */
export function having(properties: readonly string[], what: string): Check {
  return (value, at) =>
    typeof value === "object" && value !== null && properties.every((property) => property in value)
      ? []
      : wrongType(value, at, what);
}

/** One of the values of an enum. */
export function enumeration(values: Readonly<Record<string, string>>): Check {
  return literalText((value) => wordProblem(value, Object.values(values)));
}

/** JSON with tokens anywhere in it: what a construct passes on without knowing its shape. */
export function json(): Check {
  return (value, at) => jsonProblems(value, at, []);
}

function jsonProblems(
  value: unknown,
  at: string,
  outer: readonly unknown[],
): readonly PropProblem[] {
  if (Token.isUnresolved(value) || value === null || typeof value === "string") return [];
  if (typeof value === "boolean" || Number.isFinite(value)) return [];
  if (outer.includes(value)) {
    return [{ at, got: "the object that it is in", expected: "JSON", fix: "remove it" }];
  }
  const inside = [...outer, value];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => jsonProblems(item, `${at}[${index}]`, inside));
  }
  if (typeof value !== "object" || describe(value) !== "an object") {
    return wrongType(value, at, "JSON");
  }
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .flatMap(([key, item]) => jsonProblems(item, `${at}.${key}`, inside));
}

/** The first check that finds something: the later ones may rely on the earlier. */
export function inTurn(...checks: readonly Check[]): Check {
  return (value, at) => {
    for (const check of checks) {
      const found = check(value, at);
      if (found.length > 0) return found;
    }
    return [];
  };
}

/** Anything, for what cdktf itself checks. */
export function anything(): Check {
  return () => [];
}

/** Whatever the check says, only where the prop is given. */
export interface Prop {
  readonly check: Check;
  readonly required: boolean;
}

/** A prop that must be given. */
export function required(check: Check): Prop {
  return { check, required: true };
}

/** A prop that may be left out. */
export function optional(check: Check): Prop {
  return { check, required: false };
}

/** An object of known props; a name that is not among them is refused with the one that was meant. */
export function object(
  props: Readonly<Record<string, Prop>>,
  ...facts: readonly ((value: Record<string, unknown>) => readonly PropProblem[])[]
): Check {
  return (value, at) => {
    if (!isPlainObject(value)) return wrongType(value, at || "props", "an object");
    const inside = (name: string): string => (at === "" ? name : `${at}.${name}`);
    const unknown = Object.keys(value)
      .filter((name) => !Object.hasOwn(props, name))
      .map((name) => unknownProp(inside(name), name, Object.keys(props)));
    const wrong = Object.entries(props).flatMap(([name, prop]) => {
      if (value[name] !== undefined && value[name] !== null)
        return prop.check(value[name], inside(name));
      return prop.required ? [missing(inside(name))] : [];
    });
    const found = [...unknown, ...wrong];
    return found.length > 0
      ? found
      : facts
          .flatMap((fact) => fact(given(value)))
          .map((problem) => ({ ...problem, at: inside(problem.at) }));
  };
}

function ask<T>(facts: readonly Fact<T>[], value: T, at: string): readonly PropProblem[] {
  for (const fact of facts) {
    const problem = fact(value);
    if (problem) return [{ at, ...problem }];
  }
  return [];
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrongType(value: unknown, at: string, expected: string): readonly PropProblem[] {
  return [{ at, got: describe(value), expected, fix: `give ${expected}` }];
}

function notLiteral(at: string): readonly PropProblem[] {
  return [
    {
      at,
      got: "a token, which is known only when Terraform runs",
      expected: "a literal, since it decides what is synthesised",
      fix: "write the value itself",
    },
  ];
}

function missing(at: string): PropProblem {
  return { at, got: "nothing", expected: "a value", fix: `give ${at}` };
}

function unknownProp(at: string, name: string, known: readonly string[]): PropProblem {
  const meant = nearest(name, known);
  return {
    at,
    got: "a prop of an unknown name",
    expected: meant ? `${meant}` : `one of ${known.join(", ")}`,
    fix: meant ? `write ${meant}` : "remove it",
  };
}

function describe(value: unknown): string {
  if (value === undefined) return "undefined";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return "a string";
  if (typeof value === "function") return "a function";
  const type = Object.getPrototypeOf(value)?.constructor?.name;
  return type && type !== "Object" ? `a ${type}` : "an object";
}
