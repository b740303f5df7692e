import type { Resource } from "../resource";
import type { ResourceGraph } from "../graph";
import type { Parsed, Value } from "../value";
import { yamlOf } from "../yaml";
import type { PluginAttachmentNode } from "./gateway-attachment";

/** A declared plugin, `alicloud_api_gateway_plugin`. */
export class GatewayPluginNode {
  private parsed?: Parsed;

  /**
   * @param graph the graph that it is in
   * @param resource its resource
   */
  public constructor(
    private readonly graph: ResourceGraph,
    public readonly resource: Resource,
  ) {}

  /** `plugin_name`. */
  public get name(): Value {
    return this.resource.get("plugin_name");
  }

  /** `plugin_type`: `backendSignature`, `jwtAuth`. */
  public get type(): Value {
    return this.resource.get("plugin_type");
  }

  /** `plugin_data` as it is written. */
  public get text(): Value {
    return this.resource.get("plugin_data");
  }

  /** `plugin_data` as the JSON or YAML that it holds, or why it is neither. */
  public get data(): Parsed {
    if (!this.parsed) {
      const { json } = this.text;
      const yaml = json.error === undefined ? json : yamlOf(this.text);
      this.parsed = yaml.error === undefined ? yaml : json;
    }
    return this.parsed;
  }

  /** Where it surely is attached. */
  public get attachments(): readonly PluginAttachmentNode[] {
    return this.graph.gateway.attachmentsOf(this);
  }
}
