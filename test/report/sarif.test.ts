import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../lib/policy";
import { expected, shown } from "./support/forms";
import { finding, nothing, question, rich } from "./support/reports";
import { sarifErrors } from "./support/sarif";

/* eslint-disable @typescript-eslint/no-explicit-any -- JSON, whose shape the schema holds */
function runOf(report: Report): any {
  return JSON.parse(shown("sarif", report)).runs[0];
}

function resultOf(part: object, report: Partial<Report> = {}): any {
  return runOf({ ...nothing, ...report, findings: [{ ...finding, ...part }] }).results[0];
}

test("the rich report, byte for byte, and valid", () => {
  expect(shown("sarif", rich)).toBe(expected("sarif"));
  expect(sarifErrors(shown("sarif", rich))).toEqual([]);
  expect(sarifErrors(shown("sarif", nothing))).toEqual([]);
});

test("the schema refuses what is no SARIF", () => {
  expect(sarifErrors('{ "version": "2.1.0" }')).not.toEqual([]);
});

test("addresses are those of the repository", () => {
  const at = join(__dirname, "../../package.json");
  const { repository } = JSON.parse(readFileSync(at, "utf8"));
  const { driver } = runOf(rich).tool;
  expect(`${driver.informationUri}.git`).toBe(repository.url);
  expect(driver.rules[0].helpUri).toBe(
    `${driver.informationUri}/docs/rules/http-trigger/one-per-qualifier.md`,
  );
});

test("a result names its rule by id and by place in the list", () => {
  const { results, tool } = runOf(rich);
  for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
});

test("a rule that is not in the list is added to it", () => {
  const { results, tool } = runOf({ ...nothing, findings: [{ ...finding, rule: "acme/own" }] });
  expect(tool.driver.rules[results[0].ruleIndex]).toEqual({
    id: "acme/own",
    helpUri: expect.stringMatching(/^https:/),
  });
});

test("every result has a file where a file was read, since code scanning wants one", () => {
  for (const { locations } of runOf(rich).results) {
    expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^(src|cdktf\.out)\//);
  }
});

test("a file's name is an address in the repository, or one of the machine", () => {
  const uri = (file: string): object =>
    resultOf({ location: { file, line: 1 } }).locations[0].physicalLocation.artifactLocation;
  expect(uri("a b/c#d:é.ts")).toEqual({ uri: "a%20b/c%23d%3A%C3%A9.ts", uriBaseId: "%SRCROOT%" });
  expect(uri("/tmp/main.ts")).toEqual({ uri: "file:///tmp/main.ts" });
});

test("the construct's path is the logical location, then the resource", () => {
  const names = (part: object): string[] =>
    resultOf(part).locations[0].logicalLocations.map((one: any) => one.fullyQualifiedName);
  expect(names({ path: "prod/Http" })).toEqual(["prod/Http", "alicloud_fcv3_trigger.b"]);
  expect(names({ instance: '["a/b"]' })).toEqual(['alicloud_fcv3_trigger.b["a/b"]']);
});

test("fingerprints stay when a line moves, and tell two of one kind apart", () => {
  const at = (line: number): object =>
    resultOf({ location: { file: "a.ts", line } }).partialFingerprints;
  expect(at(1)).toEqual(at(9));
  const { results } = runOf({ ...nothing, findings: [finding, finding] });
  expect(results.map((one: any) => one.partialFingerprints.primaryLocationLineHash)).toEqual([
    `${finding.fingerprint}:1`,
    `${finding.fingerprint}:2`,
  ]);
});

test("a suppression says where it stands, why, who answers and until when", () => {
  const suppression = { by: "policy", reason: "r", owner: "o", expires: "2027-01-01" } as const;
  expect(resultOf({ status: "suppressed", suppression }).suppressions).toEqual([
    {
      kind: "external",
      status: "accepted",
      justification: "r",
      properties: { owner: "o", expires: "2027-01-01" },
    },
  ]);
  expect(resultOf({ suppression: { by: "code", reason: "r" } }).suppressions[0].kind).toBe(
    "inSource",
  );
  expect(resultOf({}).suppressions).toBeUndefined();
});

test("with a baseline every result is new or unchanged", () => {
  const known = { ...finding, status: "baseline" } as const;
  const states = (findings: Report["findings"]): string[] =>
    runOf({ ...nothing, findings }).results.map((one: any) => one.baselineState);
  expect(states([finding, known])).toEqual(["new", "unchanged"]);
  expect(states([finding])).toEqual([undefined]);
});

test("what cannot be decided is open", () => {
  const [result] = runOf({ ...nothing, undecided: [question] }).results;
  expect(result).toMatchObject({ kind: "open", level: "none" });
  expect(result.message.text).toBe(
    "a method must be one of the list; undecided, needs var.methods, var.more",
  );
});

test("what is wrong with the policy is a notification of the configuration", () => {
  const [{ toolConfigurationNotifications }] = runOf(rich).invocations;
  expect(toolConfigurationNotifications[0]).toEqual({
    level: "warning",
    message: {
      text: "the waiver of provider/version (later) ended on 2026-01-01: remove it (frontdoor.yaml:3)",
    },
  });
});

test("a value makes no link", () => {
  expect(resultOf({ got: "[x](https://evil.example)" }).message.text).toContain(
    "[x]\\(https://evil.example)",
  );
});
