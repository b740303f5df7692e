import { timeoutProblem } from "../../facts/timeout";
import type { Rule } from "../rule";
import { refuseNumber } from "../written";

/** The service takes no other timeout. */
export const timeout: Rule = {
  id: "function/timeout",
  level: "error",
  title: "a function's timeout is from 1 to 86400 seconds",
  *evaluate(graph) {
    for (const { resource, timeoutSeconds } of graph.functions) {
      yield* refuseNumber(
        resource,
        { attribute: "timeout", message: "the service refuses this timeout" },
        timeoutSeconds,
        timeoutProblem,
      );
    }
  },
};
