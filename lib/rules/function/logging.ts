import type { Rule } from "../rule";
import { undecided, violated } from "../verdict";
import { isWritten } from "../written";
import { whereBehindHttp } from "./where-behind-http";

const attribute = "log_config";
const message = "what the function prints is kept nowhere";

/** Without a log store nobody can see why a call failed. */
export const logging: Rule = {
  id: "function/logging",
  level: "note",
  title: "a function behind HTTP writes logs",
  elsewhere: ["InfraGuard fc-service-log-enable"],
  *evaluate(graph) {
    for (const node of graph.functions) {
      const { resource } = node;
      const [config] = resource.blocks(attribute);
      const parts = ["project", "logstore"];
      const missing = parts.filter((part) => !config || !isWritten(config.get(part)));
      if (missing.length === 0 && !config?.isUnknown) continue;
      yield* whereBehindHttp(node, { attribute, message }, function* () {
        if (config?.isUnknown) {
          yield undecided(resource, { attribute, message }, [config]);
          return;
        }
        yield violated(resource, {
          attribute,
          message,
          got: config ? `log_config without ${missing.join(" and ")}` : "no log_config",
          expected: "log_config with project and logstore",
          fix: "name a log project and a log store",
        });
      });
    }
  },
};
