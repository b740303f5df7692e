import type { ResourceGraph } from "../../graph";
import type { ResourceMetadata } from "../../metadata";
import type { Resource } from "../../resource";

/** The metadata that a plan lacks, from the synth output that it was made of. */
export interface SynthMetadata {
  /** Of the stack. */
  readonly ofStack: ResourceMetadata;
  /** The resource of an address, where it surely is the same. */
  of(address: string): Resource | undefined;
  /** None of the plan's addresses is there. */
  readonly isEmpty: boolean;
}

/** A plan without synth output. */
export const NO_METADATA: SynthMetadata = { ofStack: {}, of: () => undefined, isEmpty: true };

/**
 * Finds the stack that a plan is of: the one that declares most of its addresses. Where two do, only
 * the addresses that one of them has alone are told.
 */
export function synthMetadata(synth: ResourceGraph, addresses: ReadonlySet<string>): SynthMetadata {
  const stacks = synth.modules.map((module) => {
    const declared = new Map(
      module.resources
        .filter(({ address }) => addresses.has(address))
        .map((resource) => [resource.address, resource]),
    );
    return { module, declared };
  });
  const most = Math.max(0, ...stacks.map(({ declared }) => declared.size));
  if (most === 0) return NO_METADATA;
  const best = stacks.filter(({ declared }) => declared.size === most);
  const [first, ...others] = best;
  return {
    ofStack: others.length === 0 ? first.module.metadata : {},
    isEmpty: false,
    of: (address) => {
      const found = best.flatMap(({ declared }) => declared.get(address) ?? []);
      return found.length === 1 ? found[0] : undefined;
    },
  };
}
