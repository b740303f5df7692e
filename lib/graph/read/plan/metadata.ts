import type { ResourceGraph } from "../../graph";
import type { ResourceMetadata } from "../../metadata";
import type { Module } from "../../module";
import type { Resource } from "../../resource";
import type { Value } from "../../value";
import type { Locate } from "../locate";
import { type PlanJson, object, objects } from "./plan-json";
import { contradicts } from "./written";

/** The metadata that a plan lacks, from the synth output that it was made of. */
export interface SynthMetadata {
  /** The name of the stack; empty where it is not known. */
  readonly stack: string;
  /** Of the stack. */
  readonly ofStack: ResourceMetadata;
  /** The resource of an address. */
  of(address: string): Resource | undefined;
  /** The value of an output as it is written. */
  output(name: string): Value | undefined;
  /** Finds where the stack is written. */
  readonly locate?: Locate;
}

/** A plan without synth output. */
export const NO_METADATA: SynthMetadata = {
  stack: "",
  ofStack: {},
  of: () => undefined,
  output: () => undefined,
};

/** What the synth output says of one of its stacks. */
export function metadataOf(module: Module, synth: ResourceGraph): SynthMetadata {
  const { name: stack, metadata: ofStack } = module;
  const byAddress = new Map(module.resources.map((resource) => [resource.address, resource]));
  return {
    stack,
    ofStack,
    of: (address) => byAddress.get(address),
    output: (name) => module.outputs.find((output) => output.name === name)?.value,
    locate: (address, attribute) => synth.locate({ stack, address }, attribute),
  };
}

/**
 * The stacks of which a plan may be: none where no stack declares any of its addresses, several
 * where it cannot be told. It is of the stack that declares most of what is planned; of several
 * such stacks, of the one that says what the plan says, and that declares nothing else.
 *
 * @param addresses the blocks of which something is planned
 */
export function stacksOf(
  synth: ResourceGraph,
  plan: PlanJson,
  addresses: ReadonlySet<string>,
): readonly Module[] {
  const declared = synth.modules.map((module) => ({
    module,
    addresses: new Set(module.resources.map(({ address }) => address)),
  }));
  const planned = best(
    declared,
    (stack) => -[...addresses].filter((one) => stack.addresses.has(one)).length,
  );
  if (planned.every((stack) => [...addresses].every((one) => !stack.addresses.has(one)))) return [];
  if (planned.length === 1) return planned.map(({ module }) => module);
  const agreeing = planned.filter(({ module }) => !contradicts(module, plan));
  const root = object(plan.configuration.root_module);
  const configured = new Set(objects(root.resources).map(({ address }) => address));
  const others = agreeing.length > 0 ? agreeing : planned;
  return best(
    others,
    (stack) => [...stack.addresses].filter((one) => !configured.has(one)).length,
  ).map(({ module }) => module);
}

/** Those of which the number is the least. */
function best<T>(all: readonly T[], of: (item: T) => number): readonly T[] {
  const least = Math.min(...all.map(of));
  return all.filter((item) => of(item) === least);
}
