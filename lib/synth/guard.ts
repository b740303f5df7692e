import { App } from "cdktf";
import type { IConstruct } from "constructs";
import { watchApp, watchScope, watchStack } from "./hook";
import { forgetEarlierRun } from "./output";
import { refuse } from "./refuse";
import { Registry } from "./registry";
import { stackOf, stacksOf } from "./stacks";
import { requireSameCopy } from "./version";

/**
 * Turns the rules on for the stack that a construct is in. Called by every construct of ours.
 *
 * @throws FrontDoorError where it is in no stack, or in one that another version of cdktf made
 */
export function guard(construct: IConstruct): void {
  // cdktf leaves out of the synthesis what is in no stack, without a word.
  if (!stackOf(construct)) {
    refuse(
      construct,
      `${construct.constructor.name}: it is in no stack, and would not be synthesised`,
      [
        "  expected  a scope that is a TerraformStack or in one",
        "  fix       give a stack as the first argument, or a construct in one",
      ],
    );
  }
  guardStackOf(construct);
}

function guardStackOf(construct: IConstruct): void {
  const stack = stackOf(construct);
  if (!stack) return;
  requireSameCopy(stack);
  Registry.of(stack).guardedStacks.add(stack.node.path);
  watchStack(stack);
  beginApp(stack.node.root);
}

/**
 * Turns the rules on for every stack in a scope, and for the one that the scope is in, also where
 * all is raw bindings.
 *
 * @throws FrontDoorError where another version of cdktf made the stack
 */
export function guardScope(scope: IConstruct): void {
  guardStackOf(scope);
  stacksOf(scope).forEach(requireSameCopy);
  Registry.of(scope).guardedScopes.add(scope.node.path);
  watchScope(scope);
  beginApp(scope.node.root);
}

function beginApp(root: IConstruct): void {
  if (!App.isApp(root)) return;
  forgetEarlierRun(root);
  watchApp(root);
}
