import { TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type { Trace } from "./location";
import { refuse } from "./refuse";
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
  requireLegalAddress(scope);
  const resource = withoutStacks(() => new Resource(scope, "Default", config));
  register(resource, trace, declared);
  return resource;
}

/** cdktf begins the names of resources with the id below the stack, also where Terraform takes no such name. */
function requireLegalAddress(scope: IConstruct): void {
  let top = scope;
  for (let next = scope.node.scope; next && !TerraformStack.isStack(next); next = top.node.scope) {
    top = next;
  }
  const { id } = top.node;
  const start = id.replace(/[^-_a-zA-Z0-9]/g, "");
  if (start === "" ? top !== scope : /^[_a-zA-Z]/.test(start)) return;
  refuse(scope, "id: Terraform takes no name of a resource that begins so", [
    `  got       ${JSON.stringify(id)}, with which the names of its resources begin`,
    "  expected  an id whose first letter or digit is one of A to Z, a to z",
    "  fix       put such a letter before it",
  ]);
}
