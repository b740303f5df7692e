import type { Resource, ResourceGraph } from "../../graph";
import { openNumber } from "../repeats";
import type { Rule } from "../rule";
import { undecided, violated } from "../verdict";
import { isEmptyBlock } from "../written";

const attribute = "user_log_config";
const message = "nobody can see afterwards who called the gateway, and what it answered";

/** Without access logs an attack or a wrong answer leaves no trace. */
export const logging: Rule = {
  id: "api-gateway/logging",
  level: "note",
  title: "an API group, or API Gateway in its region, writes access logs",
  elsewhere: ["InfraGuard api-gateway-group-log-enabled"],
  *evaluate(graph) {
    for (const resource of graph.ofType("alicloud_api_gateway_group")) {
      const config = resource.get(attribute);
      if (config.blocks.some((block) => !block.isUnknown && !isEmptyBlock(block))) continue;
      const region = needsOfRegion(graph, resource);
      if (!region) continue;
      const needs = [...config.needs, ...region];
      if (needs.length > 0) {
        yield undecided(resource, { attribute, message }, needs);
        continue;
      }
      yield violated(resource, {
        attribute,
        message,
        got: "no user_log_config, and no alicloud_api_gateway_log_config in its region",
        expected: "a log project and a log store for the region's gateway",
        fix: 'create alicloud_api_gateway_log_config with log_type "PROVIDER", sls_project and sls_log_store; user_log_config on the group says what more to log',
      });
    }
  },
};

/** What has to be known to tell whether the gateway of a group's region writes no logs; undefined where it does write them. */
function needsOfRegion(graph: ResourceGraph, group: Resource): readonly string[] | undefined {
  const region = graph.regionOf(group);
  const needs: string[] = [];
  for (const config of graph.ofType("alicloud_api_gateway_log_config")) {
    const own = graph.regionOf(config);
    const same = own.same(region);
    if (same === "no") continue;
    const open = [
      ...(same === "unknown" ? [...own.needs, ...region.needs] : []),
      ...openNumber(config),
    ];
    if (open.length === 0) return undefined;
    needs.push(...open);
  }
  return needs;
}
