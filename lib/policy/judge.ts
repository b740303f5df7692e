import type { Acknowledgement, ResourceGraph } from "../graph";
import type { InputFile } from "../graph/read/input";
import {
  type Finding,
  type Level,
  type Rule,
  type RuleFailure,
  type UndecidedFinding,
  evaluate,
} from "../rules";
import { isAtLeast } from "../rules/level";
import { Acceptances } from "./acceptances";
import { type Baseline, markKnown } from "./baseline";
import type { Notice } from "./notice";
import type { PolicyProblem } from "./error";
import { type Policy, rulesOf, strictly } from "./policy";

/** The whole answer of a check: what every format prints. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly undecided: readonly UndecidedFinding[];
  /** What is wrong with the policy itself: waivers that have expired or match nothing. */
  readonly notices: readonly Notice[];
  /** Packs that could not be loaded, and rules that threw: such a report is not whole. */
  readonly failures: readonly PolicyProblem[];
  /** How many resources were looked at. */
  readonly resources: number;
  /** How many rules looked at them. */
  readonly rules: number;
  /** The files that were read, where the report is of files. */
  readonly inputs?: readonly InputFile[];
}

/** What `judge` may be told beside the policy. */
export interface JudgeOptions {
  /** Today, `YYYY-MM-DD`. */
  readonly date: string;
  /** Judge only these stacks; the others serve to follow references. Default: all. */
  readonly stacks?: ReadonlySet<string>;
  /** Default: those of the policy. */
  readonly rules?: readonly Rule[];
  /** What the program acknowledges, also where no resource carries it. Default: what resources carry. */
  readonly acknowledged?: readonly Acknowledgement[];
  /** What is known already and does not fail. Default: nothing. */
  readonly baseline?: Baseline;
}

/**
 * Runs the rules over graphs, each for itself, and applies levels, acknowledgements, waivers and
 * the baseline.
 *
 * @param graphs what was read; of several the findings stand one after another
 */
export function judge(
  graphs: ResourceGraph | readonly ResourceGraph[],
  policy: Policy,
  options: JudgeOptions,
): Report {
  const all = options.rules ?? rulesOf(policy);
  const rules = all.filter((rule) => policy.levels.get(rule.id) !== "off");
  const byId = new Map(all.map((rule) => [rule.id, rule]));
  const acceptances = new Acceptances(policy, byId, options.date);
  const judged = (place: { readonly stack?: string }): boolean =>
    options.stacks?.has(place.stack ?? "") ?? true;
  const carried: Acknowledgement[] = [];
  let findings: readonly Finding[] = [];
  let undecided: readonly UndecidedFinding[] = [];
  const failures = new Map<string, PolicyProblem>();
  let resources = 0;
  for (const graph of [graphs].flat()) {
    const { date } = options;
    const { places, ...found } = evaluate(graph, rules, { date, settings: policy.settings });
    const stacks = new Map(graph.modules.map((module) => [module.name, module]));
    const settle = <T extends Finding | UndecidedFinding>(finding: T): T => {
      const place = places.get(finding);
      // An output and the `terraform` block have no `"//"` of their own: the stack's holds.
      const metadata = place?.metadata ?? stacks.get(finding.stack ?? "")?.metadata;
      const suppression = acceptances.of(finding, metadata?.acknowledged ?? []);
      return {
        ...finding,
        level: levelOf(finding, policy, byId),
        ...(suppression && { status: "suppressed" as const, suppression }),
      };
    };
    for (const failure of found.failures) failures.set(failure.rule, failureOf(failure));
    findings = findings.concat(found.findings.filter(judged).map(settle));
    undecided = undecided.concat(found.undecided.filter(judged).map(settle));
    const judgedResources = graph.resources.filter(judged);
    const judgedModules = graph.modules.filter(({ name }) => judged({ stack: name }));
    resources += judgedResources.length;
    for (const { metadata } of [...judgedResources, ...judgedModules]) {
      carried.push(...(metadata.acknowledged ?? []));
    }
  }
  const { acknowledged = carried, baseline } = options;
  return {
    findings: baseline ? markKnown(findings, baseline, "violated") : findings,
    undecided: baseline ? markKnown(undecided, baseline, "undecided") : undecided,
    notices: acceptances.notices(acknowledged),
    failures: [...(policy.failures ?? []), ...failures.values()],
    resources,
    rules: rules.length,
  };
}

function failureOf({ rule, message }: RuleFailure): PolicyProblem {
  const fix = "nothing is known of what it looks for; mend it, or turn it off in the policy file";
  return { file: rule, message: `the rule failed: ${message}`, fix };
}

/** The policy's level; a finding that its rule weighs otherwise than usual keeps to the lighter of the two. */
function levelOf(
  finding: Finding | UndecidedFinding,
  policy: Policy,
  rules: ReadonlyMap<string, Rule>,
): Level {
  const own = finding.level;
  const set = policy.levels.get(finding.rule);
  if (set === undefined || set === "off") return policy.strict ? strictly(own) : own;
  if (own === rules.get(finding.rule)?.level) return set;
  return isAtLeast(set, own) ? own : set;
}
