import { withoutModule } from "../module-path";
import type { Answer, Value } from "../value";

/**
 * Whether two qualifiers of one function are the same. A version id that the service will give is
 * a number that no other version has, so it is no alias and not `LATEST`, but it may be the
 * number that somebody wrote.
 */
export function sameQualifier(a: Value, b: Value): Answer {
  const versionA = versionOf(a);
  const versionB = versionOf(b);
  if (versionA && versionB) {
    if (versionA === versionB) return "yes";
    return isMadeOfSame(a, b) ? "unknown" : "no";
  }
  const other = versionA ? b : versionB ? a : undefined;
  if (other && !other.isUnknown) return /^\d+$/.test(other.text ?? "") ? "unknown" : "no";
  if (other && isAliasName(other)) return "no";
  return a.same(b);
}

/** The declared version whose id a value is, as long as the id is not known. */
function versionOf(value: Value): string | undefined {
  if (!value.isUnknown || value.parts) return undefined;
  const last = value.unresolved[0];
  return value.unresolved.length === 1 &&
    withoutModule(last.address).startsWith("alicloud_fcv3_function_version.") &&
    last.path.at(-1) === "version_id"
    ? value.key
    : undefined;
}

/** Whether one is made of the id that the other is, or is made of too: `format("%s", …)`, `try(…)`. */
function isMadeOfSame(a: Value, b: Value): boolean {
  const isMade = a.origin.declaredBy.length === 0 || b.origin.declaredBy.length === 0;
  const [one] = a.unresolved;
  const [other] = b.unresolved;
  const isSplat = one.path.includes("*") || other.path.includes("*");
  return isMade && one.address === other.address && (isSplat || one.text === other.text);
}

function isAliasName(value: Value): boolean {
  return value.origin.references.some(
    (reference) =>
      withoutModule(reference.address).startsWith("alicloud_fcv3_alias.") &&
      reference.path.at(-1) === "alias_name",
  );
}
