import type { Acknowledgement, ResourceGraph } from "../graph";
import {
  type Finding,
  type Place,
  RULES,
  type Rule,
  type Suppression,
  type UndecidedFinding,
  evaluate,
} from "../rules";
import type { Policy, Waiver } from "./policy";

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

/** Something to mend in a policy file or an acknowledgement. */
export interface Notice {
  readonly level: "warning";
  readonly message: string;
  /** The policy file, or the construct path of the acknowledgement. */
  readonly source: string;
}

/** What `judge` may be told beside the policy. */
export interface JudgeOptions {
  /** Today, `YYYY-MM-DD`. */
  readonly date: string;
  /** Judge only these stacks; the others serve to follow references. Default: all. */
  readonly stacks?: ReadonlySet<string>;
  /** Default: the catalogue. */
  readonly rules?: readonly Rule[];
}

/** Runs the rules over a graph and applies levels, acknowledgements and waivers. */
export function judge(graph: ResourceGraph, policy: Policy, options: JudgeOptions): Report {
  const rules = (options.rules ?? RULES).filter((rule) => policy.levels.get(rule.id) !== "off");
  const evaluation = evaluate(graph, rules, { date: options.date });
  const judged = (place: { readonly stack?: string }): boolean =>
    options.stacks?.has(place.stack ?? "") ?? true;
  const acceptances = new Acceptances(policy, options.date);
  const locked = new Set(rules.filter((rule) => rule.locked).map((rule) => rule.id));
  const findings = evaluation.findings.filter(judged).map((finding) => {
    const leveled = { ...finding, level: levelOf(finding, policy) };
    const place = evaluation.places.get(finding);
    const suppression = acceptances.of(finding, place, locked.has(finding.rule));
    return suppression ? { ...leveled, status: "suppressed" as const, suppression } : leveled;
  });
  const undecided = evaluation.undecided
    .filter(judged)
    .map((question) => ({ ...question, level: levelOf(question, policy) }));
  const resources = graph.resources.filter(judged);
  acceptances.noteUnused(resources);
  return {
    findings,
    undecided,
    notices: acceptances.notices,
    resources: resources.length,
    rules: rules.length,
  };
}

function levelOf(finding: Finding | UndecidedFinding, policy: Policy): Finding["level"] {
  const level = policy.levels.get(finding.rule);
  return level === undefined || level === "off" ? finding.level : level;
}

/** Acknowledgements in code and waivers of the policy, and what has become of each. */
class Acceptances {
  public readonly notices: Notice[] = [];
  private readonly used = new Set<string>();

  public constructor(
    private readonly policy: Policy,
    private readonly date: string,
  ) {}

  public of(finding: Finding, place: Place | undefined, locked: boolean): Suppression | undefined {
    const inCode = (place?.metadata?.acknowledged ?? []).find(
      (acknowledgement) => acknowledgement.rule === finding.rule,
    );
    if (inCode && !locked) {
      this.used.add(keyOf(inCode));
      if (this.holds(inCode)) return { by: "code", ...pick(inCode) };
    }
    const waiver = this.policy.waivers.find((candidate) => matches(candidate, finding));
    if (waiver) {
      this.used.add(keyOf(waiver));
      if (this.holds(waiver)) return { by: "policy", ...pick(waiver) };
    }
    return undefined;
  }

  /** Says which acceptances have expired and which match nothing. */
  public noteUnused(resources: readonly Place[]): void {
    const inCode = new Map<string, Acknowledgement>();
    for (const resource of resources) {
      for (const acknowledgement of resource.metadata?.acknowledged ?? []) {
        inCode.set(keyOf(acknowledgement), acknowledgement);
      }
    }
    for (const acknowledgement of inCode.values()) {
      this.note(acknowledgement, "acknowledgement", acknowledgement.path ?? "");
    }
    for (const waiver of this.policy.waivers) this.note(waiver, "waiver", this.policy.file ?? "");
  }

  private note(acceptance: Acknowledgement | Waiver, kind: string, source: string): void {
    const what = `the ${kind} of ${acceptance.rule} (${acceptance.reason})`;
    if (!this.holds(acceptance)) {
      const message = `${what} ended on ${acceptance.expires}: mend the finding, or give it a new date`;
      this.notices.push({ level: "warning", message, source });
    } else if (!this.used.has(keyOf(acceptance))) {
      const message = `${what} matches no finding: remove it`;
      this.notices.push({ level: "warning", message, source });
    }
  }

  private holds(acceptance: { readonly expires?: string }): boolean {
    return acceptance.expires === undefined || acceptance.expires >= this.date;
  }
}

function keyOf(acceptance: Acknowledgement | Waiver): string {
  return JSON.stringify(acceptance, Object.keys(acceptance).sort());
}

function pick(acceptance: Acknowledgement | Waiver): Omit<Suppression, "by"> {
  const { reason, owner, expires } = acceptance;
  return { reason, owner, expires };
}

function matches(waiver: Waiver, finding: Finding): boolean {
  return (
    waiver.rule === finding.rule &&
    glob(waiver.resource, finding.resource) &&
    glob(waiver.path, finding.path ?? "") &&
    glob(waiver.stack, finding.stack ?? "")
  );
}

function glob(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return true;
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(text);
}
