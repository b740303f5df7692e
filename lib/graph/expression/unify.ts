import { Value } from "../value";
import { sortedEntries, toText } from "./convert";
import { isSurelyText } from "./derive";
import { fail, giveUp } from "./failure";

/**
 * Values brought to one type, as Terraform does with the items of a list, the values of a map and
 * the branches of a conditional: where one is a text all are. Fails where there is no such type.
 */
export function unified(values: readonly Value[]): readonly Value[] {
  const told = values.filter((value) => !value.isNull && (!value.isUnknown || isSurelyText(value)));
  const kinds = new Set(told.map((value) => (value.isUnknown ? "string" : value.kind)));
  if (kinds.size <= 1) {
    if (kinds.has("list")) return rebuilt(values, told, listItems, toList);
    if (kinds.has("object")) return rebuilt(values, told, objectItems, toObject);
    return values;
  }
  const primitive = !kinds.has("list") && !kinds.has("object");
  if (primitive && kinds.has("string")) return values.map(asText);
  // What comes from outside may have another type than the one it is written in.
  if (told.some((value) => value.references.length > 0)) return giveUp();
  return fail("values of different types cannot stand in one place");
}

function asText(value: Value): Value {
  return value.kind === "number" || value.kind === "bool"
    ? Value.of(toText(value), value.origin)
    : value;
}

function listItems(list: Value): readonly Value[] {
  return list.items;
}

function objectItems(object: Value): readonly Value[] {
  return sortedEntries(object).map(([, item]) => item);
}

function toList(list: Value, items: readonly Value[]): Value {
  return Value.list(items, list.origin);
}

function toObject(object: Value, items: readonly Value[]): Value {
  return Value.object(
    sortedEntries(object).map(([key], index) => [key, items[index]] as const),
    object.origin,
  );
}

/** Collections whose items are brought to one type: place by place where they have the same places, else all of them. */
function rebuilt(
  values: readonly Value[],
  told: readonly Value[],
  itemsOf: (collection: Value) => readonly Value[],
  make: (collection: Value, items: readonly Value[]) => Value,
): readonly Value[] {
  const rows = told.map(itemsOf);
  const all = rows.flat();
  const places = rows[0].map((_, place) => rows.map((row) => row[place]));
  const unify = told.every((one) => shapeOf(one) === shapeOf(told[0]))
    ? turned(places.map(unified), rows.length)
    : inRows(unified(all), rows);
  if (unify.flat().every((item, index) => item === all[index])) return values;
  const made = new Map(told.map((one, index) => [one, make(one, unify[index])]));
  return values.map((value) => made.get(value) ?? value);
}

/** The places of a collection: two with the same ones are brought together place by place. */
function shapeOf(collection: Value): string {
  return collection.kind === "list"
    ? String(collection.items.length)
    : JSON.stringify([...collection.keys].sort());
}

function turned(places: readonly (readonly Value[])[], length: number): readonly Value[][] {
  return Array.from({ length }, (_, row) => places.map((place) => place[row]));
}

function inRows(all: readonly Value[], rows: readonly (readonly Value[])[]): readonly Value[][] {
  let from = 0;
  return rows.map((row) => all.slice(from, (from += row.length)));
}
