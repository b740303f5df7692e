import { TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { Registry } from "./registry";

/**
 * Writes `node.addDependency`, which cdktf itself ignores between resources, as `depends_on`: every
 * resource of the construct waits for every resource of what it depends on. One side has to be
 * ours; dependencies between other libraries' constructs stay what cdktf makes of them. What is in
 * another stack makes the stack wait. May be called again: nothing is written twice.
 */
export function translateDependencies(stack: TerraformStack): void {
  for (const construct of stack.node.findAll()) {
    for (const dependency of construct.node.dependencies) translate(construct, dependency, stack);
  }
}

function translate(construct: IConstruct, dependency: IConstruct, stack: TerraformStack): void {
  // A stack's own dependencies are cdktf's business.
  if (TerraformStack.isStack(construct) || TerraformStack.isStack(dependency)) return;
  const waiting = resourcesBelow(construct).filter((it) => !isWithin(it, dependency, construct));
  const first = resourcesBelow(dependency).filter((it) => !isWithin(it, construct, dependency));
  const { notes } = Registry.of(stack);
  if (![...waiting, ...first].some((resource) => notes.has(resource.node.path))) return;
  for (const waiter of waiting) for (const resource of first) wait(waiter, resource);
}

/** Whether a resource is in the inner one of two constructs of which one is in the other. */
function isWithin(resource: IConstruct, inner: IConstruct, outer: IConstruct): boolean {
  return inner.node.scopes.includes(outer) && resource.node.scopes.includes(inner);
}

/** Without data sources: one that waits for a resource is not read before apply. */
function resourcesBelow(construct: IConstruct): TerraformResource[] {
  return construct.node
    .findAll()
    .filter((child): child is IConstruct & TerraformResource =>
      TerraformResource.isTerraformResource(child),
    );
}

function wait(waiter: TerraformResource, first: TerraformResource): void {
  const stack = TerraformStack.of(waiter);
  const other = TerraformStack.of(first);
  if (stack !== other) return stack.addDependency(other);
  const address = `${first.terraformResourceType}.${first.friendlyUniqueId}`;
  if (waiter === first || waiter.dependsOn?.includes(address)) return;
  waiter.dependsOn = [...(waiter.dependsOn ?? []), address];
}
