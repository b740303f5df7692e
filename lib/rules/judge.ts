import { type Issue, type Path, Unknown } from "../facts/issue";
import type { Problem } from "../facts/problem";
import type { Value } from "../graph";
import type { Detail, Place, Verdict } from "./rule";
import { at, undecided, violated } from "./verdict";

/** Where a judged value is, and what a finding on it says first. */
export interface Where {
  /** The path to the value: `["trigger_config", "methods"]`. */
  readonly path: Path;
  /** What is wrong, in one clause that holds for every finding of its kind. */
  readonly message: string;
  /** Where it weighs less or more than its rule. */
  readonly level?: Detail["level"];
}

/**
 * The verdicts on a value that may be known in part: violated for each problem that a fact finds,
 * else undecided where the fact depends on a part that is not known.
 *
 * Of a sensitive value nothing is shown: facts put what they quote into quotation marks, and that
 * is taken out again.
 */
export function* judge(
  resource: Place,
  where: Where,
  value: Value,
  issuesOf: (plain: unknown) => readonly Issue[],
): Iterable<Verdict> {
  const { message, level } = where;
  const issues = issuesOf(plainOf(value));
  let wrong = false;
  for (const { path, problem } of issues) {
    if (!problem) continue;
    wrong = true;
    const secret = isSensitiveAt(value, path);
    yield violated(resource, {
      attribute: at(...where.path, ...(secret ? withoutQuoted(path, problem) : path)),
      message,
      level,
      ...(secret ? redacted(problem) : problem),
      values: [value.get(...path)],
    });
  }
  if (wrong || issues.length === 0) return;
  const attribute = at(...where.path, ...(issues.length === 1 ? issues[0].path : []));
  const needed = issues.map(({ path }) => value.get(...path));
  yield undecided(resource, { attribute, message, level }, needed);
}

/** Of lists and objects, which several rules look at. */
const plain = new WeakMap<Value, unknown>();

/** A value as facts look at it: plain JSON in which an unknown part is an `Unknown`. */
export function plainOf(value: Value): unknown {
  if (value.kind !== "list" && value.kind !== "object") return plainScalar(value);
  let made = plain.get(value);
  if (made === undefined) {
    made = value.kind === "list" ? value.items.map(plainOf) : plainObject(value);
    plain.set(value, made);
  }
  return made;
}

function plainScalar(value: Value): unknown {
  switch (value.kind) {
    case "unknown":
      return new Unknown(value.key);
    case "string":
      return value.text;
    case "number":
      return value.number;
    case "bool":
      return value.bool;
    default:
      return null;
  }
}

function plainObject(value: Value): Readonly<Record<string, unknown>> {
  // Without a prototype: a key may be `__proto__`.
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of value.entries) object[key] = plainOf(item);
  return object;
}

function isSensitiveAt(value: Value, path: Path): boolean {
  return (
    path.some((_, index) => value.get(...path.slice(0, index)).origin.sensitive) ||
    value.get(...path).isSensitive
  );
}

/** Without the key that the problem is about, where it is one that somebody made up. */
function withoutQuoted(path: Path, problem: Problem): Path {
  const last = path.at(-1);
  return typeof last === "string" && problem.got.includes(JSON.stringify(last))
    ? path.slice(0, -1)
    : path;
}

function redacted({ got, expected, fix }: Problem): Problem {
  const hide = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"/g, "(sensitive)");
  return { got: hide(got), expected, fix: hide(fix) };
}
