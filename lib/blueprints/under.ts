import type { IConstruct } from "constructs";
import type { BlueprintNote, BrokenBound, SetByBlueprint } from "../graph";
import { type Check, checkProps } from "../props";
import { Registry } from "../synth/registry";
import { rootOf } from "./place";
import { type Holding, holdingFor } from "./holding";
import { expectedBy, judgeBound } from "./judge-bound";
import { isMap } from "./part";
import type { Given, TargetSpec } from "./target-spec";
import { UNKNOWN } from "./values";

/**
 * Checks the props of a construct, after what it does not state was taken from the blueprints that
 * hold for it; and notes what they gave, and which of their bounds are broken.
 *
 * @param construct which is being made
 * @param spec what blueprints know of it
 * @param props as the app states them
 * @returns the props with defaults, without those that are null
 * @throws FrontDoorError naming each wrong prop, and who set it where that was a blueprint
 */
export function propsUnder<T extends object>(construct: IConstruct, spec: TargetSpec, props: T): T {
  const check = (value: unknown): Check => spec.check(construct, value as never);
  const holding = partMakers > 0 ? undefined : holdingFor(construct, spec);
  if (!holding || typeof props !== "object" || props === null || Array.isArray(props)) {
    return checkProps(construct, props, check(props));
  }
  const { merged, set } = merge(props as Given, spec, holding);
  const checked = checkProps(construct, merged as T, (value, at) =>
    check(value)(value, at).map((problem) => {
      const owner = set.get(rootOf(problem.at));
      return owner === undefined ? problem : { ...problem, got: `${problem.got}, set by ${owner}` };
    }),
  );
  const note = noteOf(checked as Given, spec, holding, set);
  const main = `${construct.node.path}/${spec.main(checked as Given)}`;
  Registry.of(construct).blueprintNotes.set(construct.node.path, { main, note });
  return checked;
}

let partMakers = 0;

/**
 * Makes a construct that is a part of another one: the other one's defaults and bounds hold, not
 * those of its own kind.
 */
export function asPart<T>(make: () => T): T {
  partMakers++;
  try {
    return make();
  } finally {
    partMakers--;
  }
}

interface Merged {
  readonly merged: Given;
  /** By prop, who gave it; a tag is `tags.team`. */
  readonly set: ReadonlyMap<string, string>;
}

function merge(props: Given, spec: TargetSpec, { defaults }: Holding): Merged {
  const stated = Object.fromEntries(
    Object.entries(props).filter(([, value]) => value !== undefined && value !== null),
  );
  const merged: Record<string, unknown> = { ...props };
  const set = new Map<string, string>();
  // What runs a function decides what else fits it, also where a blueprint says it.
  const runtime = stated.runtime ?? defaults.get("runtime")?.value;
  for (const [name, { value, owner }] of defaults) {
    const [prop, ...rest] = name.split(".");
    const { kind, fits } = spec.props[prop];
    if (kind === "tags") {
      const tags = stated[prop] ?? {};
      const tag = rest.join(".");
      if (!isMap(tags) || (tags[tag] !== undefined && tags[tag] !== null)) continue;
      merged[prop] = { ...((merged[prop] as Given | null | undefined) ?? {}), [tag]: value };
      set.set(name, owner);
    } else if (!(prop in stated) && (fits?.({ ...stated, runtime }) ?? true)) {
      merged[prop] = value;
      set.set(name, owner);
    }
  }
  return { merged, set };
}

function noteOf(
  props: Given,
  spec: TargetSpec,
  { bounds }: Holding,
  set: ReadonlyMap<string, string>,
): BlueprintNote {
  const broken: BrokenBound[] = [];
  const unsure: BrokenBound[] = [];
  for (const held of bounds) {
    const { prop } = held.bound;
    const one = spec.props[prop];
    const found = judgeBound(held, one, props);
    if (found === undefined) continue;
    const attribute = one.attributes.find((name) => !name.includes(":")) ?? prop;
    const { owner } = held;
    if (found === UNKNOWN) {
      const expected = expectedBy(held, one);
      unsure.push({ prop, attribute, got: "", expected, fix: "", owner });
    } else broken.push({ prop, attribute, ...found, owner });
  }
  const given = [...set].map(([prop, owner]): SetByBlueprint => {
    const { attributes } = spec.props[rootOf(prop)];
    const tag = prop.includes(".") ? prop.slice(prop.indexOf(".")) : "";
    return { prop, owner, attributes: attributes.map((attribute) => `${attribute}${tag}`) };
  });
  return {
    ...(given.length > 0 && { set: given }),
    ...(broken.length > 0 && { broken }),
    ...(unsure.length > 0 && { unsure }),
  };
}
