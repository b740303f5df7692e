import type { IConstruct } from "constructs";
import { type ElementNote, Registry } from "./registry";
import type { Trace } from "./location";
import { markOwn } from "./preparing";

/**
 * Says where a resource comes from, and what its author declared about it: this goes into the
 * resource's `"//"`.
 *
 * @param resource the bindings' resource
 * @param trace where the user made the construct that the resource is part of
 * @param declared what the construct says about the resource
 */
export function register(
  resource: IConstruct,
  trace: Trace,
  declared: Omit<ElementNote, "trace"> = {},
): void {
  markOwn(resource);
  Registry.of(resource).notes.set(resource.node.path, { ...declared, trace });
}
