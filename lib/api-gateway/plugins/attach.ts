import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { ApiGatewayGroupPluginAttachment } from "../../alicloud/api-gateway-group-plugin-attachment";
import { ApiGatewayPlugin } from "../../alicloud/api-gateway-plugin";
import { ApiGatewayPluginAttachment } from "../../alicloud/api-gateway-plugin-attachment";
import type { IQualifiedFunction } from "../../function/function-ref";
import { type Part, jsonText, makeResource, metaArguments, withoutStacks } from "../../synth";
import type { GatewayStage } from "../stage";
import type { BoundStage } from "../stages";
import type { GatewayPlugin } from "./gateway-plugin";
import { pluginName } from "./names";

/** A plugin that is made, or was there. */
export interface MadePlugin {
  /** `plugin_type`. */
  readonly type: string;
  /** Its construct: attachments are made below it. */
  readonly scope: Construct;
  /** Its id, or a reference to it. */
  readonly pluginId: string;
  /** The stages on which it holds; undefined for all. */
  readonly stages: readonly GatewayStage[] | undefined;
}

/**
 * Makes the plugin of a front or of a route.
 *
 * @param scope the front's construct, or the route's
 * @param plugin the plugin
 * @param part provider, order and place
 * @param target what the gateway calls
 */
export function makePlugin(
  scope: Construct,
  plugin: GatewayPlugin,
  part: Part,
  target: IQualifiedFunction,
): MadePlugin {
  const { pluginName: name, description, stages } = plugin._options;
  const own = new Construct(scope, constructId(plugin.pluginType, stages));
  const existing = plugin._pluginId;
  const made = { type: plugin.pluginType, scope: own, stages };
  if (existing !== undefined) return { ...made, pluginId: existing };
  const data = plugin._data({ ...part, scope: own, target });
  const resource = makeResource(ApiGatewayPlugin, own, part.trace, {
    ...metaArguments(part),
    pluginName: name ?? pluginName(own),
    pluginType: plugin.pluginType,
    pluginData: jsonText(sorted(data)),
    description,
  });
  return { ...made, pluginId: withoutStacks(() => resource.id) };
}

/** `IpControl`, and the stages behind it where it is for some of them. */
function constructId(type: string, stages: readonly GatewayStage[] | undefined): string {
  const name = `${type[0].toUpperCase()}${type.slice(1)}`;
  return [name, ...(stages ?? []).map(({ stageName }) => stageName)].join("-");
}

/** With the members in order, since the provider compares the text; `jsonencode` orders them too. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A plugin on a stage. */
export interface PluginOnStage {
  readonly plugin: MadePlugin;
  readonly stage: BoundStage;
}

/** Where plugins hold, stage by stage. */
export function places(
  plugins: readonly MadePlugin[],
  stages: readonly BoundStage[],
): readonly PluginOnStage[] {
  return plugins.flatMap((plugin) =>
    stages.filter(({ stage }) => holdsOn(plugin, stage)).map((stage) => ({ plugin, stage })),
  );
}

/** Whether a plugin, or what it is made of, holds on a stage. */
export function holdsOn(
  { stages }: { readonly stages?: readonly GatewayStage[] },
  { stageName }: GatewayStage,
): boolean {
  return stages === undefined || stages.some((stage) => stage.stageName === stageName);
}

/** To what a plugin is attached. */
export interface AttachedTo {
  /** The group's id. */
  readonly groupId: string;
  /** The API's id; undefined for the whole group. */
  readonly apiId?: string;
  /** The stage. */
  readonly stageName: string;
}

/**
 * Attaches a plugin.
 *
 * @param scope below which construct
 * @param id unique in it
 * @param part provider, order and place
 * @param pluginId the plugin
 * @param to what it is attached to
 */
export function attachPlugin(
  scope: Construct,
  id: string,
  part: Part,
  pluginId: string,
  { groupId, apiId, stageName }: AttachedTo,
): ITerraformDependable {
  const own = new Construct(scope, id);
  const config = { ...metaArguments(part), groupId, pluginId, stageName };
  return apiId === undefined
    ? makeResource(ApiGatewayGroupPluginAttachment, own, part.trace, config)
    : makeResource(ApiGatewayPluginAttachment, own, part.trace, { ...config, apiId });
}
