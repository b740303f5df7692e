import { wholeNumberProblem } from "./numbers";
import type { Problem } from "./problem";

/** The longest that one call of a function may run, in seconds. */
export const MOST_TIMEOUT_SECONDS = 86400;

/** The service's timeout where none is stated, in seconds. */
export const DEFAULT_TIMEOUT_SECONDS = 3;

/** What is wrong with a function's `idle_timeout`: no limit is published. */
export function idleTimeoutProblem(seconds: number): Problem | undefined {
  return wholeNumberProblem(seconds, { least: 0, unit: "seconds" });
}

/** What is wrong with a function's `timeout`: 1 to 86400 seconds. */
export function timeoutProblem(seconds: number): Problem | undefined {
  return wholeNumberProblem(seconds, {
    least: 1,
    most: MOST_TIMEOUT_SECONDS,
    unit: "seconds",
  });
}
