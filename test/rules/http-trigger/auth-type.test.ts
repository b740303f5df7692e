import { authType } from "../../../lib/rules/http-trigger/auth-type";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, linesOf, one, withConfig } from "../../support/trigger";

describe("http-trigger/auth-type", () => {
  testPage(authType);

  test.each(["anonymous", "function", "jwt", "basic", "bearer"])("%s is a type", (type) =>
    expect(judged(authType, one(http({ authType: type })))).toEqual(SATISFIED),
  );

  test.each([
    ["Anonymous", '"Anonymous"', 'write "anonymous"'],
    ["none", '"none"', "write one of these"],
    ["", '""', "write one of these"],
    [null, "nothing", 'give an authType, such as "function"'],
    [1, "the number 1", 'give an authType, such as "function"'],
    [["jwt"], "a list", 'give an authType, such as "function"'],
  ])("%j is none", (type, got, fix) => {
    const { violated } = judged(authType, one(http({ authType: type })));
    expect(linesOf(violated, "got")).toEqual([got]);
    expect(linesOf(violated, "fix")).toEqual([fix]);
  });

  test("a local and a default are followed", () => {
    const json = one(withConfig("${jsonencode({authType = local.auth})}"), {
      locals: { auth: "${var.auth}" },
      variable: { auth: { default: "open" } },
    });
    expect(linesOf(judged(authType, json).violated, "got")).toEqual([
      '"open" (by the default of var.auth)',
    ]);
  });

  test("a sensitive type is not shown", () => {
    const variable = { auth: { default: "hidden", sensitive: true } };
    const { violated } = judged(authType, one(http({ authType: "${var.auth}" }), { variable }));
    expect(violated.join()).not.toContain("hidden");
    expect(violated).toHaveLength(1);
  });

  test("what config says already is not said again", () => {
    expect(judged(authType, one(withConfig("{")))).toEqual(SATISFIED);
    expect(judged(authType, one(withConfig('{"AuthTipe":"jwt"}')))).toEqual(SATISFIED);
  });
});
