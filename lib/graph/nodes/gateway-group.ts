import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import { Value } from "../value";
import type { GatewayApiNode } from "./gateway-api";
import type { PluginAttachmentNode } from "./gateway-attachment";
import { linkOf } from "./gateway-link";

/** A group of APIs, `alicloud_api_gateway_group`, or one that is declared elsewhere and has APIs here. */
export class GatewayGroupNode {
  /**
   * @param graph the graph that it is in
   * @param key what its members share, see `GatewayApiNode.sureGroupKey`
   * @param resource its resource; undefined where it is not declared here
   */
  public constructor(
    private readonly graph: ResourceGraph,
    public readonly key: string,
    public readonly resource: Resource | undefined,
  ) {}

  /** `name`; null where it is not declared here. */
  public get name(): Value {
    return this.resource?.get("name") ?? Value.NULL;
  }

  /** `instance_id`: the gateway's instance; null means the shared one, or that it is not declared here. */
  public get instanceId(): Value {
    return this.resource?.get("instance_id") ?? Value.NULL;
  }

  /** Its instance where that is declared. */
  public get instance(): Resource | undefined {
    const type = "alicloud_api_gateway_instance";
    return this.resource && linkOf(this.graph, this.resource, this.instanceId, type).target;
  }

  /** The declared APIs that surely are of it. */
  public get apis(): readonly GatewayApiNode[] {
    return this.graph.gateway.apisOf(this.key);
  }

  /** The plugins attached to the whole group, as far as that is sure. */
  public get attachments(): readonly PluginAttachmentNode[] {
    return this.graph.gateway.groupAttachmentsOf(this.key);
  }
}
