import { concurrencyOnRuntimeProblem, concurrencyProblem } from "../../facts/concurrency";
import type { Rule } from "../rule";
import { undecided, violated } from "../verdict";
import { refuseNumber } from "../written";

const attribute = "instance_concurrency";

/** An instance of a built-in runtime runs one call at a time; no instance runs more than 200. */
export const concurrency: Rule = {
  id: "function/concurrency",
  level: "error",
  title:
    "an instance takes 1 to 200 calls at a time, and more than one only in a custom runtime or a container",
  *evaluate(graph) {
    for (const { resource, runtime, runtimeClass } of graph.functions) {
      const value = resource.get(attribute);
      const alone = [
        ...refuseNumber(
          resource,
          { attribute, message: "the service refuses this number of calls at a time" },
          value,
          concurrencyProblem,
        ),
      ];
      yield* alone;
      const { number } = value;
      if (alone.length > 0 || number === undefined || number <= 1) continue;
      const message = "a built-in runtime takes one call at a time";
      if (runtimeClass === undefined) {
        if (runtime.isUnknown) yield undecided(resource, { attribute, message }, [runtime]);
        continue;
      }
      const found = concurrencyOnRuntimeProblem(number, runtimeClass);
      if (found) {
        yield violated(resource, { attribute, message, ...found, values: [value, runtime] });
      }
    }
  },
};
