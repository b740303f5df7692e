import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import { Value } from "../value";
import type { GatewayApiNode } from "./gateway-api";
import { type Link, linkOf, sourcesOf } from "./gateway-link";
import type { GatewayPluginNode } from "./gateway-plugin";

/** The resources that attach a plugin, and to what. */
export const ATTACHMENT_TYPES = {
  alicloud_api_gateway_plugin_attachment: "api",
  alicloud_api_gateway_group_plugin_attachment: "group",
} as const;

/** A plugin attached to an API or to a group, on one stage. */
export class PluginAttachmentNode {
  private links?: { readonly group: Link; readonly api: Link; readonly plugin: Link };
  private pluginType?: Value;

  /**
   * @param graph the graph that it is in
   * @param resource its resource
   * @param level what it is attached to
   */
  public constructor(
    private readonly graph: ResourceGraph,
    public readonly resource: Resource,
    public readonly level: "api" | "group",
  ) {}

  /** `stage_name`. */
  public get stage(): Value {
    return this.resource.get("stage_name");
  }

  /** `group_id`. */
  public get groupId(): Value {
    return this.resource.get("group_id");
  }

  /** `api_id`; null on the level of a group. */
  public get apiId(): Value {
    return this.level === "api" ? this.resource.get("api_id") : Value.NULL;
  }

  /** `plugin_id`. */
  public get pluginId(): Value {
    return this.resource.get("plugin_id");
  }

  /** Where `group_id` leads. */
  public get groupLink(): Link {
    return this.resolved.group;
  }

  /** Where `api_id` leads. */
  public get apiLink(): Link {
    return this.resolved.api;
  }

  /** Where `plugin_id` leads. */
  public get pluginLink(): Link {
    return this.resolved.plugin;
  }

  /** The API where it surely is one that is declared; undefined on the level of a group. */
  public get api(): GatewayApiNode | undefined {
    return this.graph.gateway.apiOf(this.apiLink);
  }

  /** The plugin where it surely is one that is declared. */
  public get plugin(): GatewayPluginNode | undefined {
    return this.graph.gateway.pluginOf(this.pluginLink);
  }

  /** The type of its plugin, unknown where that is declared elsewhere. */
  public get type(): Value {
    this.pluginType ??= this.plugin?.type ?? typeElsewhere(this.graph, this);
    return this.pluginType;
  }

  private get resolved(): { readonly group: Link; readonly api: Link; readonly plugin: Link } {
    const link = (value: Value, type: string): Link =>
      linkOf(this.graph, this.resource, value, `alicloud_api_gateway_${type}`);
    this.links ??= {
      group: link(this.groupId, "group"),
      api: link(this.apiId, "api"),
      plugin: link(this.pluginId, "plugin"),
    };
    return this.links;
  }
}

/** A data source may ask for plugins of one type; a conditional may choose among plugins of one type. */
function typeElsewhere(graph: ResourceGraph, { resource, pluginId }: PluginAttachmentNode): Value {
  const { resources } = sourcesOf(graph, resource, pluginId, ({ type }) =>
    type.startsWith("alicloud_api_gateway_plugin"),
  );
  const types = resources.map((source) => source.get("plugin_type"));
  if (types.length > 0 && types.every((type) => type.text === types[0].text)) {
    if (types[0].text !== undefined) return types[0];
  }
  const name = `the type of the plugin ${pluginId.text ?? pluginId.needs.join(" and ")}`;
  if (pluginId.isUnknown) {
    return Value.unknown(pluginId.origin, {
      symbol: `plugin_type(${pluginId.key})`,
      unresolved: pluginId.unresolved,
    });
  }
  return Value.reference({ text: name, address: name, path: [] });
}
