import type { Rule } from "../rule";
import { at, undecided, violated } from "../verdict";
import { isEmptyBlock } from "../written";

const message = "the provider crashes on an empty block";

/** By type, the blocks on whose emptiness the provider crashes in the middle of an apply. */
const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  alicloud_api_gateway_group: ["user_log_config"],
  alicloud_fcv3_provision_config: ["scheduled_actions", "target_tracking_policies"],
};

/** The crash comes after the service has been called: what it has made is not in the state. */
export const emptyBlock: Rule = {
  id: "provider/empty-block",
  level: "error",
  title: "no user_log_config, scheduled_actions or target_tracking_policies block is empty",
  *evaluate(graph) {
    for (const [type, names] of Object.entries(BLOCKS)) {
      for (const resource of graph.ofType(type)) {
        for (const name of names) {
          const isList = resource.get(name).kind === "list";
          for (const [index, block] of resource.blocks(name).entries()) {
            const attribute = isList ? at(name, index) : name;
            if (block.isUnknown) yield undecided(resource, { attribute, message }, [block]);
            if (!isEmptyBlock(block)) continue;
            yield violated(resource, {
              attribute,
              message,
              got: `a ${name} block with nothing in it`,
              expected: "a block with at least one argument, or none",
              fix: `remove the block, or say in it what ${name} is to be`,
              values: [block],
            });
          }
        }
      }
    }
  },
};
