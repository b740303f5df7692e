import type { Problem } from "./problem";

/** Under this many milliseconds somebody almost surely meant seconds. */
const LEAST_MILLISECONDS = 100;

/** What a gateway API waits for its backend where nobody has a reason for another time, in milliseconds. */
export const USUAL_MILLISECONDS = 30000;

/**
 * What speaks against the `timeout` of a gateway API's backend, which is in milliseconds: so few of
 * them that seconds were meant.
 *
 * Source: CreateApi, `ServiceTimeout`.
 */
export function gatewayTimeoutDoubt(milliseconds: number): Problem | undefined {
  if (milliseconds >= LEAST_MILLISECONDS) return undefined;
  const meant = milliseconds > 0 ? milliseconds * 1000 : USUAL_MILLISECONDS;
  return {
    got: `${milliseconds} ms`,
    expected: "milliseconds",
    fix: `write ${meant}`,
  };
}
