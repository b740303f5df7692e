import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { ApiGatewayGroupPluginAttachment } from "../../../alicloud/api-gateway-group-plugin-attachment";
import { ApiGatewayPlugin } from "../../../alicloud/api-gateway-plugin";
import { ApiGatewayPluginAttachment } from "../../../alicloud/api-gateway-plugin-attachment";
import type { IQualifiedFunction } from "../../../function/function-ref";
import { isPlain } from "../../../props";
import { type Part, jsonText, makeResource, metaArguments, withoutStacks } from "../../../synth";
import type { GatewayStage } from "../../stage";
import type { BoundStage } from "../../stages";
import type { GatewayPlugin } from "../gateway-plugin";
import { pluginName } from "./names";

/** A plugin that is made, or was there. */
export interface MadePlugin {
  /** `plugin_type`. */
  readonly type: string;
  /** Its id, or a reference to it. */
  readonly pluginId: string;
  /** The stages on which it holds; undefined for all. */
  readonly stages: readonly GatewayStage[] | undefined;
  /** What makes it; undefined where it was there. */
  readonly resource?: ITerraformDependable;
}

/**
 * Makes the plugins of a front or of a route.
 *
 * @param scope the front's construct, or the route's
 * @param plugins the plugins
 * @param part provider, order and place
 * @param target what the gateway calls
 */
export function makePlugins(
  scope: Construct,
  plugins: readonly GatewayPlugin[],
  part: Part,
  target: IQualifiedFunction,
): readonly MadePlugin[] {
  return plugins.map((plugin) => {
    const isOnly = plugins.every(
      (other) => other === plugin || other.pluginType !== plugin.pluginType,
    );
    return makePlugin(scope, plugin, part, target, isOnly);
  });
}

function makePlugin(
  scope: Construct,
  plugin: GatewayPlugin,
  part: Part,
  target: IQualifiedFunction,
  isOnly: boolean,
): MadePlugin {
  const { pluginName: name, description, stages } = plugin._options;
  const existing = plugin._pluginId;
  const made = { type: plugin.pluginType, stages };
  if (existing !== undefined) return { ...made, pluginId: existing };
  const own = new Construct(scope, constructId(plugin.pluginType, isOnly ? [] : (stages ?? [])));
  const data = plugin._data({ ...part, scope: own, target });
  const resource = makeResource(ApiGatewayPlugin, own, part.trace, {
    ...metaArguments(part),
    pluginName: name ?? pluginName(own),
    pluginType: plugin.pluginType,
    pluginData: jsonText(sorted(data)),
    description,
  });
  return { ...made, resource, pluginId: withoutStacks(() => resource.id) };
}

/** `IpControl`, and the stages behind it where there is another one of the type for other stages. */
function constructId(type: string, stages: readonly GatewayStage[]): string {
  const name = `${type[0].toUpperCase()}${type.slice(1)}`;
  return [name, ...stages.map(({ stageName }) => stageName).sort()].join("-");
}

/** With the members in order, since the provider compares the text; `jsonencode` orders them too. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What makes plugins, but for those that were there. */
export function resourcesOf(plugins: readonly MadePlugin[]): readonly ITerraformDependable[] {
  return plugins.flatMap(({ resource }) => resource ?? []);
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
}

/**
 * Attaches a plugin. The address is made of the type and the stage, of which the service takes one
 * together: so another plugin takes the place of the one before it, in this order.
 *
 * @param scope the front's construct, or the API's
 * @param place the plugin and the stage
 * @param part provider, order and place
 * @param to what it is attached to
 */
export function attachPlugin(
  scope: Construct,
  { plugin: { type, pluginId }, stage }: PluginOnStage,
  part: Part,
  { groupId, apiId }: AttachedTo,
): ITerraformDependable {
  const own = new Construct(scope, `On-${constructId(type, [stage.stage])}`);
  const config = { ...metaArguments(part), groupId, pluginId, stageName: stage.name };
  return apiId === undefined
    ? makeResource(ApiGatewayGroupPluginAttachment, own, part.trace, config)
    : makeResource(ApiGatewayPluginAttachment, own, part.trace, { ...config, apiId });
}
