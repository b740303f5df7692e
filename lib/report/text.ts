import { oneLine } from "../facts/one-line";
import type { Report } from "../policy";
import type { Finding } from "../rules";
import { formatSpot } from "./place";
import { formatCount } from "./summary";

/** A report for a person: each finding with what stands there, what is allowed and what to do; then a line that counts. */
export function formatText(report: Report): string {
  const open = report.findings.filter((finding) => finding.status === "open");
  const shown = [
    ...open.filter((finding) => finding.level === "error"),
    ...open.filter((finding) => finding.level === "warning"),
  ];
  const notices = report.notices.map(({ message, source }) =>
    [`warning  ${oneLine(message)}`, ...(source ? [field("at", source)] : [])].join("\n"),
  );
  return [...shown.map(formatFinding), ...notices, formatCount(report)].join("\n\n");
}

/** One finding, in lines. */
export function formatFinding(finding: Finding): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["at", formatPlace(finding)],
    ["resource", `${finding.resource}${finding.instance ?? ""} (${finding.attribute})`],
    ["got", finding.got],
    ["set by", finding.setBy],
    ["beside", formatRelated(finding)],
    ["expected", finding.expected],
    ["fix", finding.fix],
    ["see", finding.help],
  ];
  return [
    `${finding.level}  ${oneLine(`${finding.rule}: ${finding.message}`)}`,
    ...fields.flatMap(([label, text]) => (text === undefined ? [] : [field(label, text)])),
  ].join("\n");
}

/** One finding in one line, for what prints lines and names the construct itself. */
export function formatLine(finding: Finding): string {
  const { rule, location } = finding;
  const where = location ? `${oneLine(formatSpot(location))}: ` : "";
  return `${where}${oneLine(rule)}: ${formatSentence(finding)}`;
}

/** What a finding says, in one line without its place. */
export function formatSentence({ message, got, setBy, expected, fix }: Finding): string {
  const owner = setBy === undefined ? "" : `, set by ${setBy}`;
  return oneLine(`${message}; got ${got}${owner}; expected ${expected}; fix: ${fix}`);
}

function field(label: string, text: string): string {
  return `  ${label.padEnd(8)}  ${oneLine(text)}`;
}

/** `main.ts:12:5 (prod/Orders/Http)`; one of the two where the other is not known. */
function formatPlace({ location, path }: Pick<Finding, "location" | "path">): string | undefined {
  if (!location) return path;
  const place = formatSpot(location);
  return path === undefined ? place : `${place} (${path})`;
}

/** The first resource that takes part and whose place is known: where else to look. */
function formatRelated({ related }: Finding): string | undefined {
  for (const other of related) {
    const place = formatPlace(other);
    if (place === undefined) continue;
    return [`${other.resource} at ${place}`, other.message].filter(Boolean).join(", ");
  }
  return undefined;
}
