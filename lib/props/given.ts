/**
 * Props without those that are null, at any depth: the checks take null for what is not given, so
 * what comes after them need only ask for undefined. Objects of classes are left as they are.
 */
export function given<T>(props: T): T {
  return withoutNulls(props, []) as T;
}

/** Whether an object is of no class: one that was written out, or made without a prototype. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** What is in itself is left as it is: no check takes it. */
function withoutNulls(value: unknown, outer: readonly unknown[]): unknown {
  if (typeof value !== "object" || value === null || outer.includes(value)) return value;
  const inside = [...outer, value];
  if (Array.isArray(value)) {
    const items = value.map((item) => withoutNulls(item, inside));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    item,
    withoutNulls(item, inside),
  ]);
  if (entries.every(([, before, after]) => before === after && after !== null)) return value;
  return Object.fromEntries(
    entries.filter(([, , after]) => after !== null).map(([name, , after]) => [name, after]),
  );
}
