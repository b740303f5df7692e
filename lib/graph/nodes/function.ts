import { type RuntimeClass, runtimeClass } from "../../facts/runtimes";
import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import type { Answer, Value } from "../value";
import type { AliasNode } from "./alias";
import type { TriggerNode } from "./trigger";
import type { VersionNode } from "./version";

export type { RuntimeClass };

/** A declared function, `alicloud_fcv3_function`. */
export class FunctionNode {
  /**
   * @param graph the graph that it is in
   * @param resource its resource
   */
  public constructor(
    private readonly graph: ResourceGraph,
    public readonly resource: Resource,
  ) {}

  /** `function_name`. */
  public get name(): Value {
    return this.resource.get("function_name");
  }

  /** `runtime`. */
  public get runtime(): Value {
    return this.resource.get("runtime");
  }

  /** How it is run; undefined where the runtime is not known well enough. */
  public get runtimeClass(): RuntimeClass | undefined {
    const { runtime } = this;
    if (runtime.text !== undefined) return runtimeClass(runtime.text);
    const begins = runtime.prefix;
    if (begins.startsWith("custom.")) return "custom";
    return begins === "" || "custom".startsWith(begins) || begins.startsWith("custom")
      ? undefined
      : "built-in";
  }

  /** `timeout` in seconds; null where it is left to the service. */
  public get timeoutSeconds(): Value {
    return this.resource.get("timeout");
  }

  /** Its declared versions. */
  public get versions(): readonly VersionNode[] {
    return this.graph.versions.of(this);
  }

  /** Its declared aliases. */
  public get aliases(): readonly AliasNode[] {
    return this.graph.aliases.of(this);
  }

  /** Its declared triggers of every type. */
  public get triggers(): readonly TriggerNode[] {
    return this.graph.triggers.of(this);
  }

  /**
   * Whether an HTTP trigger, a custom domain's route or a gateway API leads to it. Unknown where
   * only a trigger of a type that is not known does.
   */
  public get behindHttp(): Answer {
    if (this.graph.functionsBehindHttp.has(this)) return "yes";
    return this.triggers.some((trigger) => trigger.type.isUnknown) ? "unknown" : "no";
  }
}
