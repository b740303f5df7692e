import type { PolicyProblem } from "../policy";
import { formatSpot } from "./place";

/** What kept the check from being whole, a pack that did not load or a rule that threw, in one line. */
export function formatFailure(failure: PolicyProblem): string {
  return `${formatSpot(failure)}: ${failure.message}; ${failure.fix}`;
}
