import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import type { Value } from "../value";
import type { FunctionNode } from "./function";

/** One route of a custom domain. */
export interface Route {
  /** Its block. */
  readonly value: Value;
  /** `function_name`. */
  readonly functionName: Value;
  /** `qualifier`; null means LATEST. */
  readonly qualifier: Value;
  /** The function where the configuration declares it. */
  readonly function: FunctionNode | undefined;
}

/** A declared custom domain, `alicloud_fcv3_custom_domain`. */
export class CustomDomainNode {
  /**
   * @param graph the graph that it is in
   * @param resource its resource
   */
  public constructor(
    private readonly graph: ResourceGraph,
    public readonly resource: Resource,
  ) {}

  /** `custom_domain_name`. */
  public get name(): Value {
    return this.resource.get("custom_domain_name");
  }

  /** `auth_type` in `auth_config`; null means that nobody is asked who they are. */
  public get authType(): Value {
    return this.resource.get("auth_config", "auth_type");
  }

  /** `auth_info` in `auth_config`: JSON text. */
  public get authInfo(): Value {
    return this.resource.get("auth_config", "auth_info");
  }

  /** `cors_config`. */
  public get corsConfig(): Value {
    return this.resource.get("cors_config");
  }

  /** The routes that are written. */
  public get routes(): readonly Route[] {
    return this.resource.blocks("route_config").flatMap((config) =>
      config.get("routes").blocks.map((value) => ({
        value,
        functionName: value.get("function_name"),
        qualifier: value.get("qualifier"),
        function: this.graph.functionOf(this.resource, value.get("function_name")),
      })),
    );
  }
}
