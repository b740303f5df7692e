import { jwtPrefixIssues } from "../../facts/jwt";
import { judgeAuthConfig } from "../auth/authentication";
import type { Rule } from "../rule";
import { triggerAuthentications } from "./settings";

/** The prefix is cut off as it is written, so without its space the token begins with one. */
export const jwtPrefix: Rule = {
  id: "http-trigger/jwt-prefix",
  level: "warning",
  title: "a header prefix such as `Bearer` ends with one space",
  *evaluate(graph) {
    const message = "the space between the prefix and the token must be part of the prefix";
    for (const authentication of triggerAuthentications(graph)) {
      yield* judgeAuthConfig(authentication, "jwt", { message }, jwtPrefixIssues);
    }
  },
};
