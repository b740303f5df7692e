import type { FunctionNode } from "./function";
import type { FunctionMember } from "./member";

/** Members of functions, in order, and those of one function without a search. */
export class Members<T extends FunctionMember> implements Iterable<T> {
  private byFunction?: Map<FunctionNode | undefined, T[]>;

  /** @param all in order of the graph */
  public constructor(public readonly all: readonly T[]) {}

  /** In order of the graph. */
  public [Symbol.iterator](): Iterator<T> {
    return this.all[Symbol.iterator]();
  }

  /** Those of one function that the configuration declares. */
  public of(owner: FunctionNode): readonly T[] {
    this.byFunction ??= groupBy(this.all, (member) => member.function);
    return this.byFunction.get(owner) ?? [];
  }
}

/** Groups, each in order. */
export function groupBy<T, K>(all: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of all) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
