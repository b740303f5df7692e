import type { Rule } from "../rule";
import { at, undecided, violated } from "../verdict";
import { internetUrlUses } from "./url-uses";

const message = "the internet URL of this trigger is disabled: it answers 403";

/** Whoever uses a URL that is switched off gets 403 AccessDenied. */
export const disabledUrlUsed: Rule = {
  id: "http-trigger/disabled-url-used",
  level: "error",
  title: "nothing refers to the internet URL of a trigger that has it disabled",
  *evaluate(graph) {
    for (const trigger of graph.httpTriggers) {
      const disabled = trigger.disableUrlInternet;
      if (disabled.bool !== true && !disabled.isUnknown) continue;
      for (const { user, attribute, instead } of internetUrlUses(graph, trigger)) {
        const related = [
          {
            resource: trigger.resource,
            message: `${at("trigger_config", "disableURLInternet")} is true here`,
          },
        ];
        if (disabled.isUnknown || instead.length > 0) {
          yield undecided(user, { attribute, message }, [disabled, ...instead]);
        } else {
          yield violated(user, {
            attribute,
            message,
            got: `url_internet of ${trigger.address}, whose disableURLInternet is true`,
            expected: "url_intranet, or the name of what stands in front of the function",
            fix: "use url_intranet inside the VPC, and the gateway's or the custom domain's name outside",
            related,
            values: [disabled],
          });
        }
      }
    }
  },
};
