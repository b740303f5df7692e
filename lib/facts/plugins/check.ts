import {
  type Issue,
  type ListBounds,
  Unknown,
  inside,
  isAbsent,
  isRecord,
  kindOf,
  listIssues,
  textIssues,
  wrongKind,
} from "../issue";
import { nearest } from "../nearest";
import { type WholeNumbers, wholeNumberProblem } from "../numbers";
import type { Problem } from "../problem";
import { wordProblem } from "../word";
import { unknownKeyProblem } from "../trigger-config";

/** What is wrong with a plain value, in which an unknown part is an `Unknown`. */
export type Check = (value: unknown) => readonly Issue[];

/** What an object of a plugin's data is checked by. */
export interface Members {
  /** By name: what is wrong with the member, where it is there. */
  readonly known: { readonly [name: string]: Check };
  /** The names of those that have to be there. Default: none. */
  readonly required?: readonly string[];
  /** Whether there is no other member for sure. Default: false; then only a near miss is wrong. */
  readonly closed?: boolean;
}

/** An object. A member that is null counts as not there. */
export function object({ known, required = [], closed = false }: Members): Check {
  const names = Object.keys(known);
  return (value) => {
    if (value instanceof Unknown) return [{ path: [] }];
    if (!isRecord(value)) {
      return [{ path: [], problem: wrongKind(value, `an object with ${names.join(", ")}`) }];
    }
    const other = Object.keys(value).filter((key) => !Object.hasOwn(known, key));
    // A member that is there was not meant by another name.
    const open = names.filter((name) => isAbsent(value[name]));
    const meant = new Map(other.map((key) => [key, nearest(key, open)]));
    const misspelt = [...meant.values()];
    return [
      ...other
        .filter((key) => closed || meant.get(key) !== undefined)
        .map((key) => ({
          path: [key],
          problem: unknownKeyProblem(key, meant.get(key) === undefined ? names : open),
        })),
      ...required
        .filter((name) => isAbsent(value[name]) && !misspelt.includes(name))
        .map((name) => ({ path: [name], problem: missing(name) })),
      ...names
        .filter((name) => !isAbsent(value[name]))
        .flatMap((name) => inside([name], known[name](value[name]))),
    ];
  };
}

/** The problem of a member that has to be there and is not. */
export function missing(name: string): Problem {
  return { got: "nothing", expected: name, fix: `give ${name}` };
}

/** A list. */
export function list(bounds: ListBounds, item: Check): Check {
  return (value) => listIssues(value, bounds, item);
}

/** A list of texts, which may be empty. */
export function texts(expected: string): Check {
  return list({ expected: `a list of ${expected}` }, scalar);
}

/** An object whose members have names of the user's own: text by text. */
export const map: Check = (value) => {
  if (value instanceof Unknown) return [{ path: [] }];
  if (!isRecord(value)) return [{ path: [], problem: wrongKind(value, "an object") }];
  return Object.entries(value).flatMap(([key, item]) =>
    isAbsent(item) ? [] : inside([key], scalar(item)),
  );
};

/**
 * A text that is not empty. A number is taken for its digits, as YAML writes many a text. What is
 * not known is right where no fact looks at it: nobody gives an empty text by reference.
 */
export function text(
  expected: string,
  ...facts: readonly ((value: string) => Problem | undefined)[]
): Check {
  const notEmpty = (value: string): Problem | undefined =>
    value === "" ? wrongKind(value, expected) : undefined;
  return (value) =>
    value instanceof Unknown && facts.length === 0
      ? []
      : textIssues(typeof value === "number" ? String(value) : value, expected, notEmpty, ...facts);
}

/** Something that is no list and no object. */
export const scalar: Check = (value) =>
  Array.isArray(value) || isRecord(value) || isAbsent(value)
    ? [{ path: [], problem: wrongKind(value, "text") }]
    : [];

/** Anything: what it may be is not published. */
export const anything: Check = () => [];

/** Every value that there is. */
export function oneOf(...allowed: readonly string[]): Check {
  return text(`one of ${allowed.join(", ")}`, (value) => notOneOf(value, allowed));
}

/** Values that there are; of others only a near miss is wrong, since there may be more. */
export function likeOneOf(...known: readonly string[]): Check {
  return text(`a text such as ${known.join(", ")}`, (value) =>
    nearest(value, known) === undefined ? undefined : notOneOf(value, known),
  );
}

function notOneOf(value: string, allowed: readonly string[]): Problem | undefined {
  const problem = wordProblem(value, allowed);
  return problem && allowed.length === 1
    ? { ...problem, expected: JSON.stringify(allowed[0]) }
    : problem;
}

/** True or false; Terraform and YAML both turn the text for it into it. */
export const flag: Check = (value) =>
  value instanceof Unknown || /^(true|false)$/i.test(String(value))
    ? []
    : [{ path: [], problem: wrongKind(value, "true or false") }];

/** A whole number, also as text. */
export function number(allowed: WholeNumbers): Check {
  return (value) => {
    if (value instanceof Unknown) return [{ path: [] }];
    const digits = typeof value === "string" && /^-?\d+$/.test(value);
    const found = typeof value === "number" || digits ? Number(value) : NaN;
    const problem = wholeNumberProblem(found, allowed);
    if (!problem) return [];
    return [
      { path: [], problem: Number.isNaN(found) ? { ...problem, got: kindOf(value) } : problem },
    ];
  };
}

/** Several checks of one value. */
export function all(...checks: readonly Check[]): Check {
  return (value) => checks.flatMap((check) => check(value));
}

/** A check that looks at an object and at nothing else. */
export function ofObject(
  check: (object: Readonly<Record<string, unknown>>) => readonly Issue[],
): Check {
  return (value) => (isRecord(value) ? check(value) : []);
}
