import type { Scope } from "../../../lib/graph/expression";
import { LITERAL, type Reference, Value } from "../../../lib/graph/value";

/** What a name is worth in a test: plain JSON, which rests on the name, or a value. */
type Names = Readonly<Record<string, unknown>>;

/** A scope in which names have values and every other name is unknown; it notes what it was asked. */
export function scopeOf(names: Names = {}): Scope & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    asked,
    resolve(reference: Reference): Value {
      asked.push(reference.text);
      if (Object.hasOwn(names, reference.text)) return valueOf(names, reference.text, reference);
      if (!Object.hasOwn(names, reference.address)) return Value.reference(reference);
      return valueOf(names, reference.address, reference).get(...reference.path);
    },
  };
}

function valueOf(names: Names, name: string, reference: Reference): Value {
  const value = names[name];
  if (value instanceof Value) return value;
  return Value.of(value, { ...LITERAL, references: [reference] });
}
