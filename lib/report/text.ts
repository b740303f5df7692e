import type { Report } from "../policy";
import type { Finding } from "../rules";

/** A report for a person: each finding with what stands there, what is allowed and what to do; then a line that counts. */
export function formatText(report: Report): string {
  const open = report.findings.filter((finding) => finding.status === "open");
  const shown = [
    ...open.filter((finding) => finding.level === "error"),
    ...open.filter((finding) => finding.level === "warning"),
  ];
  const notices = report.notices.map(
    (notice) => `warning  ${notice.message}\n  at        ${notice.source}`,
  );
  return [...shown.map(formatFinding), ...notices, formatCount(report)].join("\n\n");
}

/** One finding, in lines. */
export function formatFinding(finding: Finding): string {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["at", formatPlace(finding)],
    ["resource", `${finding.resource}${finding.instance ?? ""} (${finding.attribute})`],
    ["got", finding.got],
    ["expected", finding.expected],
    ["fix", finding.fix],
    ["see", finding.help],
  ];
  return [
    `${finding.level}  ${finding.rule}: ${finding.message}`,
    ...lines
      .filter(([, text]) => text !== undefined)
      .map(([label, text]) => `  ${label.padEnd(8)}  ${text}`),
  ].join("\n");
}

/** `main.ts:12:5 (prod/Orders/Http)`; one of the two where the other is not known. */
function formatPlace(finding: Finding): string | undefined {
  const { location, path } = finding;
  if (!location) return path;
  const place = [location.file, location.line, location.column]
    .filter((part) => part !== undefined)
    .join(":");
  return path === undefined ? place : `${place} (${path})`;
}

/** `1 error, 2 warnings, 1 note, 3 undecided`. */
export function formatCount(report: Report): string {
  const count = (level: Finding["level"]): number =>
    report.findings.filter((finding) => finding.status === "open" && finding.level === level)
      .length;
  const suppressed = report.findings.filter((finding) => finding.status === "suppressed").length;
  return [
    plural(count("error"), "error"),
    plural(count("warning"), "warning"),
    plural(count("note"), "note"),
    `${report.undecided.length} undecided`,
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
  ].join(", ");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
