import type { Report } from "../policy";
import type { Level, Status } from "../rules";

/** What a report comes to, in numbers. Levels and undecided count what is open. */
export interface Summary {
  readonly resources: number;
  readonly rules: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly undecided: number;
  readonly suppressed: number;
  /** Found before the baseline was written. */
  readonly baseline: number;
}

/** Counts a report. */
export function summarise(report: Report): Summary {
  const { findings, undecided, resources, rules } = report;
  const level = (wanted: Level): number =>
    findings.filter((finding) => finding.status === "open" && finding.level === wanted).length;
  const status = (wanted: Status): number =>
    [...findings, ...undecided].filter((finding) => finding.status === wanted).length;
  return {
    resources,
    rules,
    errors: level("error"),
    warnings: level("warning"),
    notes: level("note"),
    undecided: undecided.filter((question) => question.status === "open").length,
    suppressed: status("suppressed"),
    baseline: status("baseline"),
  };
}

/** `1 error, 2 warnings, 1 note, 3 undecided, 2 suppressed in 12 resources by 95 rules`. */
export function formatTotal(report: Report): string {
  const { resources, rules, baseline } = summarise(report);
  const old = baseline > 0 ? `, ${baseline} from the baseline` : "";
  return `${formatCount(report)}${old} in ${plural(resources, "resource")} by ${plural(rules, "rule")}`;
}

/** `1 error, 2 warnings, 1 note, 3 undecided`. */
export function formatCount(report: Report): string {
  const { errors, warnings, notes, undecided, suppressed } = summarise(report);
  return [
    plural(errors, "error"),
    plural(warnings, "warning"),
    plural(notes, "note"),
    `${undecided} undecided`,
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
  ].join(", ");
}

/** `1 error`, `2 errors`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
