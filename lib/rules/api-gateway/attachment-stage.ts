import { BUILT_IN_STAGES } from "../../facts/gateway-stages";
import {
  type GatewayApiNode,
  type PluginAttachmentNode,
  type ResourceGraph,
  Value,
  coversStages,
  sameLink,
} from "../../graph";
import type { Detail, Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";
import { listed, stageText, stagesOf } from "./stages";

const attribute = "stage_name";

/** A plugin can be attached where something is published, and nowhere else. */
export const attachmentStage: Rule = {
  id: "api-gateway/attachment-stage",
  level: "error",
  title:
    "a plugin is attached to an API on a stage to which the API is published, to a group on one to which an API of the group is published; a custom stage takes plugins of the group only",
  *evaluate(graph) {
    for (const attachment of graph.pluginAttachments) {
      // An attachment without a stage is refused by Terraform itself.
      if (attachment.stage.isNull) continue;
      yield* attachment.level === "api" ? onApi(attachment) : onGroup(graph, attachment);
    }
  },
};

function* onApi(attachment: PluginAttachmentNode): Iterable<Verdict> {
  const { api, resource, stage } = attachment;
  if (!stage.isUnknown && !BUILT_IN_STAGES.includes(stage.text ?? "")) {
    yield violated(resource, {
      attribute,
      message: "a custom stage takes plugins of the group only",
      got: show(stage),
      expected: `one of ${listed(BUILT_IN_STAGES)}`.replace(" and ", ", "),
      fix: BUILT_IN_STAGES.includes(stage.text?.toUpperCase() ?? "")
        ? `write ${JSON.stringify(stage.text?.toUpperCase())}`
        : "attach the plugin to the group, with alicloud_api_gateway_group_plugin_attachment",
      values: [stage],
    });
    return;
  }
  // What is declared here is named by a reference, so that the attachment comes after the API.
  if (!api) return;
  yield* publishedTo(attachment, [api], {
    message: "a plugin can be attached to an API only on a stage to which the API is published",
    who: "the API is",
    related: [{ resource: api.resource, message: "the API" }],
    fix: `add it to the stage_names of ${api.address}, or attach the plugin on a stage that is there`,
  });
}

function* onGroup(graph: ResourceGraph, attachment: PluginAttachmentNode): Iterable<Verdict> {
  const { groupLink } = attachment;
  if (!groupLink.target) return;
  const apis = [...graph.gateway.apisOf(groupLink.target.id), ...graph.gateway.apisOfNoSureGroup];
  const own = apis.filter((api) => sameLink(api.groupLink, groupLink) !== "no");
  // Without an API of it here, the group's are declared elsewhere.
  if (!own.some((api) => api.groupLink.target === groupLink.target)) return;
  yield* publishedTo(attachment, own, {
    message: "a plugin of a group works on a stage to which an API of the group is published",
    who: "the APIs of the group are",
    related: [{ resource: groupLink.target, message: "the group" }],
    fix: "add it to the stage_names of an API of the group, or attach the plugin on a stage that is there",
  });
}

/** The verdict on an attachment by the stages of the APIs for which it may hold. */
function* publishedTo(
  { resource, stage, groupLink }: PluginAttachmentNode,
  apis: readonly GatewayApiNode[],
  where: Pick<Detail, "message" | "fix" | "related"> & { readonly who: string },
): Iterable<Verdict> {
  const { message, fix, related, who } = where;
  const needs: string[] = [];
  for (const api of apis) {
    const doubts = api.groupLink.target === groupLink.target ? [] : api.groupId.needs;
    for (const published of stagesOf(api)) {
      const same = coversStages(api, { resource, stage }, published)
        ? "yes"
        : sameStage(published, stage, published === api.stages);
      if (same === "no") continue;
      if (same === "yes" && doubts.length === 0) return;
      needs.push(...doubts, ...(same === "yes" ? [] : [...published.needs, ...stage.needs]));
    }
  }
  if (needs.length > 0) {
    yield undecided(resource, { attribute, message, related }, needs);
    return;
  }
  const stages = [...new Set(apis.flatMap((api) => stagesOf(api).map(stageText)))];
  const to = stages.length === 0 ? "no stage" : listed(stages);
  yield violated(resource, {
    attribute,
    message,
    got: `${show(stage)}, and ${who} published to ${to}`,
    expected: stages.length === 0 ? "a stage in stage_names" : `one of ${stages.join(", ")}`,
    fix,
    related,
    values: [stage, ...apis.map((api) => api.stages)],
  });
}

/** A list that is not known is no stage's name, and may hold any. */
function sameStage(published: Value, stage: Value, isList: boolean): "yes" | "no" | "unknown" {
  return isList ? "unknown" : published.same(stage);
}
