import type { Acknowledgement } from "../graph";
import type { Finding, Rule, Suppression, UndecidedFinding } from "../rules";
import { glob } from "./glob";
import type { Notice } from "./notice";
import type { Policy, Waiver } from "./policy";

type Acceptance = Acknowledgement | Waiver;

/** Acknowledgements in code and waivers of the policy, and what has become of each. */
export class Acceptances {
  /**
   * @param policy whose waivers hold
   * @param rules by id
   * @param date today, `YYYY-MM-DD`
   * @param matched what has met its finding, under any policy
   */
  public constructor(
    private readonly policy: Policy,
    private readonly rules: ReadonlyMap<string, Rule>,
    private readonly date: string,
    private readonly matched: Set<string>,
  ) {}

  /** Why a finding, or a question that may be one, is accepted; undefined where it is not. */
  public of(
    finding: Finding | UndecidedFinding,
    acknowledged: readonly Acknowledgement[],
  ): Suppression | undefined {
    const inCode = this.isLocked(finding.rule)
      ? undefined
      : this.firstThatHolds(acknowledged.filter(({ rule }) => rule === finding.rule));
    if (inCode) return { by: "code", ...pick(inCode) };
    const waiver = this.firstThatHolds(
      this.policy.waivers.filter((candidate) => matches(candidate, finding)),
    );
    return waiver && { by: "policy", ...pick(waiver) };
  }

  /** Says which acceptances have expired and which match nothing. */
  public notices(acknowledged: readonly Acknowledgement[]): readonly Notice[] {
    const inCode = new Map(acknowledged.map((item) => [keyOf(item), item]));
    const { waivers } = this.policy;
    return [
      ...[...inCode.values()].map((item) => this.notice(item, "acknowledgement", item.path ?? "")),
      ...waivers
        .filter((waiver) => waiver.pack === undefined || this.matched.has(keyOf(waiver)))
        .map((waiver) => this.notice(waiver, "waiver", this.placeOf(waiver))),
    ].filter((notice) => notice !== undefined);
  }

  private notice(acceptance: Acceptance, kind: string, source: string): Notice | undefined {
    const message = this.complaint(acceptance, kind);
    if (!message) return undefined;
    const what = `the ${kind} of ${acceptance.rule} (${acceptance.reason})`;
    return { level: "warning", message: `${what} ${message}`, source };
  }

  private placeOf({ pack, line }: Waiver): string {
    const { file = "the policy" } = this.policy;
    return pack ?? (line === undefined ? file : `${file}:${line}`);
  }

  private complaint(acceptance: Acceptance, kind: string): string | undefined {
    const matched = this.matched.has(keyOf(acceptance));
    if (kind === "acknowledgement" && this.isLocked(acceptance.rule)) {
      const { unwaivable } = this.policy;
      if (unwaivable !== undefined) {
        return `does not count, since ${unwaivable} allows no waivers: remove it`;
      }
      const pack = this.policy.locked?.get(acceptance.rule);
      const who = pack === undefined ? "a policy file" : `the pack ${pack}`;
      return `does not count, since only ${who} can waive this rule: remove it`;
    }
    if (!this.holds(acceptance)) {
      const fix = matched ? "mend the finding, or give it a new date" : "remove it";
      return `ended on ${acceptance.expires}: ${fix}`;
    }
    return matched ? undefined : "matches no finding: remove it";
  }

  /** The nearest that has not expired; each that expired before it has met its finding too. */
  private firstThatHolds<T extends Acceptance>(candidates: readonly T[]): T | undefined {
    for (const candidate of candidates) {
      this.matched.add(keyOf(candidate));
      if (this.holds(candidate)) return candidate;
    }
    return undefined;
  }

  /** Whether code cannot accept what a rule finds. */
  private isLocked(rule: string): boolean {
    if (this.policy.unwaivable !== undefined) return true;
    return this.rules.get(rule)?.locked === true || this.policy.locked?.has(rule) === true;
  }

  private holds({ expires }: Acceptance): boolean {
    return expires === undefined || expires >= this.date;
  }
}

/** The same for what the program holds and for what its JSON carries, which has no undefined. */
export function keyOf(acceptance: Acceptance): string {
  const given = Object.entries(acceptance).filter(([, value]) => value !== undefined);
  return JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function pick({ reason, owner, expires }: Acceptance): Omit<Suppression, "by"> {
  return { reason, owner, expires };
}

function matches(waiver: Waiver, finding: Finding | UndecidedFinding): boolean {
  const { resource, instance, path = "", stack = "" } = finding;
  return (
    waiver.rule === finding.rule &&
    (glob(waiver.resource, resource) || glob(waiver.resource, `${resource}${instance ?? ""}`)) &&
    glob(waiver.path, path) &&
    glob(waiver.stack, stack)
  );
}
