import { type Answer, Value } from "../graph";
import type { Problem } from "../facts/problem";
import type { Detail, Place, Undecided, Verdict, Violated } from "./rule";

/** The verdict that a resource is not right. */
export function violated(resource: Place, detail: Detail): Violated {
  return { answer: "violated", resource, detail };
}

/** The verdict that cannot be given: `needs` are values that are not known, or their names. */
export function undecided(
  resource: Place,
  detail: Undecided["detail"],
  needs: readonly (Value | string)[],
): Undecided {
  const names = needs.flatMap((need) => (typeof need === "string" ? [need] : need.needs));
  return { answer: "undecided", resource, detail, needs: [...new Set(names)] };
}

/** Violated for yes, undecided for unknown, nothing for no. */
export function* verdictOf(
  answer: Answer,
  resource: Place,
  detail: Detail,
  needs: readonly (Value | string)[],
): Iterable<Verdict> {
  if (answer === "yes") yield violated(resource, detail);
  if (answer === "unknown") yield undecided(resource, detail, needs);
}

/**
 * The verdict on one value: violated where it has a problem, undecided where it is not known, and
 * nothing where it is right or not there.
 *
 * @param problem what is wrong with the value; called only for a value whose own kind is known
 */
export function* refuse(
  resource: Place,
  where: { readonly attribute: string; readonly message: string; readonly level?: Detail["level"] },
  value: Value,
  problem: (value: Value) => Problem | undefined,
): Iterable<Verdict> {
  if (value.isNull) return;
  if (value.isUnknown) {
    yield undecided(resource, where, [value]);
    return;
  }
  const found = problem(value);
  if (found) yield violated(resource, { ...where, ...found, values: [value] });
}

/** A value as a message shows it: text in quotes, an unknown as its expression, never a secret. */
export function show(value: Value): string {
  if (value.isSensitive) return "a sensitive value";
  if (value.isNull) return "nothing";
  if (value.isUnknown) return value.needs.map((need) => `\${${need}}`).join(" and ");
  if (value.isKnown) return JSON.stringify(value.plain);
  return value.kind === "list" ? "a list" : "an object";
}

/** A path into the JSON of an argument: `at("trigger_config", "methods", 1)` is `trigger_config.methods[1]`. */
export function at(...path: readonly (string | number)[]): string {
  return path
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join("");
}
