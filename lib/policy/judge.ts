import type { Acknowledgement, ResourceGraph } from "../graph";
import {
  type Finding,
  type Level,
  RULES,
  type Rule,
  type UndecidedFinding,
  evaluate,
} from "../rules";
import { Acceptances } from "./acceptances";
import type { Notice } from "./notice";
import type { Policy } from "./policy";

/** The whole answer of a check: what every format prints. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly undecided: readonly UndecidedFinding[];
  /** What is wrong with the policy itself: waivers that have expired or match nothing. */
  readonly notices: readonly Notice[];
  /** How many resources were looked at. */
  readonly resources: number;
  /** How many rules looked at them. */
  readonly rules: number;
}

/** What `judge` may be told beside the policy. */
export interface JudgeOptions {
  /** Today, `YYYY-MM-DD`. */
  readonly date: string;
  /** Judge only these stacks; the others serve to follow references. Default: all. */
  readonly stacks?: ReadonlySet<string>;
  /** Default: the catalogue. */
  readonly rules?: readonly Rule[];
  /** What the program acknowledges, also where no resource carries it. Default: what resources carry. */
  readonly acknowledged?: readonly Acknowledgement[];
}

/** Runs the rules over a graph and applies levels, acknowledgements and waivers. */
export function judge(graph: ResourceGraph, policy: Policy, options: JudgeOptions): Report {
  const all = options.rules ?? RULES;
  const rules = all.filter((rule) => policy.levels.get(rule.id) !== "off");
  const byId = new Map(all.map((rule) => [rule.id, rule]));
  const judged = (place: { readonly stack?: string }): boolean =>
    options.stacks?.has(place.stack ?? "") ?? true;
  const evaluation = evaluate(graph, rules, { date: options.date });
  const acceptances = new Acceptances(policy, byId, options.date);
  const stacks = new Map(graph.modules.map((module) => [module.name, module]));
  const findings = evaluation.findings.filter(judged).map((finding) => {
    const place = evaluation.places.get(finding);
    // An output and the `terraform` block have no `"//"` of their own: the stack's holds.
    const metadata = place?.metadata ?? stacks.get(finding.stack ?? "")?.metadata;
    const suppression = acceptances.of(finding, metadata?.acknowledged ?? []);
    return {
      ...finding,
      level: levelOf(finding, policy, byId),
      ...(suppression && { status: "suppressed" as const, suppression }),
    };
  });
  const undecided = evaluation.undecided
    .filter(judged)
    .map((question) => ({ ...question, level: levelOf(question, policy, byId) }));
  const resources = graph.resources.filter(judged);
  const carried = [...resources, ...graph.modules.filter(({ name }) => judged({ stack: name }))];
  const acknowledged =
    options.acknowledged ?? carried.flatMap(({ metadata }) => metadata.acknowledged ?? []);
  return {
    findings,
    undecided,
    notices: acceptances.notices(acknowledged),
    resources: resources.length,
    rules: rules.length,
  };
}

const WEIGHT: Readonly<Record<Level, number>> = { note: 0, warning: 1, error: 2 };
const STRICT: Readonly<Record<Level, Level>> = {
  note: "warning",
  warning: "error",
  error: "error",
};

/** The policy's level; a finding that its rule weighs otherwise than usual keeps to the lighter of the two. */
function levelOf(
  finding: Finding | UndecidedFinding,
  policy: Policy,
  rules: ReadonlyMap<string, Rule>,
): Level {
  const own = finding.level;
  const set = policy.levels.get(finding.rule);
  if (set === undefined || set === "off") return policy.strict ? STRICT[own] : own;
  if (own === rules.get(finding.rule)?.level) return set;
  return WEIGHT[own] < WEIGHT[set] ? own : set;
}
