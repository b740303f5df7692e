import { bearerIssues } from "../../facts/bearer";
import { judgeAuthConfig } from "../auth/authentication";
import type { Rule } from "../rule";
import { configuredAuthentications } from "./settings";

/** The console refuses other tokens. */
export const bearerTokens: Rule = {
  id: "http-trigger/bearer-tokens",
  level: "error",
  title:
    "there are 1 to 20 bearer tokens, each with a name and a value of its own that follow their rules",
  secret: true,
  *evaluate(graph) {
    const message = "bearer tokens must follow the rules for their number, names and values";
    for (const authentication of configuredAuthentications(graph)) {
      yield* judgeAuthConfig(authentication, "bearer", { message }, bearerIssues);
    }
  },
};
