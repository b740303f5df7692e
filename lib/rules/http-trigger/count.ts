import { type TriggerNode, groupBy } from "../../graph";
import type { Rule } from "../rule";
import { show, undecided, violated } from "../verdict";

/** How many triggers a function has at most, as long as the quota is not raised. */
const MOST_TRIGGERS = 50;

const message = "a function has at most 50 triggers, unless its quota was raised";

/** Function Compute refuses the 51st trigger of a function. */
export const count: Rule = {
  id: "http-trigger/count",
  level: "warning",
  title: "a function has at most 50 triggers",
  *evaluate(graph) {
    for (const triggers of groupBy(graph.triggers, (trigger) => trigger.sureFunctionKey).values()) {
      const [first] = triggers;
      const { function: owner } = first;
      const beyond = triggers[MOST_TRIGGERS] ?? first;
      const where = { attribute: "function_name", message };
      const place = owner?.resource ?? beyond.resource;
      if (triggers.length > MOST_TRIGGERS) {
        yield violated(place, {
          ...where,
          got: `${triggers.length} triggers on ${show(first.functionName)}`,
          expected: `at most ${MOST_TRIGGERS}`,
          fix: "spread them over several functions, or have the quota raised and lower this rule in the policy file",
        });
        continue;
      }
      const open = triggers.flatMap(unknownNumber);
      if (open.length > 0) yield undecided(place, where, open);
    }
  },
};

/** What a block needs to tell how many triggers it makes: one whose name does not vary can be there only once. */
function unknownNumber({ resource, name }: TriggerNode): readonly string[] {
  const varies = name.unresolved.some(({ address }) => /^(each|count)\./.test(address));
  return resource.multiplicity && varies ? resource.multiplicity.needs : [];
}
