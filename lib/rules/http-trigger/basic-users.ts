import { basicIssues } from "../../facts/basic";
import { judgeAuthConfig } from "../auth/authentication";
import type { Rule } from "../rule";
import { configuredAuthentications } from "./settings";

/** The console refuses other users. */
export const basicUsers: Rule = {
  id: "http-trigger/basic-users",
  level: "error",
  title:
    "there are 1 to 20 users, each with a name and a password of its own that follow their rules",
  secret: true,
  *evaluate(graph) {
    const message = "users must follow the rules for their number, names and passwords";
    for (const authentication of configuredAuthentications(graph)) {
      yield* judgeAuthConfig(authentication, "basic", { message }, basicIssues);
    }
  },
};
