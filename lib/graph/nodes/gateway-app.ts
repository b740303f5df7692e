import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import type { Value } from "../value";
import type { GatewayApiNode } from "./gateway-api";
import { type Link, linkOf } from "./gateway-link";

/** An app that may call an API on one stage, `alicloud_api_gateway_app_attachment`. */
export class AppAttachmentNode {
  private link?: Link;

  /**
   * @param graph the graph that it is in
   * @param resource its resource
   */
  public constructor(
    private readonly graph: ResourceGraph,
    public readonly resource: Resource,
  ) {}

  /** `stage_name`. */
  public get stage(): Value {
    return this.resource.get("stage_name");
  }

  /** `group_id`. */
  public get groupId(): Value {
    return this.resource.get("group_id");
  }

  /** `api_id`. */
  public get apiId(): Value {
    return this.resource.get("api_id");
  }

  /** `app_id`. */
  public get appId(): Value {
    return this.resource.get("app_id");
  }

  /** Where `group_id` leads. */
  public get groupLink(): Link {
    return linkOf(this.graph, this.resource, this.groupId, "alicloud_api_gateway_group");
  }

  /** Where `api_id` leads. */
  public get apiLink(): Link {
    this.link ??= linkOf(this.graph, this.resource, this.apiId, "alicloud_api_gateway_api");
    return this.link;
  }

  /** The API where it surely is one that is declared. */
  public get api(): GatewayApiNode | undefined {
    return this.graph.gateway.apiOf(this.apiLink);
  }
}
