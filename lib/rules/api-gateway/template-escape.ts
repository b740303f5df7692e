import type { Rule } from "../rule";
import { violated } from "../verdict";
import { unescapedIn } from "./unescaped";

const attribute = "plugin_data";

/** The gateway writes its parameters as Terraform writes its references. */
export const templateEscape: Rule = {
  id: "api-gateway/template-escape",
  level: "error",
  title:
    "a `${…}` or `%{…}` in `plugin_data` that is meant for the gateway is written `$${…}` or `%%{…}`",
  *evaluate(graph) {
    for (const { resource, text, data } of graph.gatewayPlugins) {
      const found = unescapedIn(text) ?? (data.value && unescapedIn(data.value));
      if (!found) continue;
      yield violated(resource, {
        attribute,
        message: "terraform reads this as its own, and refuses it",
        got: found.written,
        expected: `${found.escaped}, which reaches the gateway as ${found.written}`,
        fix: `write ${found.escaped}`,
      });
    }
  },
};
