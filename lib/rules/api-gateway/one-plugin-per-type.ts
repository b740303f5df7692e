import { secondPluginProblem } from "../../facts/plugins/together";
import { type Answer, type PluginAttachmentNode, Value } from "../../graph";
import { type Identity, repeats } from "../repeats";
import type { Rule } from "../rule";
import { show } from "../verdict";

/** The gateway refuses a second plugin of a type where one is in effect already. */
export const onePluginPerType: Rule = {
  id: "api-gateway/one-plugin-per-type",
  level: "error",
  title:
    "an API has at most one plugin of a type on a stage, and so has a group; one on each of the two levels is fine",
  *evaluate(graph) {
    for (const level of ["api", "group"] as const) {
      // One on each of the two levels is no repeat: the API's wins.
      const own = graph.pluginAttachments.filter((attachment) => attachment.level === level);
      for (const { first, second, on } of repeats(own, pluginOnStage)) {
        const target = level === "api" ? "API" : "group";
        const type = second.type.text ?? first.type.text ?? "of one type";
        yield* on(second.resource, {
          attribute: "plugin_id",
          message:
            "there can be one plugin of a type on a stage of an API, and one on a stage of a group",
          ...secondPluginProblem({
            type,
            target,
            on: `stage ${show(second.stage)}`,
            beside: first.resource.address,
            what: "attachments",
          }),
          related: [{ resource: first.resource, message: "the first attachment" }],
          values: [first.stage, second.stage, first.type, second.type],
        });
      }
    }
  },
};

function pluginOnStage(attachment: PluginAttachmentNode): Identity {
  const { level, stage, type } = attachment;
  const { key, sureKey, value } = level === "api" ? attachment.apiLink : attachment.groupLink;
  return {
    scope: key,
    sureScope: sureKey,
    scopeNeeds: key === undefined ? value.needs : [],
    value: Value.list([stage, type]),
    same: sameItems,
  };
}

function sameItems(a: Value, b: Value): Answer {
  const answers = a.items.map((item, index) => item.same(b.items[index]));
  if (answers.includes("no")) return "no";
  return answers.includes("unknown") ? "unknown" : "yes";
}
