import type { Value } from "../../graph";
import type { Rule } from "../rule";
import { show, verdictOf } from "../verdict";

const attribute = "lifecycle.create_before_destroy";

/** The second trigger of a name is refused while the first one exists. */
export const replaceOrder: Rule = {
  id: "http-trigger/replace-order",
  level: "error",
  title: "a trigger with a fixed name has no `create_before_destroy`",
  *evaluate(graph) {
    for (const { resource, name } of graph.triggers) {
      const stated = resource.createBeforeDestroy;
      // A plan tells it only of what it replaces.
      if (!stated || name.isNull) continue;
      yield* verdictOf(
        isFixed(name) ? "yes" : "unknown",
        resource,
        {
          attribute,
          message: "a trigger is refused while another one of its name exists",
          got: `true, with trigger_name ${show(name)}`,
          expected: "the old trigger to be destroyed first",
          fix: "remove create_before_destroy",
          values: [name],
        },
        [name],
      );
    }
  },
};

/** A name that only another resource tells may be a new one at every replacement; a variable is the same for both. */
function isFixed(name: Value): boolean {
  return name.unresolved.every(({ address }) => /^(var|local|each|count)\./.test(address));
}
