import type { Finding, UndecidedFinding } from "../rules";
import { isAtLeast } from "../rules/level";
import type { FormatOptions } from "./format";

/** Whether a finding, or a question, is what the check fails on. */
export function fails(
  finding: Finding | UndecidedFinding,
  { failOn = "error", strictUndecided = false }: Pick<FormatOptions, "failOn" | "strictUndecided">,
): boolean {
  if (finding.status !== "open") return false;
  return isUndecided(finding) ? strictUndecided : isAtLeast(finding.level, failOn);
}

/** Whether it is a question that could not be decided. */
export function isUndecided(finding: Finding | UndecidedFinding): finding is UndecidedFinding {
  return "needs" in finding;
}

/** Whether nothing accepts it, and no baseline knows it. */
export function isOpen({ status }: Pick<Finding, "status">): boolean {
  return status === "open";
}
