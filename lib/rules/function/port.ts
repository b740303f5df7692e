import { portProblem } from "../../facts/port";
import type { Rule } from "../rule";
import { refuseNumber } from "../written";

/** A server listens on a port from 1 to 65535. Whether the runtime has a port at all is for `function/runtime-config`. */
export const port: Rule = {
  id: "function/port",
  level: "error",
  title: "a custom runtime or a container listens on a port from 1 to 65535",
  *evaluate(graph) {
    for (const { resource } of graph.functions) {
      for (const block of ["custom_runtime_config", "custom_container_config"]) {
        const config = resource.get(block);
        // A block that is not known at all is a question for one rule, function/runtime-config.
        if (config.isUnknown) continue;
        yield* refuseNumber(
          resource,
          { attribute: `${block}.port`, message: "the service refuses this port" },
          config.get("port"),
          portProblem,
        );
      }
    }
  },
};
