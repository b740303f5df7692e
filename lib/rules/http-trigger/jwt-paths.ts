import { jwtPathIssues } from "../../facts/jwt";
import { judgeAuthConfig } from "../auth/authentication";
import { JWT_MESSAGES } from "../auth/jwt-messages";
import type { Rule } from "../rule";
import { configuredAuthentications } from "./settings";

/** The lists of paths that need no token, or alone need one. */
export const jwtPaths: Rule = {
  id: "http-trigger/jwt-paths",
  level: "error",
  title:
    "`whitelist` and `blacklist` are not both set, and their paths start with `/` and have `*` only at the end",
  *evaluate(graph) {
    for (const authentication of configuredAuthentications(graph)) {
      yield* judgeAuthConfig(authentication, "jwt", { message: JWT_MESSAGES.paths }, jwtPathIssues);
    }
  },
};
