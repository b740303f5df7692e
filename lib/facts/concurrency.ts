import { wholeNumberProblem } from "./numbers";
import type { Problem } from "./problem";
import type { RuntimeClass } from "./runtimes";

/** What is wrong with `instance_concurrency`: 1 to 200 calls at a time in one instance. */
export function concurrencyProblem(calls: number): Problem | undefined {
  return wholeNumberProblem(calls, { least: 1, most: 200, unit: "calls at a time" });
}

/** What is wrong with `instance_concurrency` on a runtime: a built-in one runs one call at a time. */
export function concurrencyOnRuntimeProblem(
  calls: number,
  runtime: RuntimeClass,
): Problem | undefined {
  if (calls <= 1 || runtime !== "built-in") return undefined;
  return {
    got: `${calls} calls at a time on a built-in runtime`,
    expected: "1 on a built-in runtime",
    fix: "write 1, or use a custom runtime or a container",
  };
}
