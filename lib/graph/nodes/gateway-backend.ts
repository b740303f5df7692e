import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import type { Parsed, Value } from "../value";
import { type Link, linkOf } from "./gateway-link";

/** A declared backend, `alicloud_api_gateway_backend`: a name for what APIs forward to, stage by stage. */
export class GatewayBackendNode {
  /**
   * @param graph the graph that it is in
   * @param resource its resource
   */
  public constructor(
    private readonly graph: ResourceGraph,
    public readonly resource: Resource,
  ) {}

  /** `backend_name`. */
  public get name(): Value {
    return this.resource.get("backend_name");
  }

  /** `backend_type`: `HTTP`, `FC_HTTP_V3`. */
  public get type(): Value {
    return this.resource.get("backend_type");
  }

  /** What it forwards to, by stage. */
  public get models(): readonly BackendModelNode[] {
    return this.graph.gateway.modelsOf(this.resource.id);
  }
}

/** What a backend forwards to on one stage, `alicloud_api_gateway_backend_model`. */
export class BackendModelNode {
  private link?: Link;
  private parsed?: Parsed;

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

  /** `backend_type`. */
  public get type(): Value {
    return this.resource.get("backend_type");
  }

  /** `backend_model_data` as the JSON that it holds, or what is wrong with it. */
  public get data(): Parsed {
    this.parsed ??= this.resource.get("backend_model_data").json;
    return this.parsed;
  }

  /** Where `backend_id` leads. */
  public get backendLink(): Link {
    this.link ??= linkOf(
      this.graph,
      this.resource,
      this.resource.get("backend_id"),
      "alicloud_api_gateway_backend",
    );
    return this.link;
  }
}
