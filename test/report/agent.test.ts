import { expected, shown } from "./support/forms";
import { finding, nothing, question, rich } from "./support/reports";

test("the rich report, byte for byte", () => {
  expect(shown("agent", rich)).toBe(expected("agent"));
});

test("nothing found is nothing to read", () => {
  expect(shown("agent", nothing)).toBe("");
});

test("file, line and column, rule, what is wrong and what to do", () => {
  const location = { file: "main.ts", line: 12, column: 5 };
  expect(shown("agent", { ...nothing, findings: [{ ...finding, location }] })).toBe(
    "main.ts:12:5: error http-trigger/one-per-qualifier: a version or alias can have one HTTP trigger, remove one of the two\n",
  );
});

test("a line has a column also where none is known", () => {
  const location = { file: "main.ts", line: 12 };
  expect(shown("agent", { ...nothing, findings: [{ ...finding, location }] })).toMatch(
    /^main\.ts:12:1: error /,
  );
});

test("without a line the resource stands in its place", () => {
  const report = { ...nothing, findings: [finding], undecided: [question] };
  expect(shown("agent", report).split("\n").slice(0, 2)).toEqual([
    expect.stringMatching(/^alicloud_fcv3_trigger\.b: error /),
    "alicloud_fcv3_trigger.a: undecided http-trigger/methods: a method must be one of the list, needs var.methods and var.more",
  ]);
  const inputs = [{ file: "plan.json", sha256: "" }];
  expect(shown("agent", { ...report, inputs })).toMatch(
    /^plan\.json: alicloud_fcv3_trigger\.b: error /,
  );
});

test("what one line makes in several stacks is mended once", () => {
  const location = { file: "main.ts", line: 12, column: 5 };
  const findings = ["dev", "prod"].map((stack) => ({ ...finding, location, stack }));
  expect(shown("agent", { ...nothing, findings }).split("\n")).toHaveLength(2);
});
