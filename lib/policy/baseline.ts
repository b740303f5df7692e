import { isRecord } from "../facts/issue";
import type { Finding, UndecidedFinding } from "../rules";
import type { Report } from "./judge";

/** What was known when a project took the check up: only what is new since then fails. */
export interface Baseline {
  /** Of the format. */
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

/** A known finding. Its fingerprint counts; the rest is for people who read the file. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly resource: string;
  readonly stack?: string;
  readonly path?: string;
  /** It was a question then: as a violation it is new. */
  readonly undecided?: true;
}

/** The baseline of everything in a report that is not accepted. Sorted, so that a change shows as a small diff. */
export function baselineOf({ findings, undecided }: Report): Baseline {
  const entries = [
    ...findings.map((one) => entryOf(one)),
    ...undecided.map((one) => entryOf(one, true)),
  ];
  return {
    version: 1,
    findings: entries
      .filter((entry) => entry !== undefined)
      .sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1)),
  };
}

function entryOf(
  { status, fingerprint, rule, resource, stack, path }: Finding | UndecidedFinding,
  undecided?: true,
): BaselineEntry | undefined {
  if (status === "suppressed") return undefined;
  return { fingerprint, rule, resource, stack, path, undecided };
}

/**
 * Marks what a baseline knows: of findings with one fingerprint as many as there were.
 *
 * @param kind of what is given
 */
export function markKnown<T extends Finding | UndecidedFinding>(
  found: readonly T[],
  { findings }: Baseline,
  kind: "violated" | "undecided",
): readonly T[] {
  const left = new Map<string, number>();
  const known = findings.filter(({ undecided = false }) => undecided === (kind === "undecided"));
  for (const { fingerprint } of known) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  return found.map((finding) => {
    const count = left.get(finding.fingerprint) ?? 0;
    if (finding.status !== "open" || count === 0) return finding;
    left.set(finding.fingerprint, count - 1);
    return { ...finding, status: "baseline" };
  });
}

/** How many entries of a baseline there are no findings for any more, whatever has become of those. */
export function goneFrom({ findings }: Baseline, report: Report): number {
  const found = new Map<string, number>();
  const nameOf = ({ fingerprint }: { readonly fingerprint: string }, undecided: boolean): string =>
    `${fingerprint} ${undecided}`;
  for (const name of [
    ...report.findings.map((one) => nameOf(one, false)),
    ...report.undecided.map((one) => nameOf(one, true)),
  ]) {
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  return findings.filter((entry) => {
    const name = nameOf(entry, entry.undecided === true);
    const left = found.get(name) ?? 0;
    found.set(name, left - 1);
    return left <= 0;
  }).length;
}

/** The problem of a file's content that is no baseline; undefined where it is one. */
export function baselineProblem(content: unknown): string | undefined {
  if (!isRecord(content) || !Array.isArray(content.findings)) return "it is no baseline";
  if (content.version !== 1)
    return `it is a baseline of version ${JSON.stringify(content.version)}`;
  const isEntry = (entry: unknown): boolean =>
    isRecord(entry) && typeof entry.fingerprint === "string";
  return content.findings.every(isEntry) ? undefined : "an entry has no fingerprint";
}

function textOf({ stack = "", path, resource, rule, fingerprint }: BaselineEntry): string {
  return [stack, path ?? resource, rule, fingerprint].join("\n");
}
