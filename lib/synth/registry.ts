import type { IConstruct } from "constructs";
import type { Acknowledgement, ResourceMetadata } from "../graph";
import type { StackFile } from "./files";
import type { Trace } from "./location";

/** What a construct of ours says about one of its resources, for the resource's `"//"`. */
export interface ElementNote extends Omit<ResourceMetadata, "location" | "acknowledged"> {
  /** Where the user made the construct. */
  readonly trace: Trace;
}

/** What we know of one construct tree, by construct path. */
export class Registry {
  private static readonly byRoot = new WeakMap<IConstruct, Registry>();

  /** The registry of the tree that a construct is in. */
  public static of(construct: IConstruct): Registry {
    const { root } = construct.node;
    let registry = Registry.byRoot.get(root);
    if (!registry) {
      registry = new Registry();
      Registry.byRoot.set(root, registry);
    }
    return registry;
  }

  /** Notes on Terraform elements. */
  public readonly notes = new Map<string, ElementNote>();
  /** Acknowledgements, by the path of the construct on which they were made. */
  public readonly acknowledgements = new Map<string, Acknowledgement[]>();
  /** Files to write beside a stack's JSON, by the stack's path and the file's own folder. */
  public readonly files = new Map<string, Map<string, StackFile>>();
  /** Paths of scopes under which every stack is judged, also one of raw bindings. */
  public readonly guarded = new Set<string>();

  /** The acknowledgements that hold for a construct: its own and those of its scopes. */
  public acknowledgedFor(path: string): readonly Acknowledgement[] {
    if (this.acknowledgements.size === 0) return [];
    const parts = path.split("/");
    return parts
      .flatMap((_, index) => {
        const scope = parts.slice(0, parts.length - index).join("/");
        return this.acknowledgements.get(scope) ?? [];
      })
      .concat(path === "" ? [] : (this.acknowledgements.get("") ?? []));
  }
}
