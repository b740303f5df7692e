import { jwtKeyIssues } from "../../facts/jwt";
import { judgeAuthConfig } from "../auth/authentication";
import { JWT_MESSAGES } from "../auth/jwt-messages";
import type { Rule } from "../rule";
import { configuredAuthentications } from "./settings";

/** Function Compute verifies tokens by public keys; a private one in the configuration lets every reader of it make tokens. */
export const jwtKeys: Rule = {
  id: "http-trigger/jwt-keys",
  level: "error",
  title: "a JWK set has at least one key, public and complete, that can be told from the others",
  locked: true,
  secret: true,
  *evaluate(graph) {
    for (const authentication of configuredAuthentications(graph)) {
      yield* judgeAuthConfig(authentication, "jwt", { message: JWT_MESSAGES.keys }, jwtKeyIssues);
    }
  },
};
