import { App } from "cdktf";
import type { IConstruct } from "constructs";
import { watchApp, watchScope, watchStack } from "./hook";
import { Registry } from "./registry";
import { stackOf, stacksOf } from "./stacks";
import { requireSameCopy } from "./version";

/**
 * Turns the rules on for the stack that a construct is in. Called by every construct of ours.
 *
 * @throws FrontDoorError where another version of cdktf made the stack
 */
export function guard(construct: IConstruct): void {
  const stack = stackOf(construct);
  if (!stack) return;
  requireSameCopy(stack);
  Registry.of(stack).guardedStacks.add(stack.node.path);
  watchStack(stack);
  const { root } = stack.node;
  if (App.isApp(root)) watchApp(root);
}

/**
 * Turns the rules on for every stack in a scope, and for the one that the scope is in, also where
 * all is raw bindings.
 *
 * @throws FrontDoorError where another version of cdktf made the stack
 */
export function guardScope(scope: IConstruct): void {
  guard(scope);
  stacksOf(scope).forEach(requireSameCopy);
  Registry.of(scope).guardedScopes.add(scope.node.path);
  watchScope(scope);
  const { root } = scope.node;
  if (App.isApp(root)) watchApp(root);
}
