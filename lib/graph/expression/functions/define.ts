import { Value } from "../../value";
import { kindName, toBool, toNumber, toText } from "../convert";
import { computed, isKnownThroughout, unevaluated } from "../derive";
import { fail } from "../failure";

/** A function of Terraform: what it makes of its arguments, known or not. */
export type Run = (args: readonly Value[], name: string) => Value;

/** Functions by their names. */
export type FunctionTable = Readonly<Record<string, Run>>;

/** What a parameter takes, and what the function is given for it. */
interface Given {
  text: string;
  number: number;
  bool: boolean;
  list: readonly Value[];
  texts: readonly string[];
  value: Value;
}

type Kind = keyof Given;

type Converted<P extends readonly Kind[]> = { -readonly [I in keyof P]: Given[P[I]] };

/**
 * A function that says nothing unless all is known.
 *
 * @param parameters what the arguments are converted to
 * @param run makes plain JSON of them
 * @param optional this many of the last parameters may be left out, which gives undefined
 */
export function plain<const P extends readonly Kind[]>(
  parameters: P,
  run: (...args: Converted<P>) => unknown,
  optional = 0,
): Run {
  return (args, name) => {
    count(args, name, parameters.length - optional, parameters.length);
    if (!args.every(isKnownThroughout)) return unevaluated(name, args);
    const converted = args.map((arg, index) => convert(parameters[index], arg, name));
    return computed(run(...(converted as Converted<P>)), args);
  };
}

/** A function of any number of arguments of one kind, at least one, that says nothing unless all is known. */
export function plainOfMany<K extends Kind>(
  kind: K,
  run: (args: readonly Given[K][]) => unknown,
): Run {
  return (args, name) => {
    count(args, name, 1, Infinity);
    if (!args.every(isKnownThroughout)) return unevaluated(name, args);
    return computed(run(args.map((arg) => convert(kind, arg, name))), args);
  };
}

/**
 * A function that needs the shape of its arguments, and leaves unknown what is unknown in them.
 *
 * @param least the least number of arguments
 * @param most the greatest number of arguments
 */
export function shaped(
  least: number,
  most: number,
  run: (args: readonly Value[], name: string) => Value,
): Run {
  return (args, name) => {
    count(args, name, least, most);
    return args.some((arg) => arg.isUnknown) ? unevaluated(name, args) : run(args, name);
  };
}

/** Fails unless the number of arguments is right. */
export function count(args: readonly Value[], name: string, least: number, most: number): void {
  if (args.length < least || args.length > most) {
    fail(`${name} does not take ${args.length} ${args.length === 1 ? "argument" : "arguments"}`);
  }
}

/** The items of a list; fails for anything else. */
export function itemsOf(value: Value, name: string): readonly Value[] {
  if (value.kind !== "list") fail(`${name} takes a list, not ${kindName(value)}`);
  return value.items;
}

function convert<K extends Kind>(kind: K, value: Value, name: string): Given[K];
function convert(kind: Kind, value: Value, name: string): Given[Kind] {
  const what = `an argument of ${name}`;
  switch (kind) {
    case "text":
      return toText(value, what);
    case "number":
      return toNumber(value, what);
    case "bool":
      return toBool(value, what);
    case "list":
      return itemsOf(value, name);
    case "texts":
      return itemsOf(value, name).map((item) => toText(item, `an item given to ${name}`));
    case "value":
      return value;
  }
}
