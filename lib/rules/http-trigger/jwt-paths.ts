import { jwtPathIssues } from "../../facts/jwt";
import { judgeAuthConfig } from "../auth/authentication";
import type { Rule } from "../rule";
import { triggerAuthentications } from "./settings";

/** The lists of paths that need no token, or alone need one. */
export const jwtPaths: Rule = {
  id: "http-trigger/jwt-paths",
  level: "error",
  title:
    "`whitelist` and `blacklist` are not both set, and their paths start with `/` and have `*` only at the end",
  *evaluate(graph) {
    const message = "whitelist and blacklist must name paths, and only one of them can be set";
    for (const authentication of triggerAuthentications(graph)) {
      yield* judgeAuthConfig(authentication, "jwt", { message }, jwtPathIssues);
    }
  },
};
