import { type Origin, Value } from "../../value";
import { toBool, toNumber, toText } from "../convert";
import { computed, unevaluated } from "../derive";
import { fail } from "../failure";
import { unified } from "../unify";
import { type FunctionTable, type Run, count, itemsOf, shaped } from "./define";
import { makeSet } from "./sets";

/** A conversion of one value; null stays null. */
function conversion(convert: (value: Value, name: string) => Value): Run {
  return (args, name) => {
    count(args, name, 1, 1);
    const [value] = args;
    if (value.isNull) return value;
    return value.isUnknown ? unevaluated(name, args) : convert(value, name);
  };
}

function marked(value: Value, sensitive: boolean): Value {
  const origin: Origin =
    value.origin.sensitive === sensitive ? value.origin : { ...value.origin, sensitive };
  if (sensitive || value.isUnknown) return value.from(origin);
  if (value.kind === "list") {
    return Value.list(
      value.items.map((item) => marked(item, false)),
      origin,
    );
  }
  if (value.kind === "object") {
    return Value.object(
      value.entries.map(([key, item]) => [key, marked(item, false)] as const),
      origin,
    );
  }
  return value.from(origin);
}

function only(args: readonly Value[], name: string): Value {
  count(args, name, 1, 1);
  return args[0];
}

/** Functions about what a value is. */
export const TYPE_FUNCTIONS: FunctionTable = {
  issensitive: (args, name) => computed(only(args, name).isSensitive, []),
  nonsensitive: (args, name) => marked(only(args, name), false),
  sensitive: (args, name) => marked(only(args, name), true),
  tobool: conversion((value, name) =>
    value.kind === "bool" ? value : computed(toBool(value, `what ${name} is given`), [value]),
  ),
  tolist: conversion((value, name) => Value.list(unified(itemsOf(value, name)), value.origin)),
  tomap: conversion((value) => {
    if (value.kind !== "object") return fail("tomap takes an object");
    const items = unified(value.entries.map(([, item]) => item));
    return Value.object(
      value.keys.map((key, index) => [key, items[index]] as const),
      value.origin,
    );
  }),
  tonumber: conversion((value, name) =>
    value.kind === "number" ? value : computed(toNumber(value, `what ${name} is given`), [value]),
  ),
  toset: shaped(1, 1, ([value], name) =>
    value.isNull ? value : makeSet(itemsOf(value, name), [value], name),
  ),
  // An unknown is the same text once it is known.
  tostring: (args, name) => {
    const value = only(args, name);
    if (value.isNull || value.isUnknown || value.kind === "string") return value;
    return computed(toText(value, "what tostring is given"), [value]);
  },
};
