import type { Answer, Value } from "../value";
import type { GatewayApiNode } from "./gateway-api";
import type { PluginAttachmentNode } from "./gateway-attachment";
import { sameLink } from "./gateway-link";
import type { GatewayPluginNode } from "./gateway-plugin";

/** A plugin that is attached to an API or to its group, or may be. */
export interface AttachedPlugin {
  readonly attachment: PluginAttachmentNode;
  /** The plugin where it is declared. */
  readonly plugin: GatewayPluginNode | undefined;
  /** Its type; unknown where the plugin is declared elsewhere. */
  readonly type: Value;
  /** What has to be known to tell whether it is attached to this API. Empty where it surely is. */
  readonly doubts: readonly string[];
}

/** A plugin that is in effect on one stage of an API, or may be. */
export interface PluginAt extends AttachedPlugin {
  /** `yes` where it surely is in effect on that stage. */
  readonly certain: "yes" | "unknown";
}

/** How an attachment concerns an API; undefined where it surely does not. */
export function attachedTo(
  api: GatewayApiNode,
  attachment: PluginAttachmentNode,
): AttachedPlugin | undefined {
  const { level, resource, plugin, type } = attachment;
  const sameGroup = sameLink(attachment.groupLink, api.groupLink);
  const same = level === "group" ? sameGroup : sameLink(attachment.apiLink, api.link);
  if (same === "no" || (same === "unknown" && sameGroup === "no")) return undefined;
  const ids = level === "group" ? [attachment.groupId, api.groupId] : [attachment.apiId];
  const doubts = [
    ...(same === "yes" ? [] : needsOf(resource.address, ids)),
    ...numberOf(api, attachment),
  ];
  return { attachment, plugin, type, doubts: [...new Set(doubts)] };
}

function needsOf(address: string, ids: readonly Value[]): readonly string[] {
  const needs = ids.flatMap((id) => id.needs);
  return needs.length > 0 ? needs : [`what ${address} is attached to`];
}

/** A block may make no attachment at all; one that is made by the same as the API is made for each. */
function numberOf(api: GatewayApiNode, { resource }: PluginAttachmentNode): readonly string[] {
  const { multiplicity } = resource;
  if (!multiplicity || multiplicity.key === api.resource.multiplicity?.key) return [];
  return multiplicity.needs;
}

/** The plugins in effect on a stage of an API, see `GatewayApiNode.pluginsOn`. */
export function pluginsOn(api: GatewayApiNode, stage: Value): readonly PluginAt[] {
  const found = api.attached
    .map((attached) => pluginAt(api, attached, stage))
    .filter((plugin) => plugin !== undefined);
  const own = new Set(
    found
      .filter(({ attachment, certain }) => attachment.level === "api" && certain === "yes")
      .map(({ type }) => type.text),
  );
  return found.filter(
    ({ attachment, type }) =>
      attachment.level === "api" || type.text === undefined || !own.has(type.text),
  );
}

const known = new WeakMap<AttachedPlugin, Map<string, PluginAt | undefined>>();

/** Kept for a stage that is known: what is attached to a group is asked for by each of its APIs. */
function pluginAt(
  api: GatewayApiNode,
  attached: AttachedPlugin,
  stage: Value,
): PluginAt | undefined {
  if (stage.text === undefined) return judged(api, attached, stage);
  const byStage = known.get(attached) ?? new Map<string, PluginAt | undefined>();
  known.set(attached, byStage);
  if (!byStage.has(stage.text)) byStage.set(stage.text, judged(api, attached, stage));
  return byStage.get(stage.text);
}

function judged(api: GatewayApiNode, attached: AttachedPlugin, stage: Value): PluginAt | undefined {
  const at = onStage(api, attached.attachment, stage);
  if (at === "no") return undefined;
  const each = at === "yes" && coversStages(api, attached.attachment, stage);
  const open = at === "yes" ? [] : [...attached.attachment.stage.needs, ...stage.needs];
  const doubts = [...new Set([...(each ? [] : attached.doubts), ...open])];
  return { ...attached, doubts, certain: doubts.length === 0 ? "yes" : "unknown" };
}

function onStage(api: GatewayApiNode, attachment: PluginAttachmentNode, stage: Value): Answer {
  return coversStages(api, attachment, stage) ? "yes" : attachment.stage.same(stage);
}

/** Whether an attachment, of a plugin or an app, is made for each of the stages of an API, `for_each = toset(var.stages)`, which are not known. */
export function coversStages(
  api: GatewayApiNode,
  { resource, stage: own }: Pick<PluginAttachmentNode, "resource" | "stage">,
  stage: Value,
): boolean {
  const { multiplicity } = resource;
  if (!multiplicity || stage.key !== api.stages.key || !stage.isUnknown || own.parts) return false;
  const over = multiplicity.key.replace(/^\?toset\((.*)\)$/, "$1");
  return (
    over === stage.key.replace(/^\?toset\((.*)\)$/, "$1") &&
    /^\?[^(]*: each\.(key|value)$/.test(own.key)
  );
}
