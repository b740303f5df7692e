import { code, fence, prose } from "../../lib/report/markdown-text";
import { expected, shown } from "./support/forms";
import { NASTY, finding, nothing, question, rich } from "./support/reports";

test("the rich report, byte for byte", () => {
  expect(shown("markdown", rich)).toBe(expected("markdown"));
});

test("nothing found is short", () => {
  expect(shown("markdown", nothing)).toBe(`<!-- fc-frontdoor -->

### fc-frontdoor: nothing to mend

0 errors, 0 warnings, 0 notes, 0 undecided in 1 resource by 1 rule.
`);
});

test("what the check fails on is counted in the headline", () => {
  const findings = [finding, { ...finding, level: "warning" as const }];
  const report = { ...nothing, findings, undecided: [question] };
  expect(shown("markdown", report)).toContain("### fc-frontdoor: 1 finding to mend\n");
  expect(shown("markdown", report, { failOn: "note", strictUndecided: true })).toContain(
    "### fc-frontdoor: 3 findings to mend\n",
  );
});

test("it fits into a comment, and says what it leaves out", () => {
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    ...finding,
    resource: `alicloud_fcv3_trigger.t${index}`,
    got: NASTY.repeat(20),
  }));
  const text = shown("markdown", {
    ...nothing,
    findings: many.flatMap((one) => [
      one,
      { ...one, level: "note" },
      { ...one, status: "baseline" },
      { ...one, status: "suppressed", suppression: { by: "code", reason: NASTY } },
    ]),
    undecided: many.map((one) => ({ ...question, resource: one.resource })),
    notices: many.map(() => ({ level: "warning", message: NASTY, source: NASTY })),
  });
  expect(text.length).toBeLessThan(65_536);
  expect(text.match(/… and \d+ more/g)).toHaveLength(7);
  expect(text).toMatch(/^\| error .*\n\n… and \d+ more$/m);
});

describe("prose", () => {
  test("keeps words, and makes no markup, no cell, no link, no mention", () => {
    expect(prose("one HTTP trigger for each, e.g. GET.")).toBe(
      "one HTTP trigger for each, e.g. GET.",
    );
    expect(prose("<b> a|b `c` *d* _e_ [f](g) & \\")).toBe(
      "&#60;b&#62; a&#124;b &#96;c&#96; &#42;d&#42; &#95;e&#95; &#91;f&#93;(g) &#38; &#92;",
    );
    expect(prose("@team #12 https://a www.b.c")).toBe(
      "@&#8203;team #&#8203;12 https:&#8203;//a www&#8203;.b.c",
    );
  });
});

describe("code", () => {
  test("is a code span where that can hold it", () => {
    expect(code("alicloud_fcv3_trigger.a")).toBe("`alicloud_fcv3_trigger.a`");
    expect(code("<b>@team")).toBe("`<b>@team`");
    expect(code(" ")).toBe("");
  });

  test("is an element where it cannot", () => {
    expect(code("a|`b`")).toBe("<code>a&#124;&#96;b&#96;</code>");
    expect(code("</code>\\|")).toBe("<code>&#60;/code&#62;&#92;&#124;</code>");
  });
});

test("no run of backticks ends a fence", () => {
  expect(fence("a\n````\n```")).toBe("`````text\na\n````\n```\n`````");
  expect(fence("a")).toBe("```text\na\n```");
});
