import { replaceOrder } from "../../../lib/rules/http-trigger/replace-order";
import { judged, testPage } from "../../support/rule";

const judge = (more: object) =>
  judged(replaceOrder, {
    variable: { name: {} },
    resource: {
      random_id: { r: { byte_length: 4 } },
      alicloud_fcv3_trigger: {
        t: {
          trigger_type: "http",
          trigger_name: "http",
          lifecycle: { create_before_destroy: true },
          ...more,
        },
      },
    },
  } as never);
const right = { violated: [], undecided: [] };

describe("http-trigger/replace-order", () => {
  testPage(replaceOrder);

  test("it holds for every type, and for lifecycle written as a list", () => {
    expect(judge({ trigger_type: "timer" }).violated).toHaveLength(1);
    expect(judge({ lifecycle: [{ create_before_destroy: true }] }).violated).toHaveLength(1);
  });

  test("a variable gives both triggers the same name", () => {
    expect(judge({ trigger_name: "http-${var.name}" }).violated).toHaveLength(1);
  });

  test("a name that another resource gives may be a new one", () => {
    expect(judge({ trigger_name: "${var.name}-${random_id.r.hex}" }).undecided).toEqual([
      "alicloud_fcv3_trigger.t lifecycle.create_before_destroy: needs var.name, random_id.r.hex",
    ]);
  });

  test.each([
    { lifecycle: { create_before_destroy: false } },
    { lifecycle: { prevent_destroy: true } },
    { lifecycle: [] },
    { lifecycle: "x" },
    { trigger_name: null },
  ])("%j is right, or for another rule to say", (more) => {
    expect(judge(more)).toEqual(right);
  });

  test("the text is taken for the boolean, as Terraform does", () => {
    const json = {
      resource: {
        alicloud_fcv3_trigger: {
          t: { trigger_name: "http", lifecycle: { create_before_destroy: "true" } },
        },
      },
    };
    expect(judged(replaceOrder, json).violated).toHaveLength(1);
  });
});
