import { missingIcpFiling } from "../icp";
import type { Rule } from "../rule";

/** In mainland China a name without a filing is refused when the domain is created, or blocked later. */
export const icp: Rule = {
  id: "custom-domain/icp",
  level: "warning",
  title: "a custom domain in a mainland region has an ICP filing, acknowledged with its number",
  *evaluate(graph) {
    for (const { resource } of graph.customDomains) {
      yield* missingIcpFiling(graph, resource, "custom_domain_name");
    }
  },
};
