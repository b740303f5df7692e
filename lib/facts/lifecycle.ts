import { wholeNumberProblem } from "./numbers";
import type { Problem } from "./problem";

/** What is wrong with the timeout of an initializer: the provider takes up to 600 seconds. */
export function initializerTimeoutProblem(seconds: number): Problem | undefined {
  return wholeNumberProblem(seconds, { least: 1, most: 600, unit: "seconds" });
}

/** What is wrong with the timeout of a pre-stop hook: the provider takes up to 900 seconds. */
export function preStopTimeoutProblem(seconds: number): Problem | undefined {
  return wholeNumberProblem(seconds, { least: 1, most: 900, unit: "seconds" });
}
