import { oneLine } from "../facts/one-line";
import type { Report } from "../policy";
import type { Finding, Level, UndecidedFinding } from "../rules";
import { type Paint, type Role, painter } from "./colors";
import type { FormatOptions } from "./format";
import { frame } from "./frame";
import { formatSpot, spotOf } from "./place";
import { formatSummary } from "./summary";
import { formatFinding } from "./text";

const WEIGHT: Readonly<Record<Level, number>> = { note: 0, warning: 1, error: 2 };

/**
 * A report for a person at a terminal: by file, errors first, with the line of their own code; notes,
 * and what cannot be decided, in a line each; last a line that counts.
 */
export function formatTerminal(report: Report, options: FormatOptions): string {
  const { quiet = false, failOn = "error", strictUndecided = false } = options;
  const paint = painter(options.colors ?? false);
  const findings = report.findings.filter(
    ({ status, level }) => status === "open" && (!quiet || WEIGHT[level] >= WEIGHT[failOn]),
  );
  const files = groupBy(findings, (finding) => spotOf(finding, report)?.file ?? "");
  const blocks = files.map(([file, group]) => fileBlock(file, group, report, options, paint));
  if (!quiet || strictUndecided) blocks.push(undecidedBlock(report, paint));
  if (!quiet) blocks.push(noticesBlock(report, paint));
  return [...blocks.filter((block) => block !== ""), formatSummary(report), ""]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

function fileBlock(
  file: string,
  findings: readonly Finding[],
  report: Report,
  options: FormatOptions,
  paint: Paint,
): string {
  const head = file === "" ? [] : [paint("file", oneLine(file))];
  const inOrder = [...findings].sort(
    (a, b) =>
      WEIGHT[b.level] - WEIGHT[a.level] || (a.location?.line ?? 0) - (b.location?.line ?? 0),
  );
  const long = inOrder.filter(({ level }) => level !== "note");
  const notes = inOrder.filter(({ level }) => level === "note");
  return [
    ...head,
    ...long.map((finding) => findingBlock(finding, options, paint)),
    ...(notes.length === 0 ? [] : [notes.map((note) => noteLine(note, report, paint)).join("\n")]),
  ].join("\n\n");
}

/** As at synth, with the line of source below the first line. */
function findingBlock(finding: Finding, { source }: FormatOptions, paint: Paint): string {
  const [head, ...fields] = formatFinding(finding).split("\n");
  const { location } = finding;
  const text = location && source?.(location.file);
  const lines = location && text !== undefined ? frame(text, location) : [];
  const shown = lines.map((line) => `    ${line.startsWith(">") ? line : paint("faint", line)}`);
  const [level] = head.split(" ", 1);
  return [
    `${paint(finding.level, level)}${head.slice(level.length)}`,
    ...(shown.length === 0 ? [] : ["", ...shown, ""]),
    ...fields,
  ].join("\n");
}

function noteLine(finding: Finding, report: Report, paint: Paint): string {
  return line(paint, "note", finding, report, finding.message);
}

function undecidedBlock(report: Report, paint: Paint): string {
  return report.undecided
    .filter(({ status }) => status === "open")
    .map((question) => {
      const needs = question.needs.join(", ");
      return line(paint, "undecided", question, report, `${question.message}? needs ${needs}`);
    })
    .join("\n");
}

function line(
  paint: Paint,
  role: Role,
  finding: Finding | UndecidedFinding,
  report: Report,
  message: string,
): string {
  const { rule, resource, instance = "", attribute } = finding;
  const spot = spotOf(finding, report);
  const at = spot ? `, ${formatSpot(spot)}` : "";
  const text = `${rule}: ${message} (${resource}${instance} ${attribute}${at})`;
  return `${paint(role, role)}  ${oneLine(text)}`;
}

function noticesBlock({ notices }: Report, paint: Paint): string {
  return notices
    .map(({ message, source }) => {
      const at = source === "" ? "" : ` (${source})`;
      return `${paint("warning", "policy")}  ${oneLine(`${message}${at}`)}`;
    })
    .join("\n");
}

/** Groups in order of their names. */
function groupBy<T>(items: readonly T[], name: (item: T) => string): [string, readonly T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(name(item));
    if (group) group.push(item);
    else groups.set(name(item), [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
