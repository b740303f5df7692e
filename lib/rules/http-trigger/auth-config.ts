import { authConfigIssues } from "../../facts/auth-types";
import { judge } from "../judge";
import type { Rule } from "../rule";
import { undecided } from "../verdict";
import { triggerAuthentications } from "./settings";

/** jwt, basic and bearer are nothing without their keys, users and tokens; the others read none. */
export const authConfig: Rule = {
  id: "http-trigger/auth-config",
  level: "error",
  title: "jwt, basic and bearer have their `authConfig`, anonymous and function have none",
  secret: true,
  *evaluate(graph) {
    const message = "authConfig must fit authType";
    for (const { resource, path, type, config } of triggerAuthentications(graph)) {
      if (type.isUnknown) {
        yield undecided(resource, { attribute: "trigger_config.authConfig", message }, [type]);
      } else {
        yield* judge(resource, { path, message }, config, (plain) =>
          authConfigIssues(type.text ?? "", plain),
        );
      }
    }
  },
};
