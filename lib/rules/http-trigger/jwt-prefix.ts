import { jwtPrefixIssues } from "../../facts/jwt";
import { judgeAuthConfig } from "../auth/authentication";
import { JWT_MESSAGES } from "../auth/jwt-messages";
import type { Rule } from "../rule";
import { configuredAuthentications } from "./settings";

/** The prefix is cut off as it is written, so without its space the token begins with one. */
export const jwtPrefix: Rule = {
  id: "http-trigger/jwt-prefix",
  level: "warning",
  title: "a header prefix such as `Bearer` ends with one space",
  *evaluate(graph) {
    for (const authentication of configuredAuthentications(graph)) {
      yield* judgeAuthConfig(
        authentication,
        "jwt",
        { message: JWT_MESSAGES.prefix },
        jwtPrefixIssues,
      );
    }
  },
};
