import { timeout } from "../../../lib/rules/function/timeout";
import { SATISFIED, STRANGE, got, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

describe("function/timeout", () => {
  testPage(timeout);

  test.each([1, 60, 86400, "30", null])("%p is right", (value) => {
    expect(judgedFunction(timeout, { timeout: value })).toEqual(SATISFIED);
  });

  test.each([
    [0, "0 seconds"],
    [86401, "86401 seconds"],
    [1.5, "1.5 seconds"],
    ["30s", '"30s"'],
  ])("%p is refused", (value, shown) => {
    expect(got(timeout, { timeout: value })).toEqual([shown]);
  });

  test("an expression over known values is followed", () => {
    const more = { locals: { minutes: 2 }, variable: { seconds: { default: 0 } } };
    expect(judgedFunction(timeout, { timeout: "${local.minutes * 60}" }, more)).toEqual(SATISFIED);
    expect(got(timeout, { timeout: "${var.seconds}" }, more)).toEqual([
      "0 seconds (by the default of var.seconds)",
    ]);
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judgedFunction(timeout, { timeout: value });
  });
});
