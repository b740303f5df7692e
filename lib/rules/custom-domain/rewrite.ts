import { rewriteDoubts, rewriteIssues } from "../../facts/rewrite";
import { judge } from "../judge";
import type { Rule } from "../rule";

/** A rewrite rule of the wrong kind is refused, or never matches. */
export const rewrite: Rule = {
  id: "custom-domain/rewrite",
  level: "error",
  title:
    "a rewrite rule has `match` and `replacement` of at most 256 characters, and `match` is of the kind that the list is for",
  *evaluate(graph) {
    for (const { resource, routes } of graph.customDomains) {
      for (const [index, { value }] of routes.entries()) {
        const path = ["route_config", "routes", index, "rewrite_config"];
        for (const config of value.get("rewrite_config").blocks) {
          const message = "this is no rewrite rule of its kind";
          yield* judge(resource, { path, message }, config, rewriteIssues);
          const doubt = {
            path,
            message: "this looks like a wildcard rule",
            level: "warning",
          } as const;
          yield* judge(resource, doubt, config, rewriteDoubts);
        }
      }
    }
  },
};
