import { countProblem } from "../../facts/function-limits";
import type { Rule } from "../rule";
import { refuse, undecided, violated } from "../verdict";
import { isWritten } from "../written";

const PARTS = ["vpc_id", "vswitch_ids", "security_group_id"] as const;

/** A function is in a VPC by its network, its vswitches and its security group together, or not at all. */
export const vpc: Rule = {
  id: "function/vpc",
  level: "error",
  title:
    "a function's VPC, vswitches and security group are given together, with at most 10 vswitches",
  *evaluate(graph) {
    for (const { resource } of graph.functions) {
      for (const config of resource.blocks("vpc_config")) {
        const together = "a function's VPC is given whole";
        if (config.isUnknown) {
          yield undecided(resource, { attribute: "vpc_config", message: together }, [config]);
          continue;
        }
        const written = PARTS.filter((part) => isWritten(config.get(part)));
        const missing = PARTS.filter((part) => !isWritten(config.get(part)));
        if (written.length > 0 && missing.length > 0) {
          yield violated(resource, {
            attribute: `vpc_config.${missing[0]}`,
            message: together,
            got: `${written.join(" and ")} without ${missing.join(" and ")}`,
            expected: `${PARTS.join(", ")} together`,
            fix: `add ${missing.join(" and ")}, or remove the block`,
            values: written.map((part) => config.get(part)),
          });
        }
        yield* refuse(
          resource,
          { attribute: "vpc_config.vswitch_ids", message: "too many vswitches for one function" },
          config.get("vswitch_ids"),
          ({ items }) => countProblem("vswitches", items.length),
        );
      }
    }
  },
};
