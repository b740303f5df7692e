import type { Value } from "../value";

const sets = new WeakSet<Value>();

/** Notes that a list is a set. */
export function markSet(value: Value): Value {
  sets.add(value);
  return value;
}

/** Whether a list is a set for sure. Of a list from outside the expression it cannot be told. */
export function isSet(value: Value): boolean {
  return sets.has(value);
}
