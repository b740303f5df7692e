import type { Report } from "../../lib/policy";
import { formatFinding, formatLine, formatText } from "../../lib/report";
import type { Finding } from "../../lib/rules";
import { nothing } from "./support/reports";

const finding: Finding = {
  rule: "group/rule",
  level: "error",
  status: "open",
  resource: "alicloud_fcv3_trigger.b",
  attribute: "qualifier",
  message: "it is wrong",
  got: "this",
  expected: "that",
  fix: "mend it",
  related: [],
  help: "docs/rules/group/rule.md",
  fingerprint: "0",
};

function report(part: Partial<Report>): Report {
  return { ...nothing, ...part };
}

test("errors come first, then warnings, then what is wrong with the policy, then the count", () => {
  const suppression = { by: "code", reason: "r" } as const;
  const text = formatText(
    report({
      findings: [
        { ...finding, level: "warning", resource: "a.w" },
        { ...finding, level: "note", resource: "a.n" },
        { ...finding, resource: "a.e" },
        { ...finding, status: "suppressed", resource: "a.s", suppression },
        { ...finding, status: "baseline", resource: "a.b" },
      ],
      undecided: [{ ...finding, needs: ["var.x"] }],
      notices: [{ level: "warning", message: "a waiver is old", source: "frontdoor.yaml:3" }],
    }),
  );
  expect(text).toBe(`error  group/rule: it is wrong
  resource  a.e (qualifier)
  got       this
  expected  that
  fix       mend it
  see       docs/rules/group/rule.md

warning  group/rule: it is wrong
  resource  a.w (qualifier)
  got       this
  expected  that
  fix       mend it
  see       docs/rules/group/rule.md

warning  a waiver is old
  at        frontdoor.yaml:3

1 error, 1 warning, 1 note, 1 undecided, 1 suppressed`);
});

test("nothing found is a line that counts", () => {
  expect(formatText(report({}))).toBe("0 errors, 0 warnings, 0 notes, 0 undecided");
});

describe("where it is", () => {
  const at = (part: Partial<Finding>): string | undefined =>
    /^ {2}at {8}(.*)$/m.exec(formatFinding({ ...finding, ...part }))?.[1];

  test("the user's line and the construct, or one of the two", () => {
    const location = { file: "main.ts", line: 12, column: 5 };
    expect(at({ location, path: "prod/Orders" })).toBe("main.ts:12:5 (prod/Orders)");
    expect(at({ location: { file: "main.ts", line: 12 } })).toBe("main.ts:12");
    expect(at({ path: "prod/Orders" })).toBe("prod/Orders");
    expect(at({})).toBeUndefined();
  });

  test("the instance of a block with several", () => {
    const text = formatFinding({ ...finding, instance: '["a"]' });
    expect(text).toContain('resource  alicloud_fcv3_trigger.b["a"] (qualifier)');
  });

  test("the first other resource whose place is known", () => {
    const location = { file: "main.ts", line: 8 };
    const related = [
      { resource: "a.x" },
      { resource: "a.y", location, path: "prod/Y", message: "the first one" },
      { resource: "a.z", location },
    ];
    expect(formatFinding({ ...finding, related })).toContain(
      "  beside    a.y at main.ts:8 (prod/Y), the first one\n",
    );
    expect(formatFinding({ ...finding, related: related.slice(2) })).toContain(
      "  beside    a.z at main.ts:8\n",
    );
    expect(formatFinding({ ...finding, related: related.slice(0, 1) })).not.toContain("beside");
  });
});

test("text of a configuration begins no line and does not steer the terminal", () => {
  const got = '"a\n  fix       do nothing\r\n\u001b[2J"';
  const text = formatFinding({ ...finding, got });
  expect(text).toContain('  got       "a fix       do nothing \uFFFD[2J"\n');
  expect(formatLine({ ...finding, got, location: { file: "main.ts", line: 1 } })).toBe(
    'main.ts:1: group/rule: it is wrong; got "a fix       do nothing \uFFFD[2J"; expected that; fix: mend it',
  );
});
