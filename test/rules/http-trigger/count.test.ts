import { count } from "../../../lib/rules/http-trigger/count";
import { judged, testPage } from "../../support/rule";

const block = (more: object = {}) => ({
  function_name: "orders",
  trigger_type: "timer",
  trigger_name: "t-${count.index}",
  ...more,
});
const judge = (triggers: object, more: object = {}) =>
  judged(count, {
    variable: { n: {}, on: {}, fifty: { default: 50 } },
    resource: { ...more, alicloud_fcv3_trigger: triggers },
  } as never);
const right = { violated: [], undecided: [] };

describe("http-trigger/count", () => {
  testPage(count);

  test("the function is named where it is declared, over all blocks and types", () => {
    const { violated } = judge(
      {
        a: block({ count: "${var.fifty}" }),
        b: block({
          function_name: "${alicloud_fcv3_function.f.function_name}",
          trigger_type: "http",
        }),
      },
      { alicloud_fcv3_function: { f: { function_name: "orders" } } },
    );
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_fcv3_function.f (function_name)");
    expect(violated[0]).toContain('51 triggers on "orders"');
  });

  test("50 are right, and as many on each of two functions", () => {
    expect(
      judge({ a: block({ count: 50 }), b: block({ count: 50, function_name: "reports" }) }),
    ).toEqual(right);
  });

  test("a block that is there or not makes one trigger at most", () => {
    expect(judge({ a: block({ count: "${var.on ? 1 : 0}", trigger_name: "http" }) })).toEqual(
      right,
    );
  });

  test("a block of unknown number whose names vary is undecided", () => {
    expect(judge({ a: block({ count: "${var.n}" }) }).undecided).toEqual([
      "alicloud_fcv3_trigger.a function_name: needs var.n",
    ]);
  });

  test("the 51st of a block that may make none is a question", () => {
    const all = Object.fromEntries(
      Array.from({ length: 51 }, (_, index) => [
        `t${index}`,
        {
          function_name: "orders",
          trigger_name: `t${index}`,
          ...(index === 50 ? { count: "${var.on ? 1 : 0}" } : {}),
        },
      ]),
    );
    const json = { variable: { on: {} }, resource: { alicloud_fcv3_trigger: all } };
    const { violated, undecided } = judged(count, json);
    expect(violated).toEqual([]);
    expect(undecided).toHaveLength(1);
    expect(undecided[0]).toContain("function_name: needs var.on");
  });

  test("another quota can be written into the policy", () => {
    const json = { resource: { alicloud_fcv3_trigger: { a: block({ count: 51 }) } } };
    expect(judged(count, json, undefined, { most: 51 })).toEqual(right);
    const { violated } = judged(count, json, undefined, { most: 20 });
    expect(violated[0]).toContain("  expected  at most 20\n");
  });
});
