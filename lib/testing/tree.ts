import { invokeAspects } from "cdktf/lib/synthesize/synthesizer";
import type { IConstruct } from "constructs";
import type { Document } from "../graph";
import { namesOf, stackOf, stacksOf } from "../synth/stacks";

/**
 * The Terraform JSON of the stacks in a tree, or of the stack that a construct is in, with its
 * metadata, which `Testing.synth` takes out. Writes no files.
 */
export function documentsOfTree(construct: IConstruct): readonly Document[] {
  const within = stacksOf(construct);
  const outside = stackOf(construct);
  const stacks = within.length > 0 ? within : outside ? [outside] : [];
  if (stacks.length === 0) throw new TypeError(`${construct.node.path} is in no stack`);
  const names = namesOf(stacksOf(construct.node.root));
  for (const stack of stacks) stack.prepareStack();
  return stacks.map((stack) => {
    invokeAspects(stack);
    const json = JSON.parse(JSON.stringify(stack.toTerraform()));
    return { stack: names.get(stack) ?? "", path: stack.node.path, json };
  });
}
