import { groupBy } from "../../graph";
import { openNumber } from "../repeats";
import type { Rule } from "../rule";
import { show, undecided, violated } from "../verdict";
import { severalOf } from "./several";

/** How many triggers a function has at most, as long as the quota is not raised. */
const MOST_TRIGGERS = 50;

/** Function Compute refuses the 51st trigger of a function. */
export const count: Rule = {
  id: "http-trigger/count",
  level: "warning",
  title: "a function has at most 50 triggers",
  options: {
    most: { type: "number", about: "how many triggers the quota allows; default 50" },
  },
  *evaluate(graph, { settings }) {
    const most = (settings?.most ?? MOST_TRIGGERS) as number;
    const message = `a function has at most ${most} triggers, unless its quota was raised`;
    for (const triggers of groupBy(graph.triggers, (trigger) => trigger.sureFunctionKey).values()) {
      const [first] = triggers;
      const { function: owner } = first;
      const beyond = triggers[most] ?? first;
      const where = { attribute: "function_name", message };
      const place = owner?.resource ?? beyond.resource;
      const sure = triggers.filter(({ resource }) => openNumber(resource).length === 0);
      if (sure.length > most) {
        yield violated(place, {
          ...where,
          got: `${sure.length} triggers on ${show(first.functionName)}`,
          expected: `at most ${most}`,
          fix: "spread them over several functions, or have the quota raised and write it as the option most of this rule in the policy file",
        });
        continue;
      }
      const tooMany = triggers.length > most;
      const open = tooMany
        ? triggers.flatMap(({ resource }) => openNumber(resource))
        : triggers.flatMap(severalOf);
      if (open.length > 0) yield undecided(place, where, open);
    }
  },
};
