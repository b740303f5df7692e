import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import type { Value } from "../value";
import type { FunctionNode } from "./function";

/** A resource that belongs to one function: a version, an alias, a trigger, a config. */
export abstract class FunctionMember {
  // Asked for by every other rule.
  private owner?: { readonly function: FunctionNode | undefined };
  private keys?: { readonly known: string | undefined; readonly sure: string };

  /**
   * @param graph the graph that it is in
   * @param resource its resource
   */
  public constructor(
    protected readonly graph: ResourceGraph,
    public readonly resource: Resource,
  ) {}

  /** The address of its block. */
  public get address(): string {
    return this.resource.address;
  }

  /** `function_name`. */
  public get functionName(): Value {
    return this.resource.get("function_name");
  }

  /** The function where the configuration declares it. */
  public get function(): FunctionNode | undefined {
    this.owner ??= { function: this.graph.functionOf(this.resource, this.functionName) };
    return this.owner.function;
  }

  /**
   * A text that two members share exactly when they surely belong to one function; undefined where
   * the function is not known.
   */
  public get functionKey(): string | undefined {
    return this.functionKeys.known;
  }

  /**
   * A text that two members share only when they surely belong to one function, also where its name
   * is not known: two uses of one variable are one name. Members with different texts may still
   * belong to one function where `functionKey` is undefined.
   */
  public get sureFunctionKey(): string {
    return this.functionKeys.sure;
  }

  private get functionKeys(): { readonly known: string | undefined; readonly sure: string } {
    if (!this.keys) {
      const { stack, provider } = this.resource;
      const known = this.graph.functionKey(this.resource, this.functionName);
      const sure = known ?? `${stack}/${provider}/${this.functionName.key}`;
      this.keys = { known, sure };
    }
    return this.keys;
  }
}
