import type { FunctionNode } from "../../graph";
import type { Rule } from "../rule";
import { undecided, violated } from "../verdict";
import { isEmptyBlock } from "../written";
import { whereBehindHttp } from "./where-behind-http";

const CONFIG = { custom: "custom_runtime_config", container: "custom_container_config" } as const;

/** A client that goes away (499) lets the instance restart: a health check holds the next call back until it is ready. */
export const healthCheck: Rule = {
  id: "function/health-check",
  level: "note",
  title: "a custom runtime or a container behind HTTP has a health check",
  *evaluate(graph) {
    for (const node of graph.functions) {
      const { resource, runtime, runtimeClass } = node;
      const checked = Object.values(CONFIG).some((block) => hasHealthCheck(node, block));
      if (runtimeClass === "built-in" || checked || runtime.isNull) continue;
      const block = runtimeClass ? CONFIG[runtimeClass] : "custom_runtime_config";
      const attribute = `${block}.health_check_config`;
      const message = "nothing tells when an instance is ready to answer";
      yield* whereBehindHttp(node, { attribute, message }, function* () {
        const config = resource.get(block);
        const check = config.get("health_check_config");
        const open = [
          ...(runtimeClass ? [] : [runtime]),
          ...(check.isUnknown ? [check] : []),
        ].filter((value) => value.isUnknown);
        if (open.length > 0) {
          yield undecided(resource, { attribute, message }, open);
        } else if (runtimeClass) {
          yield violated(resource, {
            attribute,
            message,
            got: "no health check",
            expected: "a health_check_config with the path of a page that answers 200",
            fix: `add ${attribute} with http_get_url`,
            values: [runtime],
          });
        }
      });
    }
  },
};

function hasHealthCheck({ resource }: FunctionNode, block: string): boolean {
  const config = resource.get(block);
  if (config.isUnknown) return false;
  const checks = config.get("health_check_config");
  return checks.blocks.some((check) => !check.isUnknown && !isEmptyBlock(check));
}
