import type { InputFile } from "../graph/read/input";
import type { Notice, PolicyProblem, Report } from "../policy";
import type { Finding, UndecidedFinding } from "../rules";
import type { FormatOptions } from "./format";
import { jsonText } from "./json-text";
import { type Summary, summarise } from "./summary";

/** The JSON form of a report, version 1. Later versions of the tool only add to it. */
export interface JsonReport {
  readonly version: 1;
  readonly tool: { readonly name: "fc-frontdoor"; readonly version: string };
  /** The files that were read. */
  readonly inputs: readonly InputFile[];
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  readonly undecided: readonly UndecidedFinding[];
  /** What is wrong with the policy itself: waivers that have expired or match nothing. */
  readonly notices: readonly Notice[];
  /** Packs that could not be loaded, and rules that threw: such a report is not whole. */
  readonly failures: readonly PolicyProblem[];
}

/** A report for a program. What the input does not have is absent. */
export function formatJson(report: Report, { version }: Pick<FormatOptions, "version">): string {
  const json: JsonReport = {
    version: 1,
    tool: { name: "fc-frontdoor", version },
    inputs: (report.inputs ?? []).map((input) => pick(input, ["file", "sha256"])),
    summary: summarise(report),
    findings: report.findings.map(findingOf),
    undecided: report.undecided.map(findingOf),
    notices: report.notices.map((notice) => pick(notice, ["level", "message", "source"])),
    failures: report.failures.map((failure) =>
      pick(failure, ["file", "line", "column", "message", "fix"]),
    ),
  };
  return jsonText(json);
}

const FIELDS = [
  "rule",
  "level",
  "status",
  "resource",
  "instance",
  "stack",
  "path",
  "attribute",
  "setBy",
  "message",
  "got",
  "expected",
  "fix",
  "needs",
  "input",
  "location",
  "related",
  "help",
  "fingerprint",
  "suppression",
];

function findingOf<T extends Finding | UndecidedFinding>(finding: T): T {
  const { location, related, suppression } = finding as Finding;
  return pick(
    {
      ...finding,
      location: location && locationOf(location),
      related: related.map((other) =>
        pick({ ...other, location: other.location && locationOf(other.location) }, [
          "resource",
          "stack",
          "path",
          "message",
          "location",
        ]),
      ),
      suppression: suppression && pick(suppression, ["by", "reason", "owner", "expires"]),
    },
    FIELDS,
  );
}

function locationOf(location: NonNullable<Finding["location"]>): typeof location {
  return pick(location, ["file", "line", "column"]);
}

/** The fields of the format, in its order: what else an object holds is not part of it. */
function pick<T extends object>(from: T, fields: readonly string[]): T {
  const all = new Map<string, unknown>(Object.entries(from));
  return Object.fromEntries(fields.map((field) => [field, all.get(field)])) as T;
}
