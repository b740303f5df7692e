import { Value } from "../value";
import type { Step } from "./ast";
import { kindName, toText } from "./convert";
import { fail } from "./failure";
import { isSet } from "./set";

/** The key that a known index names; undefined where the index is unknown. */
export function keyOf(index: Value): string | number | undefined {
  if (index.isUnknown) return undefined;
  if (index.kind === "number") return index.number;
  return toText(index, "an index");
}

/** The keys that steps begin with. */
export function leadingKeys(
  steps: readonly Step[],
): readonly { readonly key: string | number; readonly bracket: boolean }[] {
  const keys: { key: string | number; bracket: boolean }[] = [];
  for (const step of steps) {
    if (step.type !== "key") break;
    keys.push(step);
  }
  return keys;
}

/** A member of a list or object, as Terraform finds it. */
export function member(value: Value, key: string | number): Value {
  if (value.isUnknown) return value.get(key);
  if (value.kind === "list") return listMember(value, key);
  if (value.kind !== "object") return fail(`${kindName(value)} has no parts`);
  if (value.has(String(key))) return value.get(String(key));
  // What the configuration declares is not all that a resource has.
  const origin = value.deepOrigin;
  if (origin.references.length === 0) return fail("an object has no such key");
  return Value.unknown({ ...origin, declaredBy: [] }, { symbol: `${value.key}.${key}` });
}

function listMember(value: Value, key: string | number): Value {
  if (isSet(value)) return fail("the items of a set have no places");
  const index = typeof key === "number" || /^\d+$/.test(key) ? Number(key) : undefined;
  if (index !== undefined) {
    return value.items[index] ?? fail("an index is beyond the end of its list");
  }
  // One block may be written as a list of one.
  if (value.items.length === 1 && value.items[0].kind === "object") {
    return member(value.items[0], key);
  }
  return fail("a list has no names");
}

/** Whether there is something at a path, be it null. */
export function isThere(value: Value, path: readonly (string | number)[]): boolean {
  let at = value;
  for (const key of path) {
    const there =
      at.kind === "object" ? at.has(String(key)) : at.kind === "list" && at.items[Number(key)];
    if (!there) return false;
    at = at.get(key);
  }
  return true;
}

/** Steps as a text that other steps do not have. */
export function stepsText(steps: readonly Step[]): string {
  return steps
    .map((step) => {
      if (step.type === "key") return `[${JSON.stringify(step.key)}]`;
      return step.type === "index" ? "[]" : `[*]{${stepsText(step.steps)}}`;
    })
    .join("");
}
