import type { Acknowledgement, Module, ResourceGraph } from "../graph";
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
import { orderOf } from "../rules/order";
import { Acceptances, keyOf } from "./acceptances";
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
  /** PolicyRun only these stacks; the others serve to follow references. Default: all. */
  readonly stacks?: ReadonlySet<string>;
  /** Default: those of the policy. */
  readonly rules?: readonly Rule[];
  /** What the program acknowledges, also where no resource carries it. Default: what resources carry. */
  readonly acknowledged?: readonly Acknowledgement[];
  /** What is known already and does not fail. Default: nothing. */
  readonly baseline?: Baseline;
}

/** The policy of a stack; of none, where there is no stack. */
export type PolicyOf = (module: Module | undefined) => Policy;

/**
 * Runs the rules over graphs, each for itself, and applies levels, acknowledgements, waivers and
 * the baseline.
 *
 * @param graphs what was read; of several the findings stand one after another
 * @param policy one for all stacks, or that of each
 */
export function judge(
  graphs: ResourceGraph | readonly ResourceGraph[],
  policy: Policy | PolicyOf,
  options: JudgeOptions,
): Report {
  const all = [graphs].flat();
  const runs = new PolicyRuns(policy, options);
  let findings: readonly Finding[] = [];
  let undecided: readonly UndecidedFinding[] = [];
  let resources = 0;
  for (const graph of all) {
    const verdicts = runs.of(graph).map(([run, stacks]) => run.over(graph, stacks));
    findings = findings.concat(inOrder(graph, verdicts, (verdict) => verdict.findings));
    undecided = undecided.concat(inOrder(graph, verdicts, (verdict) => verdict.undecided));
    for (const verdict of verdicts) resources += verdict.resources;
  }
  const { baseline } = options;
  return {
    findings: baseline ? markKnown(findings, baseline, "violated") : findings,
    undecided: baseline ? markKnown(undecided, baseline, "undecided") : undecided,
    resources,
    ...runs.end(),
  };
}

/** The verdicts of several policies in one order; one alone is in order already. */
function inOrder<T extends Finding | UndecidedFinding>(
  graph: ResourceGraph,
  verdicts: readonly Found[],
  of: (verdict: Found) => readonly T[],
): readonly T[] {
  const found = verdicts.flatMap(of);
  return verdicts.length > 1 ? found.sort(orderOf(graph)) : found;
}

/** What is said of the stacks of one policy. */
interface Found {
  readonly findings: readonly Finding[];
  readonly undecided: readonly UndecidedFinding[];
  readonly resources: number;
}

/** A place in a stack. */
type In = (place: { readonly stack?: string }) => boolean;

/** A run of the rules for each policy that stacks have. */
class PolicyRuns {
  private readonly runs = new Map<Policy, PolicyRun>();
  private readonly matched = new Set<string>();

  public constructor(
    private readonly policy: Policy | PolicyOf,
    private readonly options: JudgeOptions,
  ) {
    // It counts its rules also where there is nothing to judge.
    if (typeof policy !== "function") this.runOf(policy);
  }

  /** Each policy of a graph, with the stacks that it is for. */
  public of(graph: ResourceGraph): readonly (readonly [PolicyRun, In])[] {
    const { policy } = this;
    const { stacks } = this.options;
    const isMeant: In = ({ stack }) => stacks?.has(stack ?? "") ?? true;
    if (typeof policy !== "function") return [[this.runOf(policy), isMeant]];
    const byRun = new Map<PolicyRun, Set<string>>();
    for (const module of graph.modules.filter(({ name }) => isMeant({ stack: name }))) {
      const run = this.runOf(policy(module));
      byRun.set(run, (byRun.get(run) ?? new Set()).add(module.name));
    }
    if (byRun.size === 0) return [[this.runOf(policy(undefined)), isMeant]];
    return [...byRun].map(([run, names]) => [run, ({ stack }) => names.has(stack ?? "")]);
  }

  /** What is known when all graphs are judged. */
  public end(): Pick<Report, "notices" | "failures" | "rules"> {
    const runs = [...this.runs.values()];
    const carried = new Set(runs.flatMap((run) => run.carried.map(keyOf)));
    const { acknowledged = [] } = this.options;
    const others = acknowledged.filter((one) => !carried.has(keyOf(one)));
    const notices = runs.flatMap((run, index) =>
      // What no resource carries is nobody's: the first one says it.
      run.acceptances.notices(
        this.options.acknowledged && runs.length === 1
          ? acknowledged
          : [...run.carried, ...(index === 0 ? others : [])],
      ),
    );
    const failures = runs.flatMap((run) => run.allFailures);
    return {
      notices: once(notices),
      failures: once(failures),
      rules: new Set(runs.flatMap(({ rules }) => rules.map(({ id }) => id))).size,
    };
  }

  private runOf(policy: Policy): PolicyRun {
    let run = this.runs.get(policy);
    if (!run) {
      run = new PolicyRun(policy, this.options, this.matched);
      this.runs.set(policy, run);
    }
    return run;
  }
}

/** A run of the rules under one policy. */
class PolicyRun {
  public readonly rules: readonly Rule[];
  public readonly acceptances: Acceptances;
  /** What the resources that it has judged carry. */
  public readonly carried: Acknowledgement[] = [];
  private readonly byId: ReadonlyMap<string, Rule>;
  private readonly failures = new Map<string, PolicyProblem>();

  public constructor(
    private readonly policy: Policy,
    private readonly options: JudgeOptions,
    matched: Set<string>,
  ) {
    const all = options.rules ?? rulesOf(policy);
    this.rules = all.filter((rule) => policy.levels.get(rule.id) !== "off");
    this.byId = new Map(all.map((rule) => [rule.id, rule]));
    this.acceptances = new Acceptances(policy, this.byId, options.date, matched);
  }

  /** Packs that could not be loaded, and rules that threw. */
  public get allFailures(): readonly PolicyProblem[] {
    return [...(this.policy.failures ?? []), ...this.failures.values()];
  }

  /** Judges the stacks of a graph that are meant; the others serve to follow references. */
  public over(graph: ResourceGraph, judged: In): Found {
    const { policy, byId, acceptances, rules } = this;
    const { date } = this.options;
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
    for (const failure of found.failures) this.failures.set(failure.rule, failureOf(failure));
    const resources = graph.resources.filter(judged);
    const modules = graph.modules.filter(({ name }) => judged({ stack: name }));
    for (const { metadata } of [...resources, ...modules]) {
      this.carried.push(...(metadata.acknowledged ?? []));
    }
    return {
      findings: found.findings.filter(judged).map(settle),
      undecided: found.undecided.filter(judged).map(settle),
      resources: resources.length,
    };
  }
}

/** Each once, whatever policy said it. */
function once<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
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
