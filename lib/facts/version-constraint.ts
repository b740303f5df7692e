/**
 * Terraform's version constraints: `>= 1.2, < 2`, `~> 1.2`, `1.289.0`, `!= 1.3.1`.
 *
 * Terraform selects a pre-release only where one is named exactly, so a boundary that names one
 * stands for the releases beyond it.
 */

/** A release: major, minor, patch. */
export type Version = readonly [major: number, minor: number, patch: number];

/** One condition on a version. All conditions of a constraint hold together. */
export interface Condition {
  readonly operator: "=" | "!=" | ">" | ">=" | "<" | "<=" | "~>";
  readonly version: Version;
  /** How many numbers were written, which `~>` goes by. */
  readonly numbers: number;
}

const CONDITION =
  /^(=|!=|>=|>|<=|<|~>)?\s*(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?(-[0-9A-Za-z-.]+)?(?:\+[0-9A-Za-z-.]+)?$/;

/** Reads a constraint; undefined where Terraform would not. An empty text is no condition at all. */
export function parseConstraint(text: string): readonly Condition[] | undefined {
  if (text.trim() === "") return [];
  const conditions: Condition[] = [];
  for (const part of text.split(",")) {
    const found = CONDITION.exec(part.trim());
    if (!found) return undefined;
    const [, operator = "=", ...rest] = found;
    const numbers = rest.slice(0, 3).filter((number) => number !== undefined);
    const version: Version = [Number(rest[0]), Number(rest[1] ?? 0), Number(rest[2] ?? 0)];
    const condition = { operator: operator as Condition["operator"], version };
    if (rest[3] === undefined) conditions.push({ ...condition, numbers: numbers.length });
    else conditions.push(...released({ ...condition, numbers: numbers.length }));
  }
  return conditions;
}

/** The condition on releases that a condition on a pre-release makes. */
function released(condition: Condition): readonly Condition[] {
  switch (condition.operator) {
    case "!=":
      return [];
    case ">":
      return [{ ...condition, operator: ">=" }];
    case "<=":
      return [{ ...condition, operator: "<" }];
    default:
      return [condition];
  }
}

/** Which of two versions is older: below 0 for the first. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** Whether a release fulfils a constraint. */
export function admits(constraint: readonly Condition[], version: Version): boolean {
  return constraint.every((condition) => fulfils(version, condition));
}

function fulfils(version: Version, condition: Condition): boolean {
  const order = compareVersions(version, condition.version);
  switch (condition.operator) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "~>":
      return (
        order >= 0 &&
        version[0] === condition.version[0] &&
        (condition.numbers < 3 || version[1] === condition.version[1])
      );
  }
}

/** The oldest release that a constraint admits, published or not; undefined where it admits none. */
export function oldestAdmitted(constraint: readonly Condition[]): Version | undefined {
  let oldest: Version = [0, 0, 0];
  for (const { operator, version } of constraint) {
    const from =
      operator === ">" ? next(version) : /^(=|>=|~>)$/.test(operator) ? version : undefined;
    if (from && compareVersions(from, oldest) > 0) oldest = from;
  }
  const excluded = new Set(
    constraint.filter(({ operator }) => operator === "!=").map(({ version }) => version.join(".")),
  );
  while (excluded.has(oldest.join("."))) oldest = next(oldest);
  // The other conditions are upper bounds: what they refuse here, they refuse further up.
  return admits(constraint, oldest) ? oldest : undefined;
}

function next([major, minor, patch]: Version): Version {
  return [major, minor, patch + 1];
}
