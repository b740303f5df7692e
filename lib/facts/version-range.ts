import { type Version, compareVersions } from "./version-constraint";

/** A range of versions as npm writes it: alternatives, each of conditions that hold together. */
export type VersionRange = readonly (readonly VersionBound[])[];

/** One condition of a range. */
interface VersionBound {
  readonly operator: ">" | ">=" | "<" | "<=";
  readonly version: Version;
}

const PART = /^(>=|<=|>|<|=|\^|~)?v?(\d{1,9}|[xX*])(?:\.(\d{1,9}|[xX*]))?(?:\.(\d{1,9}|[xX*]))?$/;

/** Reads `>=0.1.0 <0.3.0`, `^0.1.0`, `~1.2`, `1.x || 2.x`; undefined where it is none. Pre-releases are not known here. */
export function parseRange(text: string): VersionRange | undefined {
  const alternatives = text.split("||").map((alternative) => {
    const parts = alternative.trim().replace(/(>=|<=|>|<|=|\^|~)\s+/g, "$1");
    if (parts === "") return undefined;
    const bounds = parts.split(/\s+/).map(boundsOf);
    return bounds.some((found) => !found) ? undefined : bounds.flatMap((found) => found!);
  });
  return alternatives.some((found) => !found) ? undefined : alternatives.map((found) => found!);
}

/** Whether a version, `0.1.0` or a pre-release of it, is in a range. */
export function isInRange(text: string, range: VersionRange): boolean {
  const [major = 0, minor = 0, patch = 0] = text.split(/[-+]/)[0].split(".").map(Number);
  const version: Version = [major, minor, patch];
  return range.some((bounds) => bounds.every((bound) => holds(version, bound)));
}

function holds(version: Version, { operator, version: edge }: VersionBound): boolean {
  const order = compareVersions(version, edge);
  switch (operator) {
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
  }
}

function boundsOf(text: string): readonly VersionBound[] | undefined {
  const found = PART.exec(text);
  if (!found) return undefined;
  const [, operator = "=", ...given] = found;
  const numbers = given.filter((part) => /^\d+$/.test(part ?? "")).map(Number);
  const [major = 0, minor = 0, patch = 0] = numbers;
  const version: Version = [major, minor, patch];
  const from: VersionBound = { operator: ">=", version };
  const below = (end: Version): readonly VersionBound[] => [from, { operator: "<", version: end }];
  const next = (count: number): readonly VersionBound[] => {
    if (count === 0) return [from];
    if (count === 1) return below([major + 1, 0, 0]);
    return below(count === 2 ? [major, minor + 1, 0] : [major, minor, patch + 1]);
  };
  switch (operator) {
    case "=":
      return next(numbers.length);
    case "~":
      return next(Math.min(numbers.length, 2));
    case "^": {
      // The first number that is not 0 stays.
      const kept = numbers.findIndex((number) => number > 0);
      return next(kept < 0 ? numbers.length : kept + 1);
    }
    default:
      return [{ operator: operator as VersionBound["operator"], version }];
  }
}
