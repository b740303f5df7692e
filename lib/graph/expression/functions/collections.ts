import { type Origin, Value, joinOrigins } from "../../value";
import { compareTexts, kindName, sortedEntries, toBool, toNumber, toText } from "../convert";
import {
  chosen,
  computed,
  isKnownThroughout,
  isSurelyText,
  originOf,
  unevaluated,
} from "../derive";
import { fail, giveUp } from "../failure";
import { isSet } from "../set";
import { unified } from "../unify";
import { equality } from "../operators";
import { characters } from "./characters";
import { type FunctionTable, type Run, count, itemsOf, plain, shaped } from "./define";

/** The origin of a collection whose items bring their own. */
function shapeOrigin(args: readonly Value[]): Origin {
  return { ...joinOrigins(args.map((arg) => arg.origin)), declaredBy: [] };
}

function wholeNumber(value: Value, what: string): number {
  const number = toNumber(value, what);
  return Number.isInteger(number) ? number : fail(`${what} must be whole`);
}

const concat = shaped(1, Infinity, (args, name) =>
  Value.list(
    args.flatMap((arg) => itemsOf(arg, name)),
    shapeOrigin(args),
  ),
);

const merge = shaped(0, Infinity, (args, name) => {
  const objects = args.filter((arg) => !arg.isNull);
  return Value.object(
    objects.flatMap((arg) =>
      arg.kind === "object" ? arg.entries : fail(`${name} takes objects, not ${kindName(arg)}`),
    ),
    objects.length === 0 ? undefined : shapeOrigin(objects),
  );
});

function entriesOf(value: Value, name: string): readonly (readonly [string, Value])[] {
  return value.kind === "object"
    ? sortedEntries(value)
    : fail(`${name} takes an object, not ${kindName(value)}`);
}

const keys = shaped(1, 1, ([map], name) =>
  Value.of(
    entriesOf(map, name).map(([key]) => key),
    shapeOrigin([map]),
  ),
);

const values = shaped(1, 1, ([map], name) =>
  Value.list(
    entriesOf(map, name).map(([, item]) => item),
    shapeOrigin([map]),
  ),
);

const length = shaped(1, 1, ([value], name) => {
  if (value.kind === "list") return Value.of(value.items.length, shapeOrigin([value]));
  if (value.kind === "object") return Value.of(value.keys.length, shapeOrigin([value]));
  if (value.kind !== "string") fail(`${name} takes a list, an object or a string`);
  return computed(characters(toText(value)).length, [value]);
});

const lookup: Run = (args, name) => {
  count(args, name, 2, 3);
  const [map, key, otherwise] = args;
  if (map.isUnknown || key.isUnknown) return unevaluated(name, args);
  if (map.kind !== "object") fail(`${name} takes an object, not ${kindName(map)}`);
  const text = toText(key, "a key");
  if (map.has(text)) return chosen(map.get(text), [key]);
  if (!otherwise) return fail("lookup: there is no such key");
  return chosen(otherwise, [key, Value.list([], map.origin)]);
};

const element = shaped(2, 2, ([list, index], name) => {
  const items = isSet(list) ? fail("element takes no set") : itemsOf(list, name);
  const number = wholeNumber(index, "an index");
  if (items.length === 0) fail("element takes no empty list");
  // From the end of a list, and an error for a tuple.
  if (number < 0 && items.length > 1) return giveUp();
  return chosen(items[Math.abs(number % items.length)], [index]);
});

const index: Run = (args, name) => {
  count(args, name, 2, 2);
  const [list, value] = args;
  if (list.isUnknown) return unevaluated(name, args);
  for (const [position, item] of itemsOf(list, name).entries()) {
    const answer = equality(item, value, false);
    if (answer === "unknown") return unevaluated(name, args);
    if (answer === "yes") return computed(position, args);
  }
  return fail("index: there is no such item");
};

const contains: Run = (args, name) => {
  count(args, name, 2, 2);
  const [list, value] = args;
  if (list.isUnknown) return unevaluated(name, args);
  if (value.isNull) fail(`${name} takes no null`);
  const answers = itemsOf(list, name).map((item) => equality(item, value, false));
  if (answers.includes("yes")) return computed(true, args);
  return answers.includes("unknown") ? unevaluated(name, args) : computed(false, args);
};

/** Whether a value is a text with something in it: `undefined` where that is not known. */
function isFilled(value: Value): boolean | undefined {
  if (value.isNull || value.text === "") return false;
  if (!value.isUnknown) return true;
  const filled = value.parts?.some((part) => (typeof part === "string" ? part : part.text) ?? "");
  return filled ? true : undefined;
}

