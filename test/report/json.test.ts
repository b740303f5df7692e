import { type JsonReport, formatJson } from "../../lib/report/json";
import { expected, shown } from "./support/forms";
import { finding, nothing, rich } from "./support/reports";

test("the rich report, byte for byte", () => {
  expect(shown("json", rich)).toBe(expected("json"));
});

test("the fields of version 1, in their order, absent where the input has none", () => {
  const json = formatJson({ ...nothing, findings: [finding] }, { version: "0.1.0" });
  expect(json).toBe(`{
  "version": 1,
  "tool": {
    "name": "fc-frontdoor",
    "version": "0.1.0"
  },
  "inputs": [],
  "summary": {
    "resources": 1,
    "rules": 1,
    "errors": 1,
    "warnings": 0,
    "notes": 0,
    "undecided": 0,
    "suppressed": 0,
    "baseline": 0
  },
  "findings": [
    {
      "rule": "http-trigger/one-per-qualifier",
      "level": "error",
      "status": "open",
      "resource": "alicloud_fcv3_trigger.b",
      "attribute": "qualifier",
      "message": "a version or alias can have one HTTP trigger",
      "got": "a second one",
      "expected": "one HTTP trigger",
      "fix": "remove one of the two",
      "related": [],
      "help": "docs/rules/http-trigger/one-per-qualifier.md",
      "fingerprint": "11111111111111111111111111111111"
    }
  ],
  "undecided": [],
  "notices": [],
  "failures": []
}
`);
});

test("it holds what the report holds, and reads back", () => {
  const json = JSON.parse(shown("json", rich)) as JsonReport;
  expect(json.findings).toEqual(JSON.parse(JSON.stringify(rich.findings)));
  expect(json.undecided).toEqual(rich.undecided);
  expect(json.notices).toEqual(rich.notices);
  expect(json.inputs).toEqual(rich.inputs);
});

test("what is open is counted by level, what is accepted and what is known apart", () => {
  const { summary } = JSON.parse(shown("json", rich)) as JsonReport;
  expect(summary).toEqual({
    resources: 12,
    rules: 4,
    errors: 1,
    warnings: 1,
    notes: 1,
    undecided: 1,
    suppressed: 2,
    baseline: 2,
  });
});

test("what else an object holds is not in it", () => {
  const more = { ...finding, secret: "s3cret" };
  expect(shown("json", { ...nothing, findings: [more] })).not.toContain("s3cret");
});
