import type { Problem } from "./problem";

/** Where in a value: keys of objects and indexes of lists. */
export type Path = readonly (string | number)[];

/** Something that a check finds in a value: a problem, or a part that has to be known to tell. */
export interface Issue {
  /** Where in the checked value. */
  readonly path: Path;
  /** What is wrong there. Without it the part is not known, and the check depends on it. */
  readonly problem?: Problem;
}

/** Stands in a plain value for a part that is not known before the apply: a reference, a token. */
export class Unknown {
  /** @param key the same for two parts that surely are the same */
  public constructor(public readonly key: string) {}
}

/** Whether it is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown)
  );
}

/** Nothing, or null. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** What stands there, without its content: that may be a secret. */
export function kindOf(value: unknown): string {
  if (isAbsent(value)) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "string") return value === "" ? "an empty text" : "a text";
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  return isRecord(value) ? "an object" : "a value that is not known";
}

/** The problem of a value of the wrong kind, or of a missing one. */
export function wrongKind(value: unknown, expected: string): Problem {
  return { got: kindOf(value), expected, fix: `give ${expected}` };
}

/** The issues of a part, seen from the whole. */
export function inside(path: Path, issues: readonly Issue[]): readonly Issue[] {
  return issues.length === 0
    ? issues
    : issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

/** The issues of a text: the first problem that a fact names. */
export function textIssues(
  value: unknown,
  expected: string,
  ...facts: readonly ((text: string) => Problem | undefined)[]
): readonly Issue[] {
  if (value instanceof Unknown) return [{ path: [] }];
  if (typeof value !== "string") return [{ path: [], problem: wrongKind(value, expected) }];
  for (const fact of facts) {
    const problem = fact(value);
    if (problem) return [{ path: [], problem }];
  }
  return [];
}

/** Bounds of a list. */
export interface ListBounds {
  /** What the list is: `a list of methods`. */
  readonly expected: string;
  /** The least number of items. Default: 0. */
  readonly least?: number;
  /** The greatest number of items. Default: no limit. */
  readonly most?: number;
}

/** The issues of a list and its items. */
export function listIssues(
  value: unknown,
  bounds: ListBounds,
  item: (value: unknown, index: number) => readonly Issue[],
): readonly Issue[] {
  const { expected, least = 0, most = Infinity } = bounds;
  if (value instanceof Unknown) return [{ path: [] }];
  if (!Array.isArray(value)) return [{ path: [], problem: wrongKind(value, expected) }];
  const issues = value.flatMap((element, index) => inside([index], item(element, index)));
  if (value.length >= least && value.length <= most) return issues;
  const got = value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  const fix = value.length < least ? `give ${expected}` : `remove ${value.length - most} of them`;
  return [{ path: [], problem: { got, expected, fix } }, ...issues];
}

/**
 * The later ones of values that stand twice. Texts are the same by content, unknown parts by
 * their key; what is absent repeats nothing.
 */
export function repeated(
  values: readonly unknown[],
): readonly { readonly index: number; readonly first: number }[] {
  const seen = new Map<string, number>();
  const found: { index: number; first: number }[] = [];
  for (const [index, value] of values.entries()) {
    const key =
      value instanceof Unknown
        ? `?${value.key}`
        : typeof value === "string"
          ? `"${value}`
          : undefined;
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else found.push({ index, first });
  }
  return found;
}

/**
 * A member of an object, under its name or under the only one that differs from it by case: where
 * the vendor's own sources write `jwks` and `JWKS`, the service may read both.
 */
export function member(
  object: Readonly<Record<string, unknown>>,
  name: string,
): { readonly key: string; readonly value: unknown } {
  if (!isAbsent(object[name])) return { key: name, value: object[name] };
  const alike = Object.keys(object).filter(
    (key) => key.toLowerCase() === name.toLowerCase() && !isAbsent(object[key]),
  );
  return alike.length === 1
    ? { key: alike[0], value: object[alike[0]] }
    : { key: name, value: undefined };
}
