/**
 * Matchers for tests of stacks and constructs, for jest and for what has its `expect`. Loading this
 * adds them to the global `expect`, where there is one.
 */
import * as findings from "./finding-matchers";
import type {
  ExpectedFinding,
  ExpectedQuestion,
  JudgeSettings,
  NoFindingsSettings,
} from "./finding-matchers";
import * as resources from "./resource-matchers";
import type { ResourceAddress, ResourceType } from "./resource-matchers";

export type { MatcherContext, MatcherResult } from "./context";
export { type JudgeRuleOptions, type RuleVerdicts, judgeRule } from "./judge-rule";
export type {
  ExpectedFinding,
  ExpectedQuestion,
  JudgeSettings,
  NoFindingsSettings,
  ResourceAddress,
  ResourceType,
};

/** All matchers, for `expect.extend(frontDoorMatchers)` where `expect` is not global. */
export const frontDoorMatchers = {
  toHaveNoFindings: findings.toHaveNoFindings,
  toHaveFinding: findings.toHaveFinding,
  toHaveUndecided: findings.toHaveUndecided,
  toHaveResource: resources.toHaveResource,
  toHaveResourceCount: resources.toHaveResourceCount,
  toHaveReference: resources.toHaveReference,
};

/**
 * What the matchers add to `expect(received)`. Received is a stack, an App, a construct in a stack,
 * or Terraform JSON: what `Testing.synth(stack)` gives, or the object in it.
 */
export interface FrontDoorMatchers<R> {
  /** The rules find nothing that is open. */
  toHaveNoFindings(settings?: NoFindingsSettings): R;
  /** A rule finds something that is open, which is as expected. */
  toHaveFinding(rule: string, expected?: ExpectedFinding, settings?: JudgeSettings): R;
  /** A rule cannot decide, in the way that is expected. */
  toHaveUndecided(rule: string, expected?: ExpectedQuestion, settings?: JudgeSettings): R;
  /** There is a resource of the type that has these arguments, and perhaps more. */
  toHaveResource(type: ResourceType, properties?: object): R;
  /** There are so many resources of the type. */
  toHaveResourceCount(type: ResourceType, count: number): R;
  /** One resource refers to another one, or depends on it, directly or through others. */
  toHaveReference(from: ResourceAddress, to: ResourceAddress): R;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where @types/jest has its matchers
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars
    interface Matchers<R, T = {}> extends FrontDoorMatchers<R> {}
  }
}

const { expect } = globalThis as { expect?: { extend?: (matchers: object) => void } };
expect?.extend?.(frontDoorMatchers);
