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
  /** The rest of the identity. */
  readonly value: Value;
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
 * What surely or possibly repeats in a list: each but the first of its kind once, beside the first
 * that it repeats. Linear where identities are known; an identity that is not known is compared
 * until it meets one that it may be equal to.
 */
export function* repeats<T extends { readonly resource: Resource }>(
  things: Iterable<T>,
  identityOf: (thing: T) => Identity,
): Iterable<Repeat<T>> {
  const sure = new Map<string, T>();
  const seen = new Seen<T>();
  for (const thing of things) {
    const identity = identityOf(thing);
    const scope = identity.scope ?? identity.sureScope;
    const key = scope && `${scope} ${identity.value.key}`;
    const same = key && sure.get(key);
    if (same) {
      yield repeat(same, thing, "yes", []);
      continue;
    }
    if (key) sure.set(key, thing);
    const entry = { thing, identity };
    const other = seen.perhapsEqualTo(identity);
    if (other)
      yield repeat(other.thing, thing, "unknown", [...needs(identity), ...needs(other.identity)]);
    seen.add(entry);
  }
}

interface Entry<T> {
  readonly thing: T;
  readonly identity: Identity;
}

/** What has been seen, so that only what may be equal is compared. */
class Seen<T> {
  private readonly all: Entry<T>[] = [];
  private readonly unscoped: Entry<T>[] = [];
  private readonly byScope = new Map<string, { all: Entry<T>[]; unknown: Entry<T>[] }>();

  public add(entry: Entry<T>): void {
    const { scope, value } = entry.identity;
    this.all.push(entry);
    if (scope === undefined) {
      this.unscoped.push(entry);
      return;
    }
    const group = this.byScope.get(scope) ?? { all: [], unknown: [] };
    this.byScope.set(scope, group);
    group.all.push(entry);
    if (value.isUnknown) group.unknown.push(entry);
  }

  public perhapsEqualTo(identity: Identity): Entry<T> | undefined {
    const group = identity.scope === undefined ? undefined : this.byScope.get(identity.scope);
    const sameScope = identity.value.isUnknown ? group?.all : group?.unknown;
    const candidates = identity.scope === undefined ? [this.all] : [sameScope ?? [], this.unscoped];
    for (const entries of candidates) {
      const found = entries.find(
        (entry) => identity.same(entry.identity.value, identity.value) !== "no",
      );
      if (found) return found;
    }
    return undefined;
  }
}

function needs(identity: Identity): readonly string[] {
  return [...identity.scopeNeeds, ...identity.value.needs];
}

function repeat<T>(first: T, second: T, answer: Answer, needs: readonly string[]): Repeat<T> {
  return {
    first,
    second,
    on: (resource, detail) => verdictOf(answer, resource, detail, needs),
  };
}
