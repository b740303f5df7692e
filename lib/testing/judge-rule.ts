import {
  type Finding,
  type Rule,
  type RuleSettings,
  type UndecidedFinding,
  evaluate,
} from "../rules";
import { graphOf } from "./graph-of";

/** How `judgeRule` judges. */
export interface JudgeRuleOptions {
  /** What a policy file would tell the rule: its options, checked by nobody here. Default: nothing. */
  readonly settings?: RuleSettings;
  /** Today, `YYYY-MM-DD`. Default: the UTC date. */
  readonly date?: string;
}

/** What one rule says. */
export interface RuleVerdicts {
  /** What is not right, in order of file, stack and address. */
  readonly findings: readonly Finding[];
  /** What it cannot tell. */
  readonly undecided: readonly UndecidedFinding[];
}

/**
 * Judges a configuration by one rule, without a policy: the test kit for rules of an organisation.
 *
 * @param rule the rule
 * @param received a stack, an App, or Terraform JSON as an object or as text
 * @throws an error where the rule throws, or gives a verdict that is none
 */
export function judgeRule(
  rule: Rule,
  received: unknown,
  { settings = {}, date = new Date().toISOString().slice(0, 10) }: JudgeRuleOptions = {},
): RuleVerdicts {
  const { findings, undecided, failures } = evaluate(graphOf(received), [rule], {
    date,
    settings: new Map([[rule.id, settings]]),
  });
  if (failures.length > 0) throw new Error(`the rule ${rule.id} failed: ${failures[0].message}`);
  return { findings, undecided };
}
