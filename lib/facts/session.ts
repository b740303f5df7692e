import { wholeNumberProblem } from "./numbers";
import type { Problem } from "./problem";

const LONGEST_SESSION_SECONDS = 21600;

/** What is wrong with one argument of a session affinity: of `session_affinity_config`. */
export const sessionFacts = {
  /** `affinityHeaderFieldName`: 5 to 40 characters, not beginning with `x-fc-`. */
  header(name: string): Problem | undefined {
    const expected =
      '5 to 40 letters, digits, "-" and "_", the first a letter; not beginning with x-fc-';
    if (/^x-fc-/i.test(name)) {
      return {
        got: JSON.stringify(name),
        expected,
        fix: "take another prefix: x-fc- is the service's",
      };
    }
    if (/^[a-zA-Z][-_a-zA-Z0-9]{4,39}$/.test(name)) return undefined;
    return { got: JSON.stringify(name), expected, fix: "take another name" };
  },
  /** `sessionConcurrencyPerInstance`: 1 to 200. */
  perInstance: (value: number) =>
    wholeNumberProblem(value, { least: 1, most: 200, unit: "sessions" }),
  /** `sessionTTLInSeconds`: 1 to 21600. */
  ttl: (value: number) =>
    wholeNumberProblem(value, { least: 1, most: LONGEST_SESSION_SECONDS, unit: "seconds" }),
  /** `sessionIdleTimeoutInSeconds`: 0 to 21600. */
  idle: (value: number) =>
    wholeNumberProblem(value, { least: 0, most: LONGEST_SESSION_SECONDS, unit: "seconds" }),
};
