import type { AppliedBlueprint, Module, Resource, ResourceGraph } from "../../graph";

/** A blueprint, and the resources that it holds for. */
export interface Held {
  /** `acme-blueprint 2.1.0`. */
  readonly owner: string;
  readonly blueprint: AppliedBlueprint;
  readonly resources: readonly Resource[];
}

/** The blueprints of every stack that say something of a kind, each once for a resource. */
export function heldBy(
  graph: ResourceGraph,
  types: readonly string[],
  isMeant: (blueprint: AppliedBlueprint) => boolean,
): readonly Held[] {
  return graph.modules.flatMap((module) =>
    (module.metadata.blueprints ?? []).filter(isMeant).map((blueprint) => ({
      owner: `${blueprint.name} ${blueprint.version}`,
      blueprint,
      resources: resourcesIn(module, types, blueprint),
    })),
  );
}

function resourcesIn(
  { resources }: Module,
  types: readonly string[],
  { scope, subtree = false }: AppliedBlueprint,
): readonly Resource[] {
  const ofStack = resources.filter(({ mode, type }) => mode === "managed" && types.includes(type));
  if (!subtree) return ofStack;
  return ofStack.filter(
    ({ constructPath: path }) => path === scope || path?.startsWith(`${scope}/`),
  );
}
