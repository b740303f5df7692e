import { ICP_OPTIONS, missingIcpFiling } from "../icp";
import type { Rule } from "../rule";

/** In mainland China a name without a filing is refused when the domain is created, or blocked later. */
export const icp: Rule = {
  id: "custom-domain/icp",
  level: "warning",
  title: "a custom domain in a mainland region has an ICP filing, acknowledged with its number",
  options: ICP_OPTIONS,
  *evaluate(graph, { settings }) {
    for (const { resource, name } of graph.customDomains) {
      const domain = { attribute: "custom_domain_name", name };
      yield* missingIcpFiling(graph, resource, domain, settings);
    }
  },
};
