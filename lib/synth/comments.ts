import type { TerraformStack } from "cdktf";
import {
  type Acknowledgement,
  METADATA_KEY,
  type ResourceMetadata,
  type TerraformJson,
  blocks,
  isObject,
} from "../graph";
import { appliedIn, blueprintNoteOf } from "../blueprints/metadata";
import { Registry } from "./registry";

/**
 * Writes into the `"//"` of each resource what its construct knows of it, and into that of the
 * stack what is acknowledged for all of it. Changes the document, which cdktf will write.
 */
export function completeComments(stack: TerraformStack, document: TerraformJson): void {
  const registry = Registry.of(stack);
  if (registry.isEmpty) return;
  complete(document, {
    acknowledged: registry.acknowledgedFor(stack.node.path),
    blueprints: appliedIn(registry.blueprints, stack.node.path),
  });
  for (const section of [document.resource, document.data]) {
    for (const [type, named] of blocks(section).flatMap((types) => Object.entries(types))) {
      for (const body of blocks(named).flatMap((names) => Object.values(names))) {
        for (const block of blocks(body)) completeBlock(type, block, registry);
      }
    }
  }
}

function completeBlock(type: string, block: object, registry: Registry): void {
  const comment = (block as Record<string, unknown>)["//"];
  if (!isObject(comment) || !isObject(comment.metadata)) return;
  const { path } = comment.metadata;
  if (typeof path !== "string") return;
  const { trace, ...declared } = registry.notes.get(path) ?? {};
  const acknowledged = registry.acknowledgedFor(path);
  const blueprint = blueprintNoteOf(registry, type, path);
  complete(block, { location: trace?.location, ...declared, blueprint, acknowledged });
}

function complete(block: object, metadata: Metadata): void {
  const { acknowledged, ...rest } = metadata;
  const known = { ...rest, ...(acknowledged.length > 0 && { acknowledged }) };
  // Without what is undefined, and nothing that a later change of ours could reach.
  const json = JSON.parse(JSON.stringify(known));
  if (Object.keys(json).length === 0) return;
  const comment = (block as Record<string, unknown>)["//"];
  if (isObject(comment)) (comment as Record<string, unknown>)[METADATA_KEY] = json;
}

type Metadata = ResourceMetadata & { readonly acknowledged: readonly Acknowledgement[] };
