import { groupBy } from "../../graph";
import { openNumber } from "../repeats";
import type { Rule } from "../rule";
import { show, undecided, violated } from "../verdict";
import { severalOf } from "./several";

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
      const sure = triggers.filter(({ resource }) => openNumber(resource).length === 0);
      if (sure.length > MOST_TRIGGERS) {
        yield violated(place, {
          ...where,
          got: `${sure.length} triggers on ${show(first.functionName)}`,
          expected: `at most ${MOST_TRIGGERS}`,
          fix: "spread them over several functions, or have the quota raised and lower this rule in the policy file",
        });
        continue;
      }
      const tooMany = triggers.length > MOST_TRIGGERS;
      const open = tooMany
        ? triggers.flatMap(({ resource }) => openNumber(resource))
        : triggers.flatMap(severalOf);
      if (open.length > 0) yield undecided(place, where, open);
    }
  },
};
