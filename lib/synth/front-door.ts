import { Construct, type IConstruct } from "constructs";
import { dateProblem } from "../facts/date";
import { notBlank } from "../facts/not-empty";
import type { Problem } from "../facts/problem";
import { policySourcesAt } from "../blueprints/metadata";
import { type BlueprintPolicySource, lockedRule, policyFor, rulesOf, unknownRule } from "../policy";
import {
  type Check,
  type PropProblem,
  literalText,
  object,
  optional,
  refuseProps,
  required,
} from "../props";
import { FrontDoorError } from "./error";
import { guardScope } from "./guard";
import { Registry } from "./registry";

/** A finding that is accepted, and why. */
export interface AcknowledgeProps {
  /** The rule's id, such as `http-trigger/anonymous-public`. */
  readonly rule: string;
  /** Why it is right here. */
  readonly reason: string;
  /**
   * Who answers for it.
   *
   * @default - nobody is named
   */
  readonly owner?: string;
  /**
   * The last day on which it holds, `YYYY-MM-DD` (UTC).
   *
   * @default - it holds for ever
   */
  readonly expires?: string;
}

/**
 * The rules, as seen from a scope: turns them on, and accepts findings with a reason.
 *
 * Stacks that hold a construct of this library are judged without it. `FrontDoor.of(app)` has all
 * stacks judged, also those of raw bindings.
 */
export class FrontDoor {
  /**
   * Turns the rules on for every stack in a scope, and for the stack that the scope is in.
   *
   * @param scope an App, a stack, or any construct in one
   * @throws an error where another version of cdktf made the stack
   */
  public static of(scope: IConstruct): FrontDoor {
    if (!Construct.isConstruct(scope)) {
      throw new FrontDoorError("FrontDoor.of: give an App, a stack, or a construct in one");
    }
    guardScope(scope);
    return new FrontDoor(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Accepts the findings of a rule on all resources in the scope. They stay in reports as
   * suppressed, and the reason is written beside each resource. One that has expired, or that
   * matches no finding, is reported.
   *
   * @param props the rule and the reason
   * @throws an error where there is no such rule, where only a policy file can waive it, where the
   * reason is empty or the day is none, and where the scope has acknowledged the rule before
   */
  public acknowledge(props: AcknowledgeProps): void {
    const { path } = this.scope.node;
    const { acknowledgements, blueprints } = Registry.of(this.scope);
    const earlier = acknowledgements.get(path) ?? [];
    const sources = policySourcesAt(blueprints, path);
    const problems: PropProblem[] = [...acknowledgeProps(sources)(props, "")];
    if (earlier.some(({ rule }) => rule === props?.rule)) {
      problems.push({
        at: "rule",
        got: `${props.rule}, a second time on this construct`,
        expected: "each rule once",
        fix: "remove one of the two",
      });
    }
    refuseProps(this.scope, problems, "FrontDoor.acknowledge");
    const { rule, reason, owner, expires } = props;
    acknowledgements.set(path, [...earlier, { rule, reason, owner, expires, path }]);
  }
}

/** Made when it is asked: the catalogue of rules is loaded for it. */
function acknowledgeProps(sources: readonly BlueprintPolicySource[]): Check {
  return object({
    rule: required(literalText((id) => refusedBy(id, sources) ?? ruleProblem(id, sources))),
    reason: required(literalText(someWords)),
    owner: optional(literalText(someWords)),
    expires: optional(literalText(dateProblem)),
  });
}

/** A blueprint may allow no acknowledgement, or none of a rule. */
function refusedBy(id: string, sources: readonly BlueprintPolicySource[]): Problem | undefined {
  const fix = "mend what it finds";
  for (const { owner, policy } of sources) {
    if (policy.waivers === false) {
      return { got: JSON.stringify(id), expected: `nothing: ${owner} allows no waivers`, fix };
    }
    if (Array.isArray(policy.locked) && policy.locked.includes(id)) {
      const expected = `a rule that can be acknowledged: ${owner} locks this one`;
      return { got: JSON.stringify(id), expected, fix };
    }
  }
  return undefined;
}

/** The policy, with the rules of its packs, is read only for what the catalogue does not have. */
function ruleProblem(id: string, sources: readonly BlueprintPolicySource[]): Problem | undefined {
  const problem = unknownRule(id);
  if (!problem) return lockedRule(id);
  try {
    const rules = rulesOf(policyFor(process.cwd(), sources));
    return unknownRule(id, rules) ?? lockedRule(id, rules);
  } catch {
    // What is wrong with the policy is said at the end of the synthesis.
    return undefined;
  }
}

const someWords = notBlank({
  got: "text that says nothing",
  expected: "some words",
  fix: "write them",
});
