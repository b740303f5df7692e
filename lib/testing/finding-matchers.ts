import type { ResourceGraph } from "../graph";
import {
  type Policy,
  type PolicyOf,
  type Report,
  judge,
  policiesBy,
  policyFor,
  rulesOf,
  unknownRule,
} from "../policy";
import { formatFinding } from "../report";
import type { Finding, Level, Rule, UndecidedFinding } from "../rules";
import { isAtLeast } from "../rules/level";
import type { MatcherContext, MatcherResult } from "./context";
import { graphOf } from "./graph-of";
import { hasAll } from "./subset";

/** How a test judges. */
export interface JudgeSettings {
  /** Today, `YYYY-MM-DD`. Default: the UTC date. */
  readonly date?: string;
  /** Default: that of the policy file of the working folder, as at synth. */
  readonly policy?: Policy;
  /** Default: the catalogue. */
  readonly rules?: readonly Rule[];
}

/** How `toHaveNoFindings` judges. */
export interface NoFindingsSettings extends JudgeSettings {
  /** What weighs less is let pass. Default: `note`, so that nothing is. */
  readonly failOn?: Level;
}

/** Members of a finding with what they should be: values, or asymmetric matchers such as `expect.stringContaining`. */
export type ExpectedFinding = {
  readonly [Member in keyof Finding]?: unknown;
};

/** Members of a question with what they should be: values, or asymmetric matchers. */
export type ExpectedQuestion = {
  readonly [Member in keyof UndecidedFinding]?: unknown;
};

/** The rules find nothing that is open. Undecided questions are not findings. */
export function toHaveNoFindings(
  this: MatcherContext,
  received: unknown,
  settings: NoFindingsSettings = {},
): MatcherResult {
  const { failOn = "note" } = settings;
  const found = openFindings(received, settings).filter(({ level }) => isAtLeast(level, failOn));
  const hint = this.utils.matcherHint("toHaveNoFindings", "received", "", { isNot: this.isNot });
  return {
    pass: found.length === 0,
    message: () =>
      found.length === 0
        ? `${hint}\n\nexpected a finding, but there is none`
        : `${hint}\n\nexpected no finding, but there ${found.length === 1 ? "is 1" : `are ${found.length}`}\n\n${textOf(found)}`,
  };
}

/** A rule finds something that is open, which is as expected. */
export function toHaveFinding(
  this: MatcherContext,
  received: unknown,
  rule: string,
  expected: ExpectedFinding = {},
  settings: JudgeSettings = {},
): MatcherResult {
  const graph = graphOf(received);
  refuseUnknown(rule, graph, settings);
  const all = openFindings(graph, settings);
  return answer(this, "toHaveFinding", { rule, expected, all, show: textOf });
}

/** A rule cannot decide, in the way that is expected. */
export function toHaveUndecided(
  this: MatcherContext,
  received: unknown,
  rule: string,
  expected: ExpectedQuestion = {},
  settings: JudgeSettings = {},
): MatcherResult {
  const graph = graphOf(received);
  refuseUnknown(rule, graph, settings);
  const all = judged(graph, settings).undecided.filter(({ status }) => status === "open");
  return answer(this, "toHaveUndecided", { rule, expected, all, show: questionsOf });
}

interface Search<T> {
  readonly rule: string;
  readonly expected: object;
  readonly all: readonly T[];
  readonly show: (found: readonly T[]) => string;
}

function answer<T extends { readonly rule: string }>(
  { equals, utils, isNot }: MatcherContext,
  name: string,
  { rule, expected, all, show }: Search<T>,
): MatcherResult {
  const ofRule = all.filter((one) => one.rule === rule);
  const met = ofRule.filter((one) => hasAll(one, expected, equals));
  const hint = utils.matcherHint(name, "received", "rule", { isNot });
  const wanted = `${utils.printExpected(rule)}${Object.keys(expected).length > 0 ? ` with ${utils.printExpected(expected)}` : ""}`;
  const message = (): string => {
    if (met.length > 0)
      return `${hint}\n\nexpected none of ${wanted}, but there is\n\n${show(met)}`;
    if (ofRule.length > 0)
      return `${hint}\n\nexpected ${wanted}, but of this rule there is\n\n${differences(ofRule, expected, utils)}`;
    const others =
      all.length > 0 ? `, but of other rules there is\n\n${show(all)}` : ", but there is nothing";
    return `${hint}\n\nexpected ${wanted}${others}`;
  };
  return { pass: met.length > 0, message };
}

/** What each has instead, of the members that are expected. */
function differences(
  found: readonly object[],
  expected: object,
  { diff }: MatcherContext["utils"],
): string {
  return found
    .map((one) => {
      const members = Object.keys(expected).map((key) => [
        key,
        (one as Readonly<Record<string, unknown>>)[key],
      ]);
      return diff(expected, Object.fromEntries(members)) ?? "";
    })
    .join("\n\n");
}

/** As at synth: what the blueprints of a stack say, then the policy file of the working folder. */
const POLICIES = (): PolicyOf => policiesBy((blueprints) => policyFor(process.cwd(), blueprints));

function rulesUnder(policy: Policy | PolicyOf, { modules }: ResourceGraph): readonly Rule[] {
  if (typeof policy !== "function") return rulesOf(policy);
  if (modules.length === 0) return rulesOf(policy(undefined));
  return modules.flatMap((module) => rulesOf(policy(module)));
}

/** A misspelt id would make every expectation of none pass. */
function refuseUnknown(id: string, graph: ResourceGraph, { policy, rules }: JudgeSettings): void {
  const problem = unknownRule(id, rules ?? rulesUnder(policy ?? POLICIES(), graph));
  if (problem) throw new TypeError(`there is no rule ${id}; ${problem.fix}`);
}

function openFindings(received: unknown, settings: JudgeSettings): readonly Finding[] {
  return judged(received, settings).findings.filter(({ status }) => status === "open");
}

function judged(received: unknown, { date, policy, rules }: JudgeSettings): Report {
  return judge(graphOf(received), policy ?? POLICIES(), {
    date: date ?? new Date().toISOString().slice(0, 10),
    rules,
  });
}

/** Jest takes a line that begins with `at` for the stack, and shows it and the rest elsewhere. */
function textOf(found: readonly Finding[]): string {
  return found.map((one) => formatFinding(one).replace(/^ {2}at {4}/m, "  where ")).join("\n\n");
}

function questionsOf(found: readonly UndecidedFinding[]): string {
  return found
    .map(
      ({ rule, resource, attribute, needs }) =>
        `${rule}: ${resource} (${attribute}) needs ${needs.join(", ")}`,
    )
    .join("\n");
}
