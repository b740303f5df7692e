import { DOMAIN_CORS_KEYS, corsCredentials as credentialsOf } from "../cors";
import type { Rule } from "../rule";

/** Browsers refuse an answer that allows credentials to every origin. */
export const corsCredentials: Rule = {
  id: "custom-domain/cors-credentials",
  level: "error",
  title: "`allow_credentials` is not combined with origin `*`",
  *evaluate(graph) {
    for (const { resource, corsConfig } of graph.customDomains) {
      yield* credentialsOf({
        resource,
        path: ["cors_config"],
        value: corsConfig,
        keys: DOMAIN_CORS_KEYS,
      });
    }
  },
};
