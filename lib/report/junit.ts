import type { Report } from "../policy";
import type { Finding, UndecidedFinding } from "../rules";
import { formatFailure } from "./failures";
import type { FormatOptions } from "./format";
import { groupBy } from "./group";
import { formatAddress, spotOf } from "./place";
import { formatFinding } from "./text";
import { fails, isUndecided } from "./weight";
import { type Attributes, element, escape } from "./xml";

type Found = Finding | UndecidedFinding;

interface Case {
  readonly attributes: Attributes;
  readonly outcome: "passed" | "failed" | "skipped";
  readonly content: readonly string[];
}

/**
 * JUnit XML: a suite for each stack or file, in it a test for each rule and resource, which fails at
 * or above the fail level and is skipped where it is undecided, accepted or in the baseline; last a
 * suite of the rules that found nothing.
 */
export function formatJunit(report: Report, options: FormatOptions): string {
  const all: readonly Found[] = [...report.findings, ...report.undecided];
  const suites = [...groupBy(all, (found) => suiteOf(found, report))].map(([name, found]) => {
    const cases = groupBy(found, ({ rule, ...place }) => `${rule}\n${formatAddress(place)}`);
    return suite(
      name,
      [...cases.values()].map((same) => caseOf(same, report, options)),
    );
  });
  const found = new Set(all.map(({ rule }) => rule));
  const quiet = options.rules.filter(({ id }) => !found.has(id));
  const satisfied = suite(
    "rules without findings",
    quiet.map(({ id, title }) => ({
      attributes: { classname: id, name: title, time: "0" },
      outcome: "passed",
      content: [],
    })),
    report.notices.map(({ message, source }) =>
      source === "" ? message : `${source}: ${message}`,
    ),
  );
  const broken = report.failures.map((failure): Case => ({
    attributes: { classname: "fc-frontdoor", name: failure.file, time: "0" },
    outcome: "failed",
    content: element("failure", { message: failure.message, type: "failed" }, [
      escape(formatFailure(failure)),
    ]),
  }));
  const parts = [...(broken.length === 0 ? [] : [suite("failed", broken)]), ...suites, satisfied];
  const sum = (key: "tests" | "failures"): string =>
    String(parts.reduce((total, part) => total + part[key], 0));
  const root = { name: "fc-frontdoor", tests: sum("tests"), failures: sum("failures") };
  const body = parts.flatMap(({ lines }) => lines);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...element("testsuites", { ...root, errors: "0", time: "0" }, body),
    "",
  ].join("\n");
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly lines: readonly string[];
}

function suite(name: string, cases: readonly Case[], remarks: readonly string[] = []): Suite {
  const count = (wanted: Case["outcome"]): number =>
    cases.filter(({ outcome }) => outcome === wanted).length;
  const [tests, failures] = [cases.length, count("failed")];
  const attributes = {
    name,
    tests: String(tests),
    failures: String(failures),
    errors: "0",
    skipped: String(count("skipped")),
    time: "0",
  };
  const lines = element("testsuite", attributes, [
    ...cases.flatMap((one) => element("testcase", one.attributes, one.content)),
    ...(remarks.length === 0 ? [] : element("system-err", {}, remarks.map(escape))),
  ]);
  return { tests, failures, lines };
}

function suiteOf(found: Found, report: Report): string {
  return found.stack ?? spotOf(found, report)?.file ?? "fc-frontdoor";
}

/** One test of all that a rule says of one resource. */
function caseOf(same: readonly Found[], report: Report, options: FormatOptions): Case {
  const [first] = same;
  const spot = spotOf(first, report);
  const attributes = {
    classname: first.rule,
    name: formatAddress(first),
    time: "0",
    file: spot?.file,
    line: spot?.line === undefined ? undefined : String(spot.line),
  };
  const failing = same.filter((found) => fails(found, options));
  if (failing.length > 0) {
    const type = isUndecided(failing[0]) ? "undecided" : failing[0].level;
    const head = { message: failing[0].message, type };
    return {
      attributes,
      outcome: "failed",
      content: element("failure", head, failing.flatMap(linesOf).map(escape)),
    };
  }
  const skipped = same.map(skipReason).filter((reason) => reason !== undefined);
  if (skipped.length === same.length) {
    const message = [...new Set(skipped)].join("; ");
    return { attributes, outcome: "skipped", content: element("skipped", { message }) };
  }
  const content = element("system-out", {}, same.flatMap(linesOf).map(escape));
  return { attributes, outcome: "passed", content };
}

/** Why a finding is no failure whatever its level. */
function skipReason(found: Found): string | undefined {
  if (found.status === "baseline") return "from the baseline";
  if (found.suppression) {
    const { reason, owner, expires } = found.suppression;
    const end = expires === undefined ? undefined : `until ${expires}`;
    return ["suppressed", reason, owner, end].filter((part) => part !== undefined).join(", ");
  }
  return isUndecided(found) ? `undecided, needs ${found.needs.join(", ")}` : undefined;
}

function linesOf(found: Found): readonly string[] {
  if (!isUndecided(found)) return formatFinding(found).split("\n");
  return [`undecided  ${found.rule}: ${found.message}; needs ${found.needs.join(", ")}`];
}
