import type { Rule } from "../rule";
import { undecided, violated } from "../verdict";
import { settingOf } from "./settings";

/** Nobody is asked who they are, and everybody can reach the URL. */
export const anonymousPublic: Rule = {
  id: "http-trigger/anonymous-public",
  level: "warning",
  title: "an anonymous HTTP trigger is not open to the internet",
  elsewhere: [
    "Cloud Config fc-trigger-http-not-anonymous",
    "InfraGuard fc-trigger-http-not-anonymous",
  ],
  *evaluate(graph) {
    for (const trigger of graph.httpTriggers) {
      const { resource } = trigger;
      const type = settingOf(trigger, "authType");
      const disabled = settingOf(trigger, "disableURLInternet");
      if (!type || !disabled) continue;
      // What is no boolean is http-trigger/config's.
      const closed = disabled.isNull ? false : disabled.kind === "bool" ? disabled.bool : undefined;
      if (closed === undefined && !disabled.isUnknown) continue;
      if (closed || (!type.isUnknown && type.text !== "anonymous")) continue;
      const message = "anyone on the internet can call the function, and run up its cost";
      const attribute = "trigger_config.authType";
      if (type.isUnknown || disabled.isUnknown) {
        yield undecided(resource, { attribute, message }, [type, disabled]);
        continue;
      }
      yield violated(resource, {
        attribute,
        message,
        got: `"anonymous", and the internet URL is ${disabled.isNull ? "open by default" : "open"}`,
        expected: "an authentication, or no internet URL",
        fix: 'write "authType": "function" or another authentication, or "disableURLInternet": true and let callers in by an API gateway or a custom domain',
        values: [type, disabled],
      });
    }
  },
};
