import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

/** The stack that a construct is in; undefined for an App and for a tree without stack. */
export function stackOf(construct: IConstruct): TerraformStack | undefined {
  const stacks = construct.node.scopes.filter((scope) => TerraformStack.isStack(scope));
  return stacks.at(-1) as TerraformStack | undefined;
}

/** All stacks of a tree, in the order in which an App synthesises them. */
export function stacksOf(root: IConstruct): readonly TerraformStack[] {
  return root.node
    .findAll()
    .filter((construct) => TerraformStack.isStack(construct)) as TerraformStack[];
}

/**
 * What a report and a policy file call a stack: its id, as the manifest, the folder and `cdktf
 * deploy` do; its path where another stack has the same id.
 */
export function namesOf(stacks: readonly TerraformStack[]): ReadonlyMap<TerraformStack, string> {
  const ids = new Map<string, number>();
  for (const { node } of stacks) ids.set(node.id, (ids.get(node.id) ?? 0) + 1);
  return new Map(
    stacks.map((stack) => {
      const { id, path } = stack.node;
      return [stack, ids.get(id) === 1 ? id : path];
    }),
  );
}
