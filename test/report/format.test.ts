import * as fc from "fast-check";
import type { Report } from "../../lib/policy";
import { FORMATS, type Format, type format } from "../../lib/report";
import type { Finding, UndecidedFinding } from "../../lib/rules";
import { options } from "./support/reports";
import { shown } from "./support/forms";
import { junitErrors } from "./support/junit";
import { NASTY, finding, nothing, question, rich } from "./support/reports";
import { sarifErrors } from "./support/sarif";

const text = fc.oneof(
  fc.constant(NASTY),
  fc.string(),
  fc.string({ unit: "binary" }),
  // Halves of surrogate pairs and what is no character at all, too.
  fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const number = fc.oneof(fc.nat(9), fc.integer(), fc.double());
const location = maybe(fc.record({ file: text, line: number, column: maybe(number) }));
const place = {
  status: fc.constantFrom("open", "suppressed", "baseline"),
  level: fc.constantFrom("error", "warning", "note"),
  suppression: maybe(
    fc.record({
      by: fc.constantFrom("code", "policy"),
      reason: text,
      owner: maybe(text),
      expires: maybe(text),
    }),
  ),
  rule: fc.oneof(text, fc.constant(finding.rule)),
  resource: text,
  instance: maybe(text),
  stack: maybe(text),
  path: maybe(text),
  attribute: text,
  message: text,
  input: maybe(text),
  location,
  related: fc.array(
    fc.record({ resource: text, path: maybe(text), message: maybe(text), location }),
    { maxLength: 2 },
  ),
};
const reports = fc.record({
  findings: fc.array(
    fc
      .record({ ...place, got: text, expected: text, fix: text })
      .map((part) => ({ ...finding, ...part }) as Finding),
    { maxLength: 3 },
  ),
  undecided: fc.array(
    fc
      .record({ ...place, needs: fc.array(text, { maxLength: 2 }) })
      .map((part) => ({ ...question, ...part }) as UndecidedFinding),
    { maxLength: 2 },
  ),
  notices: fc.array(
    fc.record({ level: fc.constant("warning" as const), message: text, source: text }),
    { maxLength: 2 },
  ),
  resources: fc.nat(),
  rules: fc.nat(),
  inputs: fc.array(fc.record({ file: text, sha256: fc.constant("aa".repeat(32)) }), {
    maxLength: 3,
  }),
  failures: fc.array(fc.record({ file: text, message: text, fix: text }), { maxLength: 2 }),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<Report>;

/** All but the line feed; what turns the direction of text; halves of pairs. */
const STEERING =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u;

describe.each(FORMATS)("%s", (name: Format) => {
  test("nothing in it steers a terminal, whatever stands in the configuration", () => {
    fc.assert(
      fc.property(reports, text, (report, line) => {
        const made = shown(name, report, { source: () => line });
        expect(made).not.toMatch(STEERING);
        if (made !== "") expect(made.endsWith("\n")).toBe(true);
      }),
    );
  });

  test("the same report gives the same bytes", () => {
    expect(shown(name, structuredClone(rich))).toBe(shown(name, rich));
  });
});

test("JSON and SARIF always parse, and SARIF is valid", () => {
  fc.assert(
    fc.property(reports, (report) => {
      JSON.parse(shown("json", report));
      expect(sarifErrors(shown("sarif", report))).toEqual([]);
    }),
  );
});

test("JUnit XML is always well-formed and valid", async () => {
  const made = fc.sample(reports, 100).map((report) => shown("junit", report));
  expect(await junitErrors(made)).toEqual([]);
});

test("a workflow command or an agent's line is always one line for each finding", () => {
  fc.assert(
    fc.property(reports, (report) => {
      const open = [...report.findings, ...report.undecided].filter(
        ({ status }) => status === "open",
      ).length;
      const count = open + report.notices.length + report.failures.length;
      // Of two lines that are the same an agent gets one.
      fc.pre(
        new Set(report.notices.map((one) => JSON.stringify(one))).size === report.notices.length,
      );
      expect(shown("agent", report).split("\n")).toHaveLength(count + 1);
      const commands = shown("github", report).split("\n").slice(0, -2);
      expect(commands).toHaveLength(count);
      for (const command of commands) {
        expect(command).toMatch(/^::(error|warning|notice) [^:]*::/);
      }
    }),
  );
});

test.each(FORMATS)("%s says what kept the check from being whole", async (name) => {
  const failures = [{ file: "acme/rule", message: `the rule failed: ${NASTY}`, fix: "mend it" }];
  const made = shown(name, { ...nothing, failures } as Report, { quiet: true });
  expect(made).toContain("the rule failed: ");
  expect(made).not.toMatch(STEERING);
  expect(made).not.toContain("nothing to mend");
  if (name === "sarif") expect(sarifErrors(made)).toEqual([]);
  if (name === "junit") expect(await junitErrors([made])).toEqual([]);
});

test("only the chosen form is loaded", () => {
  jest.isolateModules(() => {
    const loaded: string[] = [];
    for (const name of ["text", "json", "sarif", "junit", "github", "markdown", "agent"]) {
      const file = `../../lib/report/${name === "text" ? "terminal" : name}`;
      const real = jest.requireActual<object>(file);
      jest.doMock(file, () => (loaded.push(name), real));
    }
    const fresh = require("../../lib/report") as { format: typeof format };
    expect(loaded).toEqual([]);
    fresh.format(rich, "agent", options);
    expect(loaded).toEqual(["agent"]);
  });
});
