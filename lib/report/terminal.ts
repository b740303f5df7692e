import { oneLine } from "../facts/one-line";
import type { Report } from "../policy";
import type { Finding, UndecidedFinding } from "../rules";
import { heaviestFirst } from "../rules/level";
import { type Paint, type Role, painter } from "./colors";
import { formatFailure } from "./failures";
import type { FormatOptions } from "./format";
import { frame } from "./frame";
import { groupBy } from "./group";
import { formatAddress, formatSpot, spotOf } from "./place";
import { formatTotal } from "./summary";
import { formatFinding } from "./text";
import { fails, isOpen } from "./weight";

/**
 * A report for a person at a terminal: by file, errors first, with the line of their own code; notes,
 * and what cannot be decided, in a line each; last a line that counts.
 */
export function formatTerminal(report: Report, options: FormatOptions): string {
  const { quiet = false } = options;
  const shown = <T extends Finding | UndecidedFinding>(found: readonly T[]): readonly T[] =>
    found.filter((finding) => isOpen(finding) && (!quiet || fails(finding, options)));
  const terminal = new Terminal(report, options);
  const files = groupBy(shown(report.findings), (finding) => spotOf(finding, report)?.file ?? "");
  const blocks = [
    ...[...files].sort(byName).flatMap(([file, findings]) => terminal.file(file, findings)),
    lines(questionsIn(shown(report.undecided)).map((same) => terminal.undecided(same))),
    lines(quiet ? [] : report.notices.map((notice) => terminal.notice(notice))),
    lines(report.failures.map((failure) => terminal.failure(formatFailure(failure)))),
    formatTotal(report),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** The parts of the text, in the colours of one terminal. */
class Terminal {
  private readonly paint: Paint;
  /** Where a secret may stand, as `file:line`. */
  private readonly secretLines: ReadonlySet<string>;

  public constructor(
    private readonly report: Report,
    private readonly options: FormatOptions,
  ) {
    this.paint = painter(options.colors ?? false);
    const secret = new Set(options.rules.filter((rule) => rule.secret).map(({ id }) => id));
    this.secretLines = new Set(
      [...report.findings, ...report.undecided].flatMap(({ rule, location }) =>
        location && secret.has(rule) ? [formatSpot({ ...location, column: undefined })] : [],
      ),
    );
  }

  public file(file: string, findings: readonly Finding[]): readonly string[] {
    const inOrder = [...findings].sort((a, b) => heaviestFirst(a, b) || lineOf(a) - lineOf(b));
    const notes = inOrder.filter(({ level }) => level === "note");
    return [
      file === "" ? "" : this.paint("file", oneLine(file)),
      ...inOrder.filter(({ level }) => level !== "note").map((finding) => this.finding(finding)),
      lines(notes.map((note) => this.line("note", note, note.message))),
    ];
  }

  /** As at synth, with the line of source below the first line. */
  private finding(finding: Finding): string {
    const [head, ...fields] = formatFinding(finding).split("\n");
    const { level, location } = finding;
    const rows = location ? this.frame(location) : [];
    return [
      `${this.paint(level, level)}${head.slice(level.length)}`,
      ...(rows.length === 0 ? [] : ["", ...rows.map((row) => this.source(row)), ""]),
      ...fields,
    ].join("\n");
  }

  /** The line of the program. None is shown of what was checked, nor where a rule about secrets found something. */
  private frame(location: NonNullable<Finding["location"]>): readonly string[] {
    const { file, line } = location;
    if (this.report.inputs?.some((input) => input.file === file)) return [];
    if ([line - 1, line].some((shown) => this.secretLines.has(formatSpot({ file, line: shown })))) {
      return [];
    }
    const source = this.options.source?.(file);
    return source === undefined ? [] : frame(source, location);
  }

  private source(row: string): string {
    return `    ${row.startsWith(">") ? row : this.paint("faint", row)}`;
  }

  /** What several rules ask of one resource, where they need the same. */
  public undecided(same: readonly UndecidedFinding[]): string {
    const [first] = same;
    const needs = first.needs.join(", ");
    if (same.length === 1) return this.line("undecided", first, `${first.message}; needs ${needs}`);
    const names = [...new Set(same.map(({ rule }) => rule))].join(", ");
    return this.row("undecided", `${names}: needs ${needs} (${this.placeOf(first)})`);
  }

  public notice({ message, source }: Report["notices"][number]): string {
    const text = source === "" ? message : `${message} (${source})`;
    return `${this.paint("warning", "policy")}  ${oneLine(text)}`;
  }

  public failure(text: string): string {
    return `${this.paint("error", "failed")}  ${oneLine(text)}`;
  }

  private line(role: Role, finding: Finding | UndecidedFinding, message: string): string {
    const { rule, attribute } = finding;
    return this.row(role, `${rule}: ${message} (${this.placeOf(finding, ` ${attribute}`)})`);
  }

  private placeOf(finding: Finding | UndecidedFinding, attribute = ""): string {
    const spot = spotOf(finding, this.report);
    const at = spot ? `, ${formatSpot(spot)}` : "";
    const of = finding.stack === undefined ? "" : `, stack ${finding.stack}`;
    return `${formatAddress(finding)}${attribute}${at}${of}`;
  }

  private row(role: Role, text: string): string {
    return `${this.paint(role, role)}  ${oneLine(text)}`;
  }
}

/** What needs the same for the same resource, together. */
function questionsIn(
  questions: readonly UndecidedFinding[],
): readonly (readonly UndecidedFinding[])[] {
  const groups = groupBy(questions, (question) =>
    JSON.stringify([question.stack, question.input, formatAddress(question), ...question.needs]),
  );
  return [...groups.values()];
}

function lineOf({ location }: Finding): number {
  return location?.line ?? 0;
}

function lines(all: readonly string[]): string {
  return all.join("\n");
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
