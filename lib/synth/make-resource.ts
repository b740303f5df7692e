import type { Construct, IConstruct } from "constructs";
import type { Trace } from "./location";
import { register } from "./register";
import type { ElementNote } from "./registry";
import { withoutStacks } from "./without-stacks";

/**
 * Makes a resource of the bindings as `Default` in its construct, and says where it comes from.
 *
 * @param Resource the bindings' class
 * @param scope the construct that it is part of
 * @param trace where the user made the construct
 * @param config its arguments
 * @param declared what the construct says about the resource
 */
export function makeResource<R extends IConstruct, C>(
  Resource: new (scope: Construct, id: string, config: C) => R,
  scope: Construct,
  trace: Trace,
  config: NoInfer<C>,
  declared?: Omit<ElementNote, "trace">,
): R {
  const resource = withoutStacks(() => new Resource(scope, "Default", config));
  register(resource, trace, declared);
  return resource;
}
