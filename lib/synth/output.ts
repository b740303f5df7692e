import { rmSync } from "node:fs";
import * as path from "node:path";
import { App, Manifest, type TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { stackOf } from "./stacks";

/** A folder into which stacks are synthesised, and what is written there about them. */
export interface Output {
  readonly outdir: string;
  readonly manifest: Manifest;
}

/** What a stack can have left in its folder, as JSON or as HCL. */
const WRITTEN = ["cdk.tf.json", "cdk.tf", "metadata.json"];

/**
 * Removes the manifest, and what is written of the stacks that are wrong, by this run or by an
 * earlier one, so that nothing deploys it.
 */
export function discard({ outdir }: Output, wrong: Iterable<TerraformStack>): void {
  rmSync(path.join(outdir, Manifest.fileName), { force: true });
  for (const stack of wrong) {
    // Not from `manifest.forStack`, which would settle now what the stack depends on.
    const folder = path.join(outdir, Manifest.stacksFolder, stack.node.id);
    for (const file of WRITTEN) rmSync(path.join(folder, file), { force: true });
  }
}

/** The same for the stack that a construct is in: where the program is refused before its synthesis. */
export function discardOutput(construct: IConstruct): void {
  const { root } = construct.node;
  if (!App.isApp(root)) return;
  const stack = stackOf(construct);
  discard(root, stack ? [stack] : []);
}

const begun = new WeakSet<App>();

/**
 * Removes the manifest of an earlier run, once for an App: whatever ends this program before its
 * synthesis, an error of the user's own code among it, leaves nothing that names a stack to deploy.
 */
export function forgetEarlierRun(app: App): void {
  if (begun.has(app)) return;
  begun.add(app);
  discard(app, []);
}
