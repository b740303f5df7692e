import type { Rule } from "../rule";
import { at, show, verdictOf } from "../verdict";
import { isOpen } from "./openness";

/** A custom domain does not read its triggers' authentication: without one of its own, everybody is served. */
export const anonymous: Rule = {
  id: "custom-domain/anonymous",
  level: "note",
  title: "a custom domain has an authentication",
  *evaluate(graph) {
    for (const domain of graph.customDomains) {
      const { authType, resource } = domain;
      yield* verdictOf(
        isOpen(domain),
        resource,
        {
          attribute: at("auth_config", "auth_type"),
          message: "anyone who can reach this domain can call its functions",
          got: authType.isNull ? "no authentication" : show(authType),
          expected: "auth_type function or jwt, or an acknowledgement",
          fix: "set auth_type to function or jwt; acknowledge it where the functions tell their callers apart themselves, or are meant for everybody",
          values: [authType],
        },
        [authType],
      );
    }
  },
};
