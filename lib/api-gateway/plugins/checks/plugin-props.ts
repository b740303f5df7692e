import { Token } from "cdktf";
import type { Problem } from "../../../facts/problem";
import {
  type Check,
  type Prop,
  type PropProblem,
  anything,
  inTurn,
  object,
  once,
  optional,
  several,
  text,
} from "../../../props";

/** Props of a plugin. Name, description and stages are looked at by the construct that takes it. */
export function pluginProps(
  props: Readonly<Record<string, Prop>>,
  ...facts: readonly ((value: Record<string, unknown>) => readonly PropProblem[])[]
): Check {
  const any = optional(anything());
  return object({ ...props, pluginName: any, description: any, stages: any }, ...facts);
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

/** The items of a list, or what stands for a list that is not known. */
export function each<T>(items: readonly T[], make: (item: T) => unknown): unknown {
  return Token.isUnresolved(items) ? items : items.map(make);
}

/** An object without the members that are undefined. */
export function stated(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
