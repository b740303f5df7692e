import type { Answer, Resource, Value } from "../graph";
import type { Detail, Place, Verdict } from "./rule";
import { verdictOf } from "./verdict";

/** By what two things are told to be the same. */
export interface Identity {
  /** Known throughout, or undefined: things with different scopes are different (the function, the group). */
  readonly scope: string | undefined;
  /** Where the scope is not known: a text that two things share only when they surely have one scope. */
  readonly sureScope?: string;
  /** What the scope needs where it is not known. */
  readonly scopeNeeds: readonly string[];
  /** The rest of the identity; a list of values where it takes more than one. */
  readonly value: Value;
  /** What has to be known to tell whether the thing counts at all: the type of a trigger. */
  readonly doubts?: readonly string[];
  /** How values of this kind are compared. */
  readonly same: (a: Value, b: Value) => Answer;
}

/** Something that stands a second time, or may do so. */
export interface Repeat<T> {
  readonly first: T;
  readonly second: T;
  /** Makes the verdict of it: violated where it surely repeats, undecided where it may. */
  on(resource: Place, detail: Detail): Iterable<Verdict>;
}

/**
 * What has to be known to tell whether a block makes a resource at all, or how many: the variable
 * in its `count` or `for_each`. Empty where it is known.
 */
export function openNumber({ multiplicity }: Resource): readonly string[] {
  return multiplicity?.needs ?? NONE;
}

const NONE: readonly string[] = [];

/**
 * What surely or possibly repeats in a list: each but the first of its kind once, beside the first
 * that it repeats. Linear where identities are known; an identity that is not known is compared
 * until it meets one that it may be equal to. Where a block may make nothing, it may repeat.
 */
export function* repeats<T extends { readonly resource: Resource }>(
  things: Iterable<T>,
  identityOf: (thing: T) => Identity,
): Iterable<Repeat<T>> {
  const sure = new Map<string, Entry<T>>();
  const seen = new Seen<T>();
  for (const thing of things) {
    const identity = identityOf(thing);
    const scope = identity.scope ?? identity.sureScope;
    const key = scope && `${scope} ${identity.value.key}`;
    const entry = { thing, identity, doubts: doubtsOf(thing.resource, identity) };
    const same = key === undefined ? undefined : sure.get(key);
    if (same) {
      const doubts = [...same.doubts, ...entry.doubts];
      yield repeat(same.thing, thing, doubts.length === 0 ? "yes" : "unknown", doubts);
      if (key && entry.doubts.length === 0 && same.doubts.length > 0) sure.set(key, entry);
      continue;
    }
    if (key) sure.set(key, entry);
    const other = seen.perhapsEqualTo(identity);
    if (other) yield repeat(other.thing, thing, "unknown", [...needs(entry), ...needs(other)]);
    seen.add(entry);
  }
}

interface Entry<T> {
  readonly thing: T;
  readonly identity: Identity;
  readonly doubts: readonly string[];
}

/** What has been seen, so that only what may be equal is compared. */
class Seen<T> {
  private readonly all: Entry<T>[] = [];
  private readonly unscoped: Entry<T>[] = [];
  private readonly byScope = new Map<string, Entry<T>[]>();
  /** Those of which the value is not known. */
  private readonly unknown = new Map<string, Entry<T>[]>();

  public add(entry: Entry<T>): void {
    const { scope, value } = entry.identity;
    this.all.push(entry);
    if (scope === undefined) {
      this.unscoped.push(entry);
      return;
    }
    addTo(this.byScope, scope, entry);
    if (!value.isKnown) addTo(this.unknown, scope, entry);
  }

  public perhapsEqualTo({ scope, value, same }: Identity): Entry<T> | undefined {
    const sameScope = value.isKnown ? this.unknown : this.byScope;
    const candidates =
      scope === undefined ? [this.all] : [sameScope.get(scope) ?? [], this.unscoped];
    for (const entries of candidates) {
      const found = entries.find((entry) => same(entry.identity.value, value) !== "no");
      if (found) return found;
    }
    return undefined;
  }
}

function addTo<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

function doubtsOf(resource: Resource, { doubts = NONE }: Identity): readonly string[] {
  const open = openNumber(resource);
  return open.length === 0 ? doubts : [...doubts, ...open];
}

function needs<T>({ identity, doubts }: Entry<T>): readonly string[] {
  return [...identity.scopeNeeds, ...identity.value.needs, ...doubts];
}

function repeat<T>(first: T, second: T, answer: Answer, needs: readonly string[]): Repeat<T> {
  return {
    first,
    second,
    on: (resource, detail) => verdictOf(answer, resource, detail, needs),
  };
}
