import { fileIn } from "../facts/file-in";
import type { Report } from "../policy";
import type { Finding, UndecidedFinding } from "../rules";

/**
 * A report whose files are called as from the root of the repository, for what shows it beside the
 * code there.
 *
 * @param base the working folder as seen from that root; undefined where it is the root
 */
export function inRepository(report: Report, base: string | undefined): Report {
  if (base === undefined) return report;
  const nameOf = (file: string): string => (file === "-" ? file : fileIn(base, file));
  const placed = <T extends Pick<Finding, "location">>(one: T): T =>
    one.location ? { ...one, location: { ...one.location, file: nameOf(one.location.file) } } : one;
  const found = <T extends Finding | UndecidedFinding>(one: T): T => ({
    ...placed(one),
    input: one.input === undefined ? undefined : nameOf(one.input),
    related: one.related.map(placed),
  });
  return {
    ...report,
    findings: report.findings.map(found),
    undecided: report.undecided.map(found),
    inputs: report.inputs?.map((input) => ({ ...input, file: nameOf(input.file) })),
    // A rule that threw has no line, and its id for a file; an acknowledgement is of a construct.
    failures: report.failures.map((failure) =>
      failure.line === undefined ? failure : { ...failure, file: nameOf(failure.file) },
    ),
    notices: report.notices.map((notice) =>
      /:\d+$/.test(notice.source) ? { ...notice, source: nameOf(notice.source) } : notice,
    ),
  };
}
