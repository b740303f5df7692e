import { Value, joinOrigins } from "../../value";
import { compareTexts } from "../convert";
import { isKnownThroughout, unevaluated } from "../derive";
import { giveUp } from "../failure";
import { isSet, markSet } from "../set";
import { unified } from "../unify";
import { type FunctionTable, type Run, count, itemsOf, shaped } from "./define";

/** The set of items: each once, in Terraform's order. Unknown where two of them may turn out the same. */
export function makeSet(
  items: readonly Value[],
  operands: readonly Value[],
  operation: string,
): Value {
  if (items.length > 1 && !items.every(isKnownThroughout)) return unevaluated(operation, operands);
  const distinct = new Map(unified(items).map((item) => [item.key, item]));
  const origin = joinOrigins(operands.map((operand) => operand.origin));
  return markSet(Value.list([...distinct.values()].sort(compare), { ...origin, declaredBy: [] }));
}

function compare(a: Value, b: Value): number {
  if (a.isNull || b.isNull) return Number(a.isNull) - Number(b.isNull);
  if (a.kind === "number" && b.kind === "number") return (a.number ?? 0) - (b.number ?? 0);
  return a.text === undefined || b.text === undefined ? 0 : compareTexts(a.text, b.text);
}

/** A set made of sets, given the items of each and their keys. */
function ofSets(
  combine: (lists: readonly (readonly Value[])[], keys: readonly ReadonlySet<string>[]) => Value[],
): Run {
  return shaped(1, Infinity, (args, name) => {
    const lists = args.map((arg) => itemsOf(arg, name));
    if (!args.every(isKnownThroughout)) return unevaluated(name, args);
    // All of them get one type, so that "1" and 1 are one item.
    const all = unified(lists.flat());
    let from = 0;
    const same = lists.map((list) => all.slice(from, (from += list.length)));
    const keys = same.map((list) => new Set(list.map((item) => item.key)));
    return makeSet(combine(same, keys), args, name);
  });
}

function product(lists: readonly (readonly Value[])[]): Value[] {
  let rows: readonly (readonly Value[])[] = [[]];
  for (const list of lists) rows = rows.flatMap((row) => list.map((item) => [...row, item]));
  return rows.map((row) => Value.list(row));
}

/** Functions about sets. */
export const SET_FUNCTIONS: FunctionTable = {
  setintersection: ofSets(([first], keys) =>
    first.filter((item) => keys.every((set) => set.has(item.key))),
  ),
  setproduct: (args, name) => {
    count(args, name, 2, Infinity);
    if (args.some((arg) => arg.isUnknown)) return unevaluated(name, args);
    // With a set among them the rows come in the order of a set.
    if (args.some(isSet)) return giveUp();
    return Value.list(product(args.map((arg) => unified(itemsOf(arg, name)))));
  },
  setsubtract: (args, name) => {
    count(args, name, 2, 2);
    return ofSets(([first], [, taken]) => first.filter((item) => !taken.has(item.key)))(args, name);
  },
  setunion: ofSets((lists) => lists.flat()),
};
