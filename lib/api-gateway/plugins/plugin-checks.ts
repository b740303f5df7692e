import { Token } from "cdktf";
import { type ListBounds, listIssues, repeated } from "../../facts/issue";
import type { Problem } from "../../facts/problem";
import { type WholeNumbers, wholeNumberProblem } from "../../facts/numbers";
import {
  type Check,
  type Prop,
  type PropProblem,
  anything,
  inTurn,
  list,
  number,
  object,
  optional,
  text,
} from "../../props";

/** Props of a plugin. Name, description and stages are looked at by the construct that takes it. */
export function pluginProps(
  props: Readonly<Record<string, Prop>>,
  ...facts: readonly ((value: Record<string, unknown>) => readonly PropProblem[])[]
): Check {
  const any = optional(anything());
  return object({ ...props, pluginName: any, description: any, stages: any }, ...facts);
}

/** A list of as many items as it may have. */
export function several(bounds: ListBounds, item: Check): Check {
  return list(item, (items) => listIssues(items, bounds, () => [])[0]?.problem);
}

/** At least one name, none twice: `header`, `origin`. */
export function names(what: string): Check {
  const problemOf = (name: string): Problem | undefined =>
    name !== "" && !name.includes(",")
      ? undefined
      : {
          got: JSON.stringify(name),
          expected: `one ${what}`,
          fix: name === "" ? "remove it" : `write each ${what} as an item of its own`,
        };
  return inTurn(
    several({ expected: `a list of at least one ${what}`, least: 1 }, text(problemOf)),
    once(`each ${what} once`),
  );
}

/** A whole number. */
export function whole(allowed: WholeNumbers): Check {
  return number((value) => wholeNumberProblem(value, allowed));
}

/**
 * Items none of which stands twice; what is no list is for another check.
 *
 * @param expected `each block once`
 * @param keyOf what two items are the same by, and where it stands in an item; default: the item
 */
export function once(
  expected: string,
  keyOf: (item: unknown) => { key: unknown; member?: string } = (item) => ({ key: item }),
): Check {
  return (value, at) => {
    const keys = (Array.isArray(value) ? Array.from(value) : []).map(keyOf);
    const name = at.slice(at.lastIndexOf(".") + 1);
    return repeated(keys.map(({ key }) => key)).map(({ index, first }) => {
      const { key, member } = keys[index];
      return {
        at: `${at}[${index}]${member === undefined ? "" : `.${member}`}`,
        got: `${Token.isUnresolved(key) ? "the same" : JSON.stringify(key)} again, as ${name}[${first}]`,
        expected,
        fix: "remove it",
      };
    });
  };
}

/** The items of a list, or what stands for a list that is not known. */
export function each<T>(items: readonly T[], make: (item: T) => unknown): unknown {
  return Token.isUnresolved(items) ? items : items.map(make);
}

/** An object without the members that are undefined. */
export function stated(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
