import { type RuntimeClass, runtimeClass } from "../../facts/runtimes";
import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import type { Value } from "../value";
import type { AliasNode } from "./alias";
import type { HttpLead } from "./behind-http";
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
   * What has to be known to tell whether an HTTP trigger, a custom domain's route or a gateway API
   * leads to it. Empty where one surely does; undefined where none does.
   */
  public get behindHttpNeeds(): readonly string[] | undefined {
    const { to, anywhere } = this.graph.httpLeads;
    const own = (to.get(this) ?? []).map((lead) => [...lead.doubts, ...this.numberNeeds(lead)]);
    const sure = own.find((doubts) => doubts.length === 0);
    if (sure) return sure;
    const { stack, provider } = this.resource;
    const other = anywhere.find(
      ({ by, name }) =>
        by.stack === stack && by.provider === provider && name.same(this.name) !== "no",
    );
    const needs = [...own.flat(), ...(other ? [...other.name.needs, ...other.doubts] : [])];
    return needs.length > 0 ? needs : undefined;
  }

  /** What tells whether a block makes the lead; where the function is made by the same, there is nothing to tell. */
  private numberNeeds({ by }: HttpLead): readonly string[] {
    const { multiplicity } = by;
    if (!multiplicity || multiplicity.key === this.resource.multiplicity?.key) return [];
    return multiplicity.needs;
  }
}
