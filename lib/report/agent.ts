import { oneLine } from "../facts/one-line";
import type { Report } from "../policy";
import type { Finding, UndecidedFinding } from "../rules";
import { formatAddress, formatSpot, spotOf } from "./place";
import { isOpen } from "./weight";

/**
 * A line for each finding, for a program that mends them: `file:line:col: level rule: message, fix`.
 * Where no line is known, the file and the resource stand in its place.
 */
export function formatAgent(report: Report): string {
  const lines = [
    ...report.findings
      .filter(isOpen)
      .map(
        (finding) =>
          `${placeOf(finding, report)}: ${finding.level} ${finding.rule}: ${finding.message}, ${finding.fix}`,
      ),
    ...report.undecided
      .filter(isOpen)
      .map(
        (question) =>
          `${placeOf(question, report)}: undecided ${question.rule}: ${question.message}, needs ${question.needs.join(" and ")}`,
      ),
    ...report.failures.map(
      (failure) => `${formatSpot(failure)}: error failed: ${failure.message}, ${failure.fix}`,
    ),
    ...report.notices.map(
      ({ message, source }) => `${source === "" ? "" : `${source}: `}warning policy: ${message}`,
    ),
  ];
  // Several stacks may be made by one line, which is mended once.
  return [...new Set(lines.map((line) => `${oneLine(line)}\n`))].join("");
}

function placeOf(finding: Finding | UndecidedFinding, report: Report): string {
  const spot = spotOf(finding, report);
  if (spot?.line !== undefined) return formatSpot({ ...spot, column: spot.column ?? 1 });
  const address = formatAddress(finding);
  return spot ? `${spot.file}: ${address}` : address;
}
