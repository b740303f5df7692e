/**
 * Whether a value has everything that is expected of it. Of an object the named members count; of a
 * list every item. A single block may be expected as an object where it is written as a list of one.
 *
 * @param equals the test runner's comparison, which knows asymmetric matchers
 */
export function hasAll(
  value: unknown,
  expected: unknown,
  equals: (a: unknown, b: unknown) => boolean,
): boolean {
  if (isAsymmetric(expected)) return equals(value, expected);
  if (Array.isArray(expected)) {
    return (
      Array.isArray(value) &&
      value.length === expected.length &&
      expected.every((item, index) => hasAll(value[index], item, equals))
    );
  }
  if (typeof expected !== "object" || expected === null) return equals(value, expected);
  const block: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof block !== "object" || block === null || Array.isArray(block)) return false;
  return Object.entries(expected).every(([key, item]) =>
    hasAll((block as Record<string, unknown>)[key], item, equals),
  );
}

function isAsymmetric(value: unknown): boolean {
  return typeof (value as { asymmetricMatch?: unknown } | null)?.asymmetricMatch === "function";
}
