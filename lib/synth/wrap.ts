/** Every method that we have put into an object. */
const ours = new WeakSet<object>();

/**
 * Puts a method around one of an object's own, unless it is there already: whoever has replaced
 * it since gets a new one around theirs.
 *
 * @param target the object
 * @param name the method
 * @param around makes the new method of the present one
 */
export function wrap<T extends object, K extends keyof T>(
  target: T,
  name: K,
  around: (present: T[K]) => T[K],
): void {
  const present = target[name] as T[K] & ((...args: never[]) => unknown);
  if (ours.has(present)) return;
  const value = around(present.bind(target) as T[K]);
  ours.add(value as object);
  // As the method that it hides: nothing that lists the object's own properties meets it.
  Object.defineProperty(target, name, {
    value,
    configurable: true,
    enumerable: false,
    writable: true,
  });
}
