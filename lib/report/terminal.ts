import { oneLine } from "../facts/one-line";
import type { Report } from "../policy";
import type { Finding, UndecidedFinding } from "../rules";
import { type Paint, type Role, painter } from "./colors";
import { formatFailure } from "./failures";
import type { FormatOptions } from "./format";
import { frame } from "./frame";
import { groupBy } from "./group";
import { formatAddress, formatSpot, spotOf } from "./place";
import { formatTotal } from "./summary";
import { formatFinding } from "./text";
import { fails, heaviestFirst, isOpen } from "./weight";

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
    lines(shown(report.undecided).map((question) => terminal.undecided(question))),
    lines(quiet ? [] : report.notices.map((notice) => terminal.notice(notice))),
    lines(report.failures.map((failure) => terminal.failure(formatFailure(failure)))),
    formatTotal(report),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** The parts of the text, in the colours of one terminal. */
class Terminal {
  private readonly paint: Paint;

  public constructor(
    private readonly report: Report,
    private readonly options: FormatOptions,
  ) {
    this.paint = painter(options.colors ?? false);
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
      ...(rows.length === 0 ? [] : ["", ...rows.map((row) => this.row(row)), ""]),
      ...fields,
    ].join("\n");
  }

  /** The line of the program. Of what was checked none is shown: it may be the line with the secret. */
  private frame(location: NonNullable<Finding["location"]>): readonly string[] {
    if (this.report.inputs?.some(({ file }) => file === location.file)) return [];
    const source = this.options.source?.(location.file);
    return source === undefined ? [] : frame(source, location);
  }

  private row(row: string): string {
    return `    ${row.startsWith(">") ? row : this.paint("faint", row)}`;
  }

  public undecided(question: UndecidedFinding): string {
    const { message, needs } = question;
    return this.line("undecided", question, `${message}; needs ${needs.join(", ")}`);
  }

  public notice({ message, source }: Report["notices"][number]): string {
    const text = source === "" ? message : `${message} (${source})`;
    return `${this.paint("warning", "policy")}  ${oneLine(text)}`;
  }

  public failure(text: string): string {
    return `${this.paint("error", "failed")}  ${oneLine(text)}`;
  }

  private line(role: Role, finding: Finding | UndecidedFinding, message: string): string {
    const { rule, attribute, stack } = finding;
    const spot = spotOf(finding, this.report);
    const at = spot ? `, ${formatSpot(spot)}` : "";
    const of = stack === undefined ? "" : `, stack ${stack}`;
    const text = `${rule}: ${message} (${formatAddress(finding)} ${attribute}${at}${of})`;
    return `${this.paint(role, role)}  ${oneLine(text)}`;
  }
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
