import type { Rule } from "../rule";
import { undecided, violated } from "../verdict";
import { settingOf } from "./settings";

/** What is left to a default changes with the default. */
export const internetUrlExplicit: Rule = {
  id: "http-trigger/internet-url-explicit",
  level: "warning",
  title: "`disableURLInternet` is stated",
  *evaluate(graph) {
    for (const trigger of graph.httpTriggers) {
      const { resource } = trigger;
      const message = "an HTTP trigger states whether it can be called from the internet";
      const attribute = "trigger_config.disableURLInternet";
      if (trigger.config.value?.isUnknown) {
        yield undecided(resource, { attribute, message }, [trigger.config.value]);
      } else if (settingOf(trigger, "disableURLInternet")?.isNull) {
        yield violated(resource, {
          attribute,
          message,
          got: "nothing, which leaves it to the service's default: open",
          expected: "true or false",
          fix: 'write "disableURLInternet": true where only a VPC or a gateway calls it, else false',
        });
      }
    }
  },
};
