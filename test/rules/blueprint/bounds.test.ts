import type { TerraformJson } from "../../../lib/graph";
import { bounds } from "../../../lib/rules/blueprint/bounds";
import { STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";

function withNote(blueprint: unknown, args: object = {}): TerraformJson {
  const comment = { "fc-frontdoor": { blueprint } };
  return {
    resource: { alicloud_fcv3_function: { f: { "//": comment, ...args } } },
  } as unknown as TerraformJson;
}

const bound = (more: object): object => ({
  prop: "logs",
  attribute: "log_config",
  got: "nothing",
  expected: "a value, asked for by acme 2.1.0",
  fix: "give logs",
  owner: "acme 2.1.0",
  ...more,
});

describe("blueprint/bounds", () => {
  testPage(bounds);

  test("tells each bound that is broken", () => {
    const broken = [bound({}), bound({ prop: "timeoutSeconds", attribute: "timeout" })];
    const { violated } = judged(bounds, withNote({ broken }));
    expect(violated.map((text) => /^ {2}got +(.*)$/m.exec(text)?.[1])).toEqual([
      "logs: nothing",
      "timeoutSeconds: nothing",
    ]);
  });

  test("names the prop where its value is not found", () => {
    const unsure = [bound({ got: "", fix: "" })];
    expect(judged(bounds, withNote({ unsure })).undecided).toEqual([
      "alicloud_fcv3_function.f log_config: needs logs",
    ]);
  });

  test("what is not of its shape is nothing", () => {
    const broken = [{ prop: "logs" }, 3, null];
    expect(judged(bounds, withNote({ broken }))).toEqual({ violated: [], undecided: [] });
  });

  test.each(STRANGE.map((value) => [value]))("does not stumble over %j", (value) => {
    expect(() => judged(bounds, withNote(value))).not.toThrow();
    expect(() =>
      judged(bounds, withNote({ broken: value, unsure: [value], set: value })),
    ).not.toThrow();
  });
});