const coalesce: Run = (args, name) => {
  count(args, name, 1, Infinity);
  const filled = args.map(isFilled);
  const position = filled.findIndex((one) => one !== false);
  if (position < 0) return fail("coalesce: all arguments are null or empty");
  if (filled[position] === undefined) return unevaluated(name, args.slice(position));
  return chosen(unified(args)[position], args.slice(0, position));
};

const coalescelist: Run = (args, name) => {
  count(args, name, 1, Infinity);
  for (const [position, arg] of args.entries()) {
    if (arg.isUnknown) return unevaluated(name, args.slice(position));
    if (itemsOf(arg, name).length > 0) return chosen(arg, args.slice(0, position));
  }
  return fail("coalescelist: all lists are empty");
};

const compact = shaped(1, 1, ([list], name) => {
  const items = itemsOf(list, name);
  const filled = items.map(isFilled);
  if (filled.includes(undefined)) return unevaluated(name, [list]);
  const kept = items.filter((_, position) => filled[position]);
  return Value.list(
    kept.map((item) =>
      item.isUnknown || item.kind === "string" ? item : Value.of(toText(item), item.origin),
    ),
    shapeOrigin([list]),
  );
});

const distinct = shaped(1, 1, ([list], name) => {
  const items = itemsOf(list, name);
  if (items.length > 1 && !items.every(isKnownThroughout)) return unevaluated(name, [list]);
  const once = new Map<string, Value>();
  for (const item of unified(items)) if (!once.has(item.key)) once.set(item.key, item);
  return Value.list([...once.values()], shapeOrigin([list]));
});

const flatten = shaped(1, 1, ([list], name) => {
  const flat: Value[] = [];
  const origins: Value[] = [];
  const add = (value: Value): boolean => {
    if (value.kind === "list") {
      origins.push(Value.list([], value.origin));
      return value.items.every(add);
    }
    flat.push(value);
    // What is unknown may be a list.
    return !value.isUnknown || isSurelyText(value);
  };
  itemsOf(list, name);
  return add(list) ? Value.list(flat, shapeOrigin(origins)) : unevaluated(name, [list]);
});

const reverse = shaped(1, 1, ([list], name) =>
  Value.list([...itemsOf(list, name)].reverse(), shapeOrigin([list])),
);

const slice = shaped(3, 3, ([list, from, to], name) => {
  const items = itemsOf(list, name);
  const [first, end] = [wholeNumber(from, "an index"), wholeNumber(to, "an index")];
  if (first < 0 || end > items.length || first > end) fail("slice: an index is beyond the list");
  return Value.list(items.slice(first, end), shapeOrigin([list, from, to]));
});

const zipmap = shaped(2, 2, ([names, items], name) => {
  const left = itemsOf(names, name);
  const right = itemsOf(items, name);
  if (left.length !== right.length) fail("zipmap takes two lists of one length");
  if (!isKnownThroughout(names)) return unevaluated(name, [names, items]);
  return Value.object(
    left.map((key, position) => [toText(key, "a key"), right[position]] as const),
    joinOrigins([originOf([names]), shapeOrigin([items])]),
  );
});

const one = shaped(1, 1, ([list], name) => {
  const items = itemsOf(list, name);
  if (items.length > 1) fail("one takes a list with at most one item");
  return items.length === 1 ? items[0] : Value.of(null, shapeOrigin([list]));
});

const chunklist = shaped(2, 2, ([list, size], name) => {
  const items = itemsOf(list, name);
  const number = wholeNumber(size, "a size");
  if (number < 0) fail("chunklist takes no negative size");
  const step = number === 0 ? Math.max(1, items.length) : number;
  const chunks: Value[] = [];
  for (let at = 0; at < items.length; at += step)
    chunks.push(Value.list(items.slice(at, at + step)));
  return Value.list(chunks, shapeOrigin([list, size]));
});

/** `alltrue` and `anytrue`: one item may decide it, whatever the others are. */
function quantifier(deciding: boolean): Run {
  return shaped(1, 1, ([list], name) => {
    const items = itemsOf(list, name);
    const decides = (item: Value): boolean =>
      !item.isUnknown && (item.isNull ? !deciding : toBool(item, "an item") === deciding);
    if (items.some(decides)) return computed(deciding, [list]);
    return items.some((item) => item.isUnknown)
      ? unevaluated(name, [list])
      : computed(!deciding, [list]);
  });
}

/** Functions about lists and objects. */
export const COLLECTION_FUNCTIONS: FunctionTable = {
  alltrue: quantifier(false),
  anytrue: quantifier(true),
  chunklist,
  coalesce,
  coalescelist,
  compact,
  concat,
  contains,
  distinct,
  element,
  flatten,
  index,
  keys,
  length,
  lookup,
  merge,
  one,
  reverse,
  slice,
  sort: plain(["texts"], (texts) => [...texts].sort(compareTexts)),
  values,
  zipmap,
};
