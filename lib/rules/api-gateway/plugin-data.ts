import {
  PLUGIN_TYPES,
  pluginDataDoubts,
  pluginDataIssues,
  pluginSizeProblem,
  pluginTypeProblem,
} from "../../facts/plugins/types";
import type { GatewayPluginNode, Value } from "../../graph";
import { jsonError } from "../json-error";
import { judge } from "../judge";
import type { Detail, Rule, Verdict } from "../rule";
import { refuse, show, violated } from "../verdict";
import { hidden, knownText } from "../written";
import { unescapedIn } from "./unescaped";

/** The provider sends `plugin_data` as it is written; only the service reads it. */
export const pluginData: Rule = {
  id: "api-gateway/plugin-data",
  level: "error",
  title:
    "a plugin has one of the 14 types, and data of that type's shape, in JSON or YAML of at most 50 KB",
  *evaluate(graph) {
    for (const plugin of graph.gatewayPlugins) {
      yield* typeVerdicts(plugin);
      // What Terraform refuses is for template-escape to say.
      if (!unescapedIn(plugin.text)) yield* dataVerdicts(plugin);
    }
  },
};

function* typeVerdicts({ resource, type }: GatewayPluginNode): Iterable<Verdict> {
  const where = { attribute: "plugin_type", message: "there are no plugins of this type" };
  const expected = `one of ${PLUGIN_TYPES.join(", ")}`;
  const none = { got: show(type), expected, fix: "write one of these" };
  if (type.isNull) yield violated(resource, { ...where, ...none });
  yield* refuse(resource, where, type, (value) =>
    value.text === undefined ? none : hidden(value, pluginTypeProblem(value.text)),
  );
}

const message = "the gateway does not take this data for a plugin of this type";

function* dataVerdicts({
  resource,
  type,
  text: data,
  data: parsed,
}: GatewayPluginNode): Iterable<Verdict> {
  const wrong = textProblem(data);
  if (wrong) {
    yield violated(resource, { attribute: "plugin_data", message, ...wrong, values: [data] });
    return;
  }
  const read = parsed.value;
  if (!read) {
    yield violated(resource, {
      attribute: "plugin_data",
      message,
      got:
        (data.kind !== "string" && !data.isUnknown) || /^\s*[[{]/.test(data.prefix)
          ? (jsonError(data) ?? "text that is not JSON")
          : "text that is neither JSON nor YAML",
      expected: "JSON, or YAML",
      fix: "write it with jsonencode({ … })",
      values: [data],
    });
    return;
  }
  if (unescapedIn(read)) return;
  const where = { path: ["plugin_data"], message };
  if (type.isUnknown) return;
  const name = type.text ?? "";
  yield* judge(resource, where, read, (plain) => pluginDataIssues(name, plain));
  const doubts = {
    ...where,
    message: "this data works otherwise than it says",
    level: "warning" as const,
  };
  yield* judge(resource, doubts, read, (plain) => pluginDataDoubts(name, plain));
}

/** What is wrong with the text, whatever the type is. */
function textProblem(data: Value): Pick<Detail, "got" | "expected" | "fix"> | undefined {
  if (data.isNull || data.text === "") {
    return {
      got: data.isNull ? "nothing" : "an empty text",
      expected: "JSON, or YAML",
      fix: "give plugin_data",
    };
  }
  return pluginSizeProblem(Buffer.byteLength(data.text ?? knownText(data) ?? ""), data.isUnknown);
}
