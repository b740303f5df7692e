import { jwtLookupIssues } from "../../facts/jwt";
import { judgeAuthConfig } from "../auth/authentication";
import { JWT_MESSAGES } from "../auth/jwt-messages";
import type { Rule } from "../rule";
import { configuredAuthentications } from "./settings";

/** Where Function Compute looks for the token, and where it passes claims on, are texts with a grammar. */
export const jwtLookup: Rule = {
  id: "http-trigger/jwt-lookup",
  level: "error",
  title: "`tokenLookup` and `claimPassBy` follow their grammar",
  *evaluate(graph) {
    for (const authentication of configuredAuthentications(graph)) {
      yield* judgeAuthConfig(
        authentication,
        "jwt",
        { message: JWT_MESSAGES.lookup },
        jwtLookupIssues,
      );
    }
  },
};
