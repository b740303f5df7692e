import type { Report } from "../../../lib/policy";
import type { FormatOptions } from "../../../lib/report";
import type { Finding, Rule, UndecidedFinding } from "../../../lib/rules";

/** A finding with nothing special about it. */
export const finding: Finding = {
  rule: "http-trigger/one-per-qualifier",
  level: "error",
  status: "open",
  resource: "alicloud_fcv3_trigger.b",
  attribute: "qualifier",
  message: "a version or alias can have one HTTP trigger",
  got: "a second one",
  expected: "one HTTP trigger",
  fix: "remove one of the two",
  related: [],
  help: "docs/rules/http-trigger/one-per-qualifier.md",
  fingerprint: "11111111111111111111111111111111",
};

/** A question with nothing special about it. */
export const question: UndecidedFinding = {
  rule: "http-trigger/methods",
  level: "error",
  status: "open",
  resource: "alicloud_fcv3_trigger.a",
  attribute: "trigger_config.methods",
  message: "a method must be one of the list",
  needs: ["var.methods", "var.more"],
  related: [],
  help: "docs/rules/http-trigger/methods.md",
  fingerprint: "22222222222222222222222222222222",
};

/** What breaks out of every form that does not take care. */
export const NASTY =
  '"it\'s" <script>]]></details> | a `code` ``` \\| [x](https://evil.example) @team #12 %0A ::error:: \u001b[2J\u0007 \u202e\ud800 \u00e9\u4e2d\ud83d\ude00\nnext\r\nline';

const empty = {
  findings: [],
  undecided: [],
  notices: [],
  failures: [],
  resources: 1,
  rules: 1,
};

/** A report without anything. */
export const nothing: Report = empty;

/** A bit of everything: stacks, instances, places, what is accepted and known, and values that break out. */
export const rich: Report = {
  ...nothing,
  findings: [
    {
      ...finding,
      stack: "prod",
      path: "prod/Orders/Http2",
      location: { file: "src/main.ts", line: 3, column: 5 },
      related: [
        {
          resource: "alicloud_fcv3_trigger.a",
          stack: "prod",
          path: "prod/Orders/Http",
          message: "the first HTTP trigger",
          location: { file: "src/main.ts", line: 2, column: 5 },
        },
        { resource: "alicloud_fcv3_trigger.c", stack: "prod" },
      ],
    },
    {
      ...finding,
      rule: "http-trigger/anonymous-public",
      level: "warning",
      stack: "prod",
      path: "prod/Orders/Http",
      location: { file: "src/main.ts", line: 2 },
      resource: "alicloud_fcv3_trigger.a",
      instance: '["a|b"]',
      attribute: "trigger_config.authType",
      message: "anybody on the internet can call the function",
      got: NASTY,
      help: "docs/rules/http-trigger/anonymous-public.md",
      fingerprint: "33333333333333333333333333333333",
    },
    {
      ...finding,
      rule: "provider/version",
      level: "note",
      stack: "test",
      resource: "terraform",
      attribute: "required_providers.alicloud",
      message: "the provider has no version",
      help: "docs/rules/provider/version.md",
      fingerprint: "44444444444444444444444444444444",
    },
    {
      ...finding,
      status: "suppressed",
      suppression: {
        by: "code",
        reason: "it is a webhook",
        owner: "team-a",
        expires: "2027-03-31",
      },
      stack: "test",
      fingerprint: "55555555555555555555555555555555",
    },
    {
      ...finding,
      status: "suppressed",
      suppression: { by: "policy", reason: NASTY },
      stack: "test",
      resource: "alicloud_fcv3_trigger.d",
      fingerprint: "66666666666666666666666666666666",
    },
    {
      ...finding,
      status: "baseline",
      stack: "test",
      resource: "alicloud_fcv3_trigger.e",
      fingerprint: "77777777777777777777777777777777",
    },
  ],
  undecided: [
    { ...question, stack: "prod", location: { file: "src/main.ts", line: 2, column: 1 } },
    { ...question, status: "baseline", fingerprint: "88888888888888888888888888888888" },
  ],
  notices: [
    {
      level: "warning",
      message: "the waiver of provider/version (later) ended on 2026-01-01: remove it",
      source: "frontdoor.yaml:3",
    },
    {
      level: "warning",
      message: `the acknowledgement of provider/version (${NASTY}) matches no finding: remove it`,
      source: "prod/Orders",
    },
  ],
  resources: 12,
  rules: 4,
  inputs: [
    { file: "cdktf.out/stacks/prod/cdk.tf.json", sha256: "aa".repeat(32) },
    { file: "cdktf.out/stacks/test/cdk.tf.json", sha256: "bb".repeat(32) },
  ],
};

function rule(id: string, level: Rule["level"], title: string, locked?: boolean): Rule {
  return { id, level, title, locked, evaluate: () => [] };
}

/** What the formatters are told beside the report. */
export const options: FormatOptions = {
  version: "0.1.0",
  rules: [
    rule("http-trigger/one-per-qualifier", "error", "one HTTP trigger for each qualifier", true),
    rule("http-trigger/methods", "error", "methods are of the list"),
    rule("http-trigger/anonymous-public", "warning", "nobody calls it without a signature"),
    rule("provider/version", "note", "the provider has a version"),
    rule("provider/region", "note", `a region with ${NASTY}`),
  ],
};
