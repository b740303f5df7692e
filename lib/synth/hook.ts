import type { App, Manifest, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { type TerraformJson, isObject } from "../graph";
import { completeComments } from "./comments";
import { type Result, conclude } from "./conclude";
import { translateDependencies } from "./dependencies";
import { writeFiles } from "./files";
import type { Output } from "./output";
import { preparing } from "./preparing";
import { stacksOf } from "./stacks";
import { withoutStacks } from "./without-stacks";
import { wrap } from "./wrap";

/**
 * Sees the synthesis of an App.
 *
 * cdktf has no hook that sees the JSON of all stacks: validations run stack by stack, the App stops
 * at the first wrong one, and `skipValidation` turns them off. So the methods that cdktf itself
 * calls are wrapped: `toTerraform`, whose result is completed and read; `synthesize`, so that no
 * stack's error hides another's; and `writeToFile` of the App's manifest, the last thing that it
 * does, before which all stacks are judged together.
 */
export function watchApp(app: App): void {
  wrap(app, "synth", (synth) => () => {
    const run: Run = { stacks: stacksOf(app), concluded: false };
    for (const stack of run.stacks) {
      watchStack(stack);
      made.delete(stack);
    }
    runs.set(app.manifest, run);
    try {
      synth();
    } catch (error) {
      if (run.concluded) throw error;
      concludeRun(app, run, error);
    } finally {
      runs.delete(app.manifest);
    }
  });
  wrap(app.manifest, "writeToFile", (writeToFile) => () => {
    concludeRun(app, runs.get(app.manifest) ?? lateRun(app));
    writeToFile();
  });
}

/**
 * Sees the stacks that are in a scope, and those that will be made in it: nothing else leads from
 * `Testing` to a stack of raw bindings. A stack asks for this context in its constructor, when it
 * has its place in the tree, and not yet its synthesizer.
 */
export function watchScope(scope: IConstruct): void {
  const watchAll = (): void => scope.node.findAll().filter(isLikeStack).forEach(watchStack);
  watchAll();
  wrap(scope.node, "tryGetContext", (tryGetContext) => (key) => {
    if (key === "cdktfVersion") watchAll();
    return tryGetContext(key);
  });
}

/** A stack, also one whose constructor is still running. */
function isLikeStack(construct: IConstruct): construct is TerraformStack {
  return ["prepareStack", "toTerraform", "runAllValidations"].every((name) => name in construct);
}

/** Sees what a stack is made into, whoever makes it: an App, or `Testing`. */
export function watchStack(stack: TerraformStack): void {
  wrap(stack, "prepareStack", (prepareStack) => () => {
    translateDependencies(stack);
    // What cdktf makes here is of nobody's line.
    withoutStacks(() => preparing(prepareStack));
  });
  wrap(stack, "toTerraform", (toTerraform) => () => {
    // A user's method around ours has the last word.
    if (making.has(stack)) return toTerraform();
    making.add(stack);
    try {
      translateDependencies(stack);
      const document = toTerraform();
      if (isObject(document)) {
        completeComments(stack, document);
        made.set(stack, { ...made.get(stack), document });
      }
      return document;
    } finally {
      making.delete(stack);
      if (validated.delete(stack)) concludeAlone(stack);
    }
  });
  wrap(stack, "toHclTerraform", (toHclTerraform) => () => {
    translateDependencies(stack);
    if (validated.delete(stack)) concludeAlone(stack);
    return toHclTerraform();
  });
  wrap(stack, "runAllValidations", (runAllValidations) => () => {
    if (synthesising.has(stack)) return runAllValidations();
    // `Testing.synth(stack, true)` validates, then takes the JSON or the HCL.
    made.delete(stack);
    try {
      runAllValidations();
    } catch (error) {
      concludeAlone(stack, undefined, error);
    }
    validated.add(stack);
  });
  if (!stack.synthesizer) return;
  wrap(stack.synthesizer, "synthesize", (synthesize) => (session) => {
    made.set(stack, {});
    synthesising.add(stack);
    try {
      synthesize(session);
      writeFiles(stack, session);
    } catch (error) {
      made.set(stack, { ...made.get(stack), error });
    } finally {
      synthesising.delete(stack);
    }
    // `Testing.fullSynth` synthesises one stack, with a manifest of its own.
    if (!runs.has(session.manifest)) concludeAlone(stack, session);
  });
}

/** One synthesis of an App. */
interface Run {
  readonly stacks: readonly TerraformStack[];
  concluded: boolean;
}

/** What a stack was made into. */
interface Made {
  readonly document?: TerraformJson;
  readonly error?: unknown;
}

const runs = new WeakMap<Manifest, Run>();
const made = new WeakMap<TerraformStack, Made>();
const making = new WeakSet<TerraformStack>();
const synthesising = new WeakSet<TerraformStack>();
const validated = new WeakSet<TerraformStack>();

/** Of an App that was synthesising already when an aspect brought the first of our constructs. */
function lateRun(app: App): Run {
  const stacks = stacksOf(app);
  for (const stack of stacks) if (!made.has(stack)) made.set(stack, {});
  return { stacks, concluded: false };
}

function concludeRun(app: App, run: Run, error?: unknown): void {
  run.concluded = true;
  // A stack that was never synthesised has not seen its aspects: it is not what it would become.
  const stale = run.stacks.filter((stack) => !made.has(stack));
  const results = run.stacks.filter((stack) => made.has(stack)).map(resultOf);
  conclude({ root: app, results, stale, output: app, error });
}

function concludeAlone(stack: TerraformStack, output?: Output, error?: unknown): void {
  const result = resultOf(stack);
  const results = [{ ...result, error: error ?? result.error }];
  conclude({ root: stack.node.root, results, output });
}

function resultOf(stack: TerraformStack): Result {
  let { document, error } = made.get(stack) ?? {};
  try {
    // HCL output, and a stack that stopped before it was written, have not made their JSON yet.
    document ??= stack.toTerraform() as TerraformJson;
  } catch (failure) {
    error ??= failure;
  }
  return { stack, document, error };
}
