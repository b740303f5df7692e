import type { Rule } from "../rule";
import { at, refuse } from "../verdict";

/** The provider leaves `allowCredentials` out of the call that creates a domain, and sends it with the first update. */
export const credentialsDrift: Rule = {
  id: "custom-domain/credentials-drift",
  level: "warning",
  title: "`allow_credentials` is not true: with today's provider it needs a second apply",
  *evaluate(graph) {
    for (const { resource, corsConfig } of graph.customDomains) {
      yield* refuse(
        resource,
        {
          attribute: at("cors_config", "allow_credentials"),
          message: "the provider does not send allow_credentials when it creates a domain",
        },
        corsConfig.get("allow_credentials"),
        ({ bool }) =>
          bool === true
            ? {
                got: "true",
                expected: "no allow_credentials, or a second apply",
                fix: "apply twice: browsers are refused credentials until the second apply; acknowledge it here once that is part of the deployment",
              }
            : undefined,
      );
    }
  },
};
