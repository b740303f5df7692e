import type { IConstruct } from "constructs";
import type { Acknowledgement, BlueprintNote, ResourceMetadata } from "../graph";
import type { Blueprint } from "../blueprints/blueprint";
import { requireOneCopy } from "./copies";
import type { StackFile } from "./files";
import type { Trace } from "./location";

/** What a construct of ours says about one of its resources, for the resource's `"//"`. */
export interface ElementNote extends Omit<
  ResourceMetadata,
  "location" | "acknowledged" | "blueprint"
> {
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
      requireOneCopy(root);
      registry = new Registry();
      Registry.byRoot.set(root, registry);
    }
    return registry;
  }

  /** Notes on Terraform elements. */
  public readonly notes = new Map<string, ElementNote>();
  /** Acknowledgements, by the path of the construct on which they were made. */
  public readonly acknowledgements = new Map<string, Acknowledgement[]>();
  /** Blueprints, by the path of the construct that they were applied to, in order. */
  public readonly blueprints = new Map<string, Blueprint[]>();
  /** What blueprints had to do with a construct, by its path; and the path of its main resource. */
  public readonly blueprintNotes = new Map<string, { main: string; note: BlueprintNote }>();
  /** Resources that blueprints have made. */
  public readonly ofBlueprints = new Set<string>();
  /** Files to write beside a stack's JSON, by the stack's path and the file's own folder. */
  public readonly files = new Map<string, Map<string, StackFile>>();
  /** Paths of stacks that hold a construct of ours. */
  public readonly guardedStacks = new Set<string>();
  /** Paths of scopes under which every stack is judged, also one of raw bindings. */
  public readonly guardedScopes = new Set<string>();

  /** Nothing is known of any resource. */
  public get isEmpty(): boolean {
    return this.notes.size === 0 && this.acknowledgements.size === 0 && this.blueprints.size === 0;
  }

  /** Whether the rules are on for a stack. */
  public isGuarded(stack: IConstruct): boolean {
    return (
      this.guardedStacks.has(stack.node.path) ||
      stack.node.scopes.some((scope) => this.guardedScopes.has(scope.node.path))
    );
  }

  /** The acknowledgements that hold for a construct: its own, then those of its scopes, the nearest first. */
  public acknowledgedFor(path: string): readonly Acknowledgement[] {
    if (this.acknowledgements.size === 0) return [];
    const found = [...(this.acknowledgements.get(path) ?? [])];
    for (let at = path; at !== "";) {
      at = at.slice(0, Math.max(at.lastIndexOf("/"), 0));
      found.push(...(this.acknowledgements.get(at) ?? []));
    }
    return found;
  }
}
