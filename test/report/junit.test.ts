import type { Report } from "../../lib/policy";
import type { FormatOptions } from "../../lib/report";
import { expected, shown } from "./support/forms";
import { junitErrors } from "./support/junit";
import { finding, nothing, question, rich } from "./support/reports";

test("the rich report, byte for byte, and valid", async () => {
  expect(shown("junit", rich)).toBe(expected("junit"));
  expect(await junitErrors([shown("junit", rich), shown("junit", nothing)])).toEqual([]);
});

test("the schema of this test refuses what is no JUnit XML", async () => {
  expect(await junitErrors(['<testsuites><testcase name="a"/></testsuites>'])).not.toEqual([]);
  expect(await junitErrors(["<testsuites>"])).not.toEqual([]);
});

test("a rule that found nothing is a test that passed", () => {
  const text = shown("junit", nothing);
  expect(text).toContain('<testsuites name="fc-frontdoor" tests="5" failures="0"');
  expect(text).toContain(
    '<testcase classname="http-trigger/methods" name="methods are of the list"',
  );
});

describe("the outcome", () => {
  const outcome = (part: Partial<Report>, more: Partial<FormatOptions> = {}): string | undefined =>
    /<(failure|skipped|system-out)/.exec(shown("junit", { ...nothing, ...part }, more))?.[1];

  test("fails at or above the fail level", () => {
    const findings = [{ ...finding, level: "warning" as const }];
    expect(outcome({ findings })).toBe("system-out");
    expect(outcome({ findings }, { failOn: "warning" })).toBe("failure");
    expect(outcome({ findings }, { failOn: "note" })).toBe("failure");
  });

  test("is skipped where it cannot be decided, unless that is a failure", () => {
    expect(outcome({ undecided: [question] })).toBe("skipped");
    expect(outcome({ undecided: [question] }, { strictUndecided: true })).toBe("failure");
  });

  test("is skipped where it is accepted or known", () => {
    const suppression = { by: "policy", reason: "r" } as const;
    expect(outcome({ findings: [{ ...finding, status: "suppressed", suppression }] })).toBe(
      "skipped",
    );
    expect(outcome({ findings: [{ ...finding, status: "baseline" }] })).toBe("skipped");
  });

  test("is one for a rule and a resource, with all that is wrong", () => {
    const other = { ...finding, attribute: "trigger_name", message: "another thing" };
    const text = shown("junit", { ...nothing, findings: [finding, other] });
    expect(text.match(/<failure/g)).toHaveLength(1);
    expect(text).toContain("another thing");
    expect(text).toContain('tests="5" failures="1"');
  });
});
