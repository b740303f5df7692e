import type { PolicyProblem, Report } from "../policy";
import { formatSpot } from "./place";

/** What kept the check from being whole, packs that did not load and rules that threw: every form says so. */
export function failuresOf(report: Report): readonly PolicyProblem[] {
  return (report as { readonly failures?: readonly PolicyProblem[] }).failures ?? [];
}

/** A failure in one line, its place before it. */
export function formatFailure(failure: PolicyProblem): string {
  return `${formatSpot(failure)}: ${failure.message}; ${failure.fix}`;
}
