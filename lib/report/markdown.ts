import type { Report } from "../policy";
import type { Finding, UndecidedFinding } from "../rules";
import { heaviestFirst } from "../rules/level";
import { formatFailure } from "./failures";
import type { FormatOptions } from "./format";
import { COMMENT_MARKER } from "./marker";
import { code, details, fence, prose } from "./markdown-text";
import { formatAddress, formatSpot, spotOf } from "./place";
import { formatTotal, plural } from "./summary";
import { formatFinding } from "./text";
import { fails, isOpen } from "./weight";

/**
 * A comment for a pull request, and the summary of a step: what is new first, short; the rest is
 * folded. It stays below the 65,536 characters that GitHub takes in a comment.
 */
export function formatMarkdown(report: Report, options: FormatOptions): string {
  const open = report.findings.filter(isOpen).sort(heaviestFirst);
  const main = open.filter(({ level }) => level !== "note");
  const notes = open.filter(({ level }) => level === "note");
  const questions = report.undecided.filter(isOpen);
  const all = [...report.findings, ...report.undecided];
  const suppressed = all.filter(({ status }) => status === "suppressed");
  const known = all.filter(({ status }) => status === "baseline");
  const failing = all.filter((found) => fails(found, options)).length;
  const failures = report.failures;
  const blocks = [
    COMMENT_MARKER,
    `### fc-frontdoor: ${headline(failing, failures.length)}`,
    `${formatTotal(report)}.`,
    list(failures.map((failure) => prose(formatFailure(failure)))),
    table(main.map((finding) => row(finding, report))),
    details(
      "What stands there, and what to do",
      within(20_000, main.map(formatFinding).map(fence), "\n\n"),
    ),
    details(
      plural(notes.length, "note"),
      list(notes.map((note) => `${subject(note, report)}: ${prose(note.message)}`)),
    ),
    details(
      `${questions.length} undecided`,
      list(questions.map((question) => `${subject(question, report)}${needsOf(question)}`)),
    ),
    details(
      `${suppressed.length} suppressed`,
      list(suppressed.map((found) => `${subject(found, report)}${reasonOf(found)}`)),
    ),
    details(
      `${known.length} from the baseline`,
      list(known.map((found) => `${subject(found, report)}: ${prose(found.message)}`)),
    ),
    details(
      `${plural(report.notices.length, "remark")} on the policy`,
      list(
        report.notices.map(({ message, source }) =>
          source === "" ? prose(message) : `${code(source)}: ${prose(message)}`,
        ),
      ),
    ),
    all.length === 0 ? "" : "`npx fc-frontdoor rules ID` says why a rule is there.",
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function headline(failing: number, failures: number): string {
  const found = failing === 0 ? "nothing to mend" : `${plural(failing, "finding")} to mend`;
  if (failures === 0) return found;
  return failing === 0 ? "the check failed" : `${found}, and the check failed`;
}

function table(rows: readonly string[]): string {
  if (rows.length === 0) return "";
  return ["| | rule | where | what is wrong |", "|---|---|---|---|", within(15_000, rows)].join(
    "\n",
  );
}

function row(finding: Finding, report: Report): string {
  const { level, rule, message } = finding;
  return `| ${level} | ${code(rule)} | ${whereOf(finding, report)} | ${prose(message)} |`;
}

function list(items: readonly string[]): string {
  return within(
    4_000,
    items.map((item) => `- ${item}`),
  );
}

function subject(found: Finding | UndecidedFinding, report: Report): string {
  return `${code(found.rule)} ${whereOf(found, report)}`;
}

function whereOf(found: Finding | UndecidedFinding, report: Report): string {
  const spot = spotOf(found, report);
  return [
    ...(spot ? [code(formatSpot(spot))] : []),
    code(formatAddress(found)),
    ...(found.stack === undefined ? [] : [`in ${code(found.stack)}`]),
  ].join(" ");
}

function needsOf({ message, needs }: UndecidedFinding): string {
  return `: ${prose(message)}; needs ${needs.map(code).join(", ")}`;
}

function reasonOf({ suppression }: Finding | UndecidedFinding): string {
  if (!suppression) return "";
  const { reason, owner, expires } = suppression;
  const end = expires === undefined ? undefined : `until ${expires}`;
  const more = [owner, end].filter((part) => part !== undefined).map(prose);
  return `: ${prose(reason)}${more.length === 0 ? "" : ` (${more.join(", ")})`}`;
}

/** As many as fit, and how many do not. */
function within(characters: number, parts: readonly string[], separator = "\n"): string {
  let left = characters;
  const fitting = parts.findIndex((part) => (left -= part.length + separator.length) < 0);
  if (fitting === -1) return parts.join(separator);
  const more = `… and ${parts.length - fitting} more`;
  return [...parts.slice(0, fitting), ...(fitting === 0 ? [more] : ["", more])].join(separator);
}
