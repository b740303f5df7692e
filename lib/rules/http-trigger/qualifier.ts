import { judgeQualifier } from "../qualifier";
import type { Rule } from "../rule";

/** A trigger on a version or an alias that does not exist is refused with 404. */
export const qualifier: Rule = {
  id: "http-trigger/qualifier",
  level: "error",
  title:
    "the qualifier of a trigger is `LATEST`, a version's number or an alias, declared for the function where the function's are declared",
  *evaluate(graph) {
    for (const { resource, qualifier: value, function: owner } of graph.triggers) {
      yield* judgeQualifier(graph, {
        resource,
        attribute: "qualifier",
        what: "trigger",
        qualifier: value,
        function: owner,
      });
    }
  },
};
