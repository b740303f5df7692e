import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { withoutStacks } from "../synth";

/**
 * What a stack has once for each provider configuration.
 *
 * @param stack the stack
 * @param name the id; the configuration's alias is put behind it, where it has one
 * @param provider the configuration; undefined for the stack's default
 * @param make makes it, where it is not there yet
 */
export function oncePerProvider<T extends Construct>(
  stack: TerraformStack,
  name: string,
  provider: ITerraformDependable | undefined,
  make: (id: string) => T,
): T {
  const { alias } = (provider ?? {}) as { alias?: string };
  const id = alias ? `${name}-${alias}` : name;
  return (stack.node.tryFindChild(id) as T | undefined) ?? withoutStacks(() => make(id));
}
