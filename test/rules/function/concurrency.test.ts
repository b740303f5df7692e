import { concurrency } from "../../../lib/rules/function/concurrency";
import { SATISFIED, STRANGE, got, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

const judge = (runtime: string | null, calls: unknown, variable = {}) =>
  judgedFunction(concurrency, { runtime, instance_concurrency: calls as number }, { variable });

describe("function/concurrency", () => {
  testPage(concurrency);

  test.each([
    ["nodejs20", 1],
    ["nodejs20", null],
    ["custom", 2],
    ["custom.debian10", 200],
    ["custom-container", "100"],
  ])("on %p %p is right", (runtime, calls) => {
    expect(judge(runtime, calls)).toEqual(SATISFIED);
  });

  test.each([
    ["custom.debian12", 0, "0 calls at a time"],
    ["custom-container", 201, "201 calls at a time"],
    ["nodejs20", 0, "0 calls at a time"],
    ["nodejs20", 201, "201 calls at a time"],
    ["python3.10", 2, "2 calls at a time on a built-in runtime"],
  ])("on %p %p is refused once", (runtime, instance_concurrency, shown) => {
    expect(got(concurrency, { runtime, instance_concurrency })).toEqual([shown]);
  });

  test("what is known of the runtime's name is enough", () => {
    const variable = { v: { type: "string" }, calls: { type: "number" } };
    expect(judge("custom.debian${var.v}", 10, variable)).toEqual(SATISFIED);
    expect(judge("nodejs${var.v}", 10, variable).violated).toHaveLength(1);
    expect(judge("custom${var.v}", 10, variable).undecided).toEqual([
      "alicloud_fcv3_function.f instance_concurrency: needs var.v",
    ]);
    expect(judge("${var.v}", 1, variable)).toEqual(SATISFIED);
    expect(judge("nodejs20", "${var.calls}", variable).undecided).toEqual([
      "alicloud_fcv3_function.f instance_concurrency: needs var.calls",
    ]);
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judge(null, value);
    judgedFunction(concurrency, { runtime: value, instance_concurrency: 5 });
  });
});
