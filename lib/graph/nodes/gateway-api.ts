import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import { Value } from "../value";
import { type AttachedPlugin, type PluginAt, pluginsOn } from "./gateway-attached";
import { type GatewayFront, frontsOf } from "./gateway-front";
import type { GatewayGroupNode } from "./gateway-group";
import { type Link, linkOf } from "./gateway-link";

/** The stages to which an API is published, as far as they are known. */
export interface StageNames {
  /** The names that are known, each once, in order. */
  readonly known: readonly string[];
  /** The list, or the names in it, that are not known. */
  readonly open: readonly Value[];
}

/** A declared API, `alicloud_api_gateway_api`. */
export class GatewayApiNode {
  private links?: { readonly group: Link; readonly own: Link; readonly backend: Link };
  private forwards?: readonly GatewayFront[];
  private readonly plugins = new Map<string, readonly PluginAt[]>();

  /**
   * @param graph the graph that it is in
   * @param resource its resource
   */
  public constructor(
    private readonly graph: ResourceGraph,
    public readonly resource: Resource,
  ) {}

  /** The address of its block. */
  public get address(): string {
    return this.resource.address;
  }

  /** `group_id`. */
  public get groupId(): Value {
    return this.resource.get("group_id");
  }

  /** The group that it is of, declared here or not. */
  public get group(): GatewayGroupNode {
    return this.graph.gateway.groupOf(this);
  }

  /** A text that two APIs share exactly when they surely are of one group; undefined where it is not known. */
  public get groupKey(): string | undefined {
    return this.groupLink.key;
  }

  /** A text that two APIs share only when they surely are of one group, also where its id is not known. */
  public get sureGroupKey(): string {
    return this.groupLink.sureKey;
  }

  /** Where `group_id` leads. */
  public get groupLink(): Link {
    return this.resolved.group;
  }

  /** Where an attachment's `api_id` leads that is this API's. */
  public get link(): Link {
    return this.resolved.own;
  }

  /** `name`. */
  public get name(): Value {
    return this.resource.get("name");
  }

  /** `auth_type`: `APP`, `ANONYMOUS`. */
  public get authType(): Value {
    return this.resource.get("auth_type");
  }

  /** `request_config`: `protocol`, `method`, `path`, `mode`, `body_format`. */
  public get request(): Value {
    return this.resource.get("request_config");
  }

  /** `request_config.protocol`: `HTTP`, `HTTPS`, `HTTP,HTTPS`. */
  public get protocol(): Value {
    return this.request.get("protocol");
  }

  /** `request_config.method`. */
  public get method(): Value {
    return this.request.get("method");
  }

  /** `request_config.path`. */
  public get path(): Value {
    return this.request.get("path");
  }

  /** `request_config.mode`: `MAPPING`, `PASSTHROUGH`. */
  public get mode(): Value {
    return this.request.get("mode");
  }

  /** The blocks `request_parameters`. */
  public get requestParameters(): readonly Value[] {
    return this.resource.blocks("request_parameters");
  }

  /** The blocks `constant_parameters`. */
  public get constantParameters(): readonly Value[] {
    return this.resource.blocks("constant_parameters");
  }

  /** The blocks `system_parameters`. */
  public get systemParameters(): readonly Value[] {
    return this.resource.blocks("system_parameters");
  }

  /** `service_type`: `FunctionCompute`, `HTTP`, `HTTP-VPC`, `MOCK`. */
  public get serviceType(): Value {
    return this.resource.get("service_type");
  }

  /** `backend_id`: a backend that is used instead of its own service. */
  public get backendId(): Value {
    return this.resource.get("backend_id");
  }

  /** `backend_enabled`. */
  public get backendEnabled(): Value {
    return this.resource.get("backend_enabled");
  }

  /** Where `backend_id` leads. */
  public get backendLink(): Link {
    return this.resolved.backend;
  }

  /** `stage_names`. */
  public get stages(): Value {
    return this.resource.get("stage_names");
  }

  /** The stages to which it is published, as far as they are known. */
  public get stageNames(): StageNames {
    const { stages } = this;
    const items = stages.kind === "list" ? stages.items : [stages];
    return {
      known: [...new Set(items.map(({ text }) => text).filter((text) => text !== undefined))],
      open: items.filter((item) => item.isUnknown),
    };
  }

  /** What it forwards to that is, or may be, an HTTP trigger. */
  public get fronts(): readonly GatewayFront[] {
    this.forwards ??= frontsOf(this.graph, this);
    return this.forwards;
  }

  /** The plugins attached to it or to its group on some stage, or perhaps so. */
  public get attached(): readonly AttachedPlugin[] {
    return this.graph.gateway.attachedTo(this);
  }

  /**
   * The plugins in effect on a stage, or perhaps so: of one type the API's own before its group's.
   *
   * @param stage a stage's name, or the value that stands in `stage_names`, or all of that where it is not known
   */
  public pluginsOn(stage: string | Value): readonly PluginAt[] {
    const value = typeof stage === "string" ? Value.of(stage) : stage;
    let found = this.plugins.get(value.key);
    if (!found) {
      found = pluginsOn(this, value);
      this.plugins.set(value.key, found);
    }
    return found;
  }

  private get resolved(): { readonly group: Link; readonly own: Link; readonly backend: Link } {
    const { graph, resource } = this;
    if (!this.links) {
      const key = resource.multiplicity ? `${resource.id}[each]` : resource.id;
      this.links = {
        group: linkOf(graph, resource, this.groupId, "alicloud_api_gateway_group"),
        own: { value: idOf(resource), target: resource, key, sureKey: key },
        backend: linkOf(graph, resource, this.backendId, "alicloud_api_gateway_backend"),
      };
    }
    return this.links;
  }
}

/** `api_id`, which the service gives: known from a plan only. */
function idOf(resource: Resource): Value {
  const id = resource.get("api_id");
  const { address } = resource;
  return id.isNull
    ? Value.reference({ text: `${resource.id}.api_id`, address, path: ["api_id"] })
    : id;
}
