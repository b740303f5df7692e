import { oneLine } from "../facts/one-line";
import type { Report } from "../policy";
import type { Finding, Level, UndecidedFinding } from "../rules";
import { heaviestFirst } from "../rules/level";
import { formatFailure } from "./failures";
import { type Spot, formatAddress, spotOf } from "./place";
import { formatTotal } from "./summary";
import { isOpen } from "./weight";

const COMMAND: Readonly<Record<Level, string>> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

/**
 * Workflow commands of GitHub Actions, which show as annotations; last a line that counts. GitHub
 * keeps ten annotations of a kind for each step, so that what weighs most comes first.
 */
export function formatGithub(report: Report): string {
  const lines = [
    ...report.failures.map((failure) =>
      // A rule that threw has no file: its id stands there.
      command("error", failure.line === undefined ? undefined : failure, "failed", [
        formatFailure(failure),
      ]),
    ),
    ...report.findings
      .filter(isOpen)
      .sort(heaviestFirst)
      .map((finding) =>
        command(COMMAND[finding.level], spotOf(finding, report), finding.rule, bodyOf(finding)),
      ),
    ...report.undecided
      .filter(isOpen)
      .map((question) =>
        command("notice", spotOf(question, report), `undecided ${question.rule}`, [
          questionOf(question),
        ]),
      ),
    ...report.notices.map(({ message, source }) =>
      command("warning", spotIn(source), "policy", [message]),
    ),
    formatTotal(report),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function bodyOf(finding: Finding): readonly string[] {
  const { message, attribute, stack, got, setBy, expected, fix } = finding;
  return [
    message,
    `resource: ${formatAddress(finding)} (${attribute})${stack === undefined ? "" : ` in ${stack}`}`,
    `got: ${got}`,
    ...(setBy === undefined ? [] : [`set by: ${setBy}`]),
    `expected: ${expected}`,
    `fix: ${fix}`,
  ];
}

function questionOf(question: UndecidedFinding): string {
  const { message, attribute, stack, needs } = question;
  const of = stack === undefined ? "" : ` in ${stack}`;
  return `${message}; ${formatAddress(question)} (${attribute})${of} needs ${needs.join(", ")}`;
}

/** The policy file and the line in it; a construct path is no place in a file. */
function spotIn(source: string): Spot | undefined {
  const [, file, line] = /^(.*\.(?:ya?ml|json)):(\d+)$/.exec(source) ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}

function command(
  name: string,
  spot: Spot | undefined,
  title: string,
  body: readonly string[],
): string {
  const properties = { file: spot?.file, line: spot?.line, col: spot?.column, title };
  const given = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${given.join(",")}::${body.map(oneLine).map(data).join("%0A")}`;
}

/** What would end the message, as GitHub's own toolkit writes it. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(oneLine(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
