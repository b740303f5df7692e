import { wholeNumberProblem } from "./numbers";
import type { Problem } from "./problem";

const MOST_PATH_CHARACTERS = 2048;

/** What is wrong with one argument of a health check: of `health_check_config`. */
export const healthCheckFacts = {
  /** `http_get_url`: at most 2048 characters. */
  path(path: string): Problem | undefined {
    if (path !== "" && path.length <= MOST_PATH_CHARACTERS) return undefined;
    const expected = `a path of 1 to ${MOST_PATH_CHARACTERS} characters`;
    if (path === "") return { got: '""', expected, fix: 'write a path, such as "/health"' };
    return { got: `${path.length} characters`, expected, fix: "shorten it" };
  },
  /** `initial_delay_seconds`: 0 to 120. */
  initialDelaySeconds: (value: number) =>
    wholeNumberProblem(value, { least: 0, most: 120, unit: "seconds" }),
  /** `period_seconds`: 1 to 120. */
  periodSeconds: (value: number) =>
    wholeNumberProblem(value, { least: 1, most: 120, unit: "seconds" }),
  /** `timeout_seconds`: 1 to 3. */
  timeoutSeconds: (value: number) =>
    wholeNumberProblem(value, { least: 1, most: 3, unit: "seconds" }),
  /** `failure_threshold`: 1 to 120. */
  failureThreshold: (value: number) => wholeNumberProblem(value, { least: 1, most: 120 }),
  /** `success_threshold`: 1 to 120. */
  successThreshold: (value: number) => wholeNumberProblem(value, { least: 1, most: 120 }),
};
