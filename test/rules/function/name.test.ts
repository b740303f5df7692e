import { name } from "../../../lib/rules/function/name";
import { SATISFIED, STRANGE, got, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

const judge = (value: unknown, variable = {}) =>
  judgedFunction(name, { function_name: value as string }, { variable });

describe("function/name", () => {
  testPage(name);

  test.each(["o", "_orders", "Orders-v1_2", "a".repeat(64)])("%p is right", (value) => {
    expect(judge(value)).toEqual(SATISFIED);
  });

  test("left out it is the provider's to choose", () => {
    expect(judge(null)).toEqual(SATISFIED);
  });

  test.each([
    ["1st", '"1st"'],
    ["-orders", '"-orders"'],
    ["or ders", '"or ders"'],
    ["shop$orders", '"shop$orders"'],
    ["bestellungen-größe", '"bestellungen-größe"'],
    ["", '""'],
    ["a".repeat(129), "129 characters"],
  ])("%p is refused", (value, shown) => {
    expect(got(name, { function_name: value })).toEqual([shown]);
    expect(judge(value).violated[0]).toMatch(/^error {2}/);
  });

  test.each([65, 128])("%p characters are a warning", (length) => {
    expect(judge("a".repeat(length))).toEqual({
      violated: [
        `warning  function/name: some of the service's own documents allow a function name no more characters
  resource  alicloud_fcv3_function.f (function_name)
  got       ${length} characters
  expected  at most 64 characters, which every tool takes
  fix       shorten it
  see       docs/rules/function/name.md`,
      ],
      undecided: [],
    });
  });

  test("a template is judged by what is known of it", () => {
    const variable = { stage: { type: "string" } };
    expect(judge("1-${var.stage}", variable).violated).toHaveLength(1);
    expect(judge("orders.${var.stage}", variable).violated[0]).toContain('got       "orders.${…}"');
    expect(judge(`${"a".repeat(129)}\${var.stage}`, variable).violated[0]).toContain("129 char");
    expect(judge("${var.stage}-orders", variable)).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_function.f function_name: needs var.stage"],
    });
  });

  test("a variable's default is followed, and named", () => {
    const variable = { name: { default: "1st" } };
    expect(got(name, { function_name: "${var.name}" }, { variable })).toEqual([
      '"1st" (by the default of var.name)',
    ]);
  });

  test("a sensitive name is not shown", () => {
    const variable = { name: { default: "1st-secret", sensitive: true } };
    const { violated } = judge("${var.name}", variable);
    expect(violated).toHaveLength(1);
    expect(violated[0]).not.toContain("secret");
  });

  test.each(STRANGE)("%j does not stop it", (value) => void judge(value));
});
