import type { Problem } from "./problem";

/** The methods that can call a function, in the order in which they are written: alphabetical, so that a second plan is empty whatever the service echoes. */
export const HTTP_METHODS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] as const;

/** What is wrong with one method. */
export function methodProblem(method: string): Problem | undefined {
  if ((HTTP_METHODS as readonly string[]).includes(method)) return undefined;
  const upper = method.toUpperCase();
  return {
    got: JSON.stringify(method),
    expected: `one of ${HTTP_METHODS.join(", ")}`,
    fix: (HTTP_METHODS as readonly string[]).includes(upper)
      ? `write ${JSON.stringify(upper)}`
      : "remove it: Function Compute passes no other method on",
  };
}
