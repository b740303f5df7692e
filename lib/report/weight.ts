import type { Finding, Level, UndecidedFinding } from "../rules";
import type { FormatOptions } from "./format";

const WEIGHT: Readonly<Record<Level, number>> = { note: 0, warning: 1, error: 2 };

/** Compares by level: errors first. */
export function heaviestFirst(a: { readonly level: Level }, b: { readonly level: Level }): number {
  return WEIGHT[b.level] - WEIGHT[a.level];
}

/** Whether a finding, or a question, is what the check fails on. */
export function fails(
  finding: Finding | UndecidedFinding,
  { failOn = "error", strictUndecided = false }: Pick<FormatOptions, "failOn" | "strictUndecided">,
): boolean {
  if (finding.status !== "open") return false;
  return isUndecided(finding) ? strictUndecided : WEIGHT[finding.level] >= WEIGHT[failOn];
}

/** Whether it is a question that could not be decided. */
export function isUndecided(finding: Finding | UndecidedFinding): finding is UndecidedFinding {
  return "needs" in finding;
}

/** Whether nothing accepts it, and no baseline knows it. */
export function isOpen({ status }: Pick<Finding, "status">): boolean {
  return status === "open";
}
