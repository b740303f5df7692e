import { name } from "../../../lib/rules/http-trigger/name";
import { judged, testPage } from "../../support/rule";

const trigger = (triggerName: unknown, more: object = {}) => ({
  function_name: "orders",
  qualifier: "LATEST",
  trigger_type: "http",
  trigger_name: triggerName,
  ...more,
});
const judge = (triggers: object) =>
  judged(name, {
    variable: { name: {}, fn: {}, bad: { default: "1http" } },
    resource: { alicloud_fcv3_trigger: triggers },
  } as never);
const right = { violated: [], undecided: [] };

describe("http-trigger/name", () => {
  testPage(name);

  test.each(["a", "_", "Http-1_b", "x".repeat(128)])("%s is right", (value) => {
    expect(judge({ t: trigger(value) })).toEqual(right);
  });

  test.each(["", "1http", "-http", "ht tp", "http.orders", "触发器", "x".repeat(129)])(
    "%j is refused",
    (value) => {
      expect(judge({ t: trigger(value) }).violated).toHaveLength(1);
    },
  );

  test("a trigger without a name is refused by the service", () => {
    const { violated } = judge({ t: trigger(null) });
    expect(violated[0]).toBe(
      [
        "error  http-trigger/name: a trigger needs a name",
        "  resource  alicloud_fcv3_trigger.t (trigger_name)",
        "  got       nothing",
        "  expected  a name, which the provider does not ask for and the service does",
        "  fix       give trigger_name",
        "  see       docs/rules/http-trigger/name.md",
      ].join("\n"),
    );
  });

  test("the names of all types count, those of another function do not", () => {
    const { violated } = judge({
      a: trigger("t"),
      b: trigger("t", { trigger_type: "timer", qualifier: "live" }),
      c: trigger("t", { function_name: "reports" }),
    });
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_fcv3_trigger.b (trigger_name)");
  });

  test("two uses of one unknown function name are one function", () => {
    const fn = { function_name: "${var.fn}" };
    expect(judge({ a: trigger("t", fn), b: trigger("t", fn), c: trigger("u", fn) })).toEqual({
      violated: [expect.stringContaining("alicloud_fcv3_trigger.b (trigger_name)")],
      undecided: [],
    });
  });

  test("a function that is not known may be the same one", () => {
    expect(judge({ a: trigger("t"), b: trigger("t", { function_name: "${var.fn}" }) })).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_trigger.b trigger_name: needs var.fn"],
    });
  });

  test("a default is followed, and named", () => {
    expect(judge({ t: trigger("${var.bad}") }).violated[0]).toContain(
      "(by the default of var.bad)",
    );
  });

  test("a name with an unknown part may be the same as another one, if its known part is", () => {
    const { undecided } = judge({
      a: trigger("a-${var.name}"),
      b: trigger("b"),
      c: trigger("a-x"),
    });
    expect(undecided).toEqual([
      "alicloud_fcv3_trigger.a trigger_name: needs var.name",
      "alicloud_fcv3_trigger.c trigger_name: needs var.name",
    ]);
  });

  test("instances of one block have the name twice, unless it varies", () => {
    expect(judge({ t: trigger("t", { count: 2 }) }).violated).toHaveLength(1);
    expect(judge({ t: trigger("t-${count.index}", { count: 2 }) })).toEqual(right);
  });

  test("strange names do no harm", () => {
    expect(judge({ a: trigger(["t"]), b: trigger({ a: 1 }), c: {} }).undecided).toEqual([]);
  });

  test("a name that stands again in a block that may make nothing is a question", () => {
    const trigger = { function_name: "orders", trigger_name: "http" };
    const json = {
      variable: { on: {} },
      resource: {
        alicloud_fcv3_trigger: { a: trigger, b: { ...trigger, count: "${var.on ? 1 : 0}" } },
      },
    };
    expect(judged(name, json)).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_trigger.b trigger_name: needs var.on"],
    });
  });

  test.each([
    "1-${var.name}",
    "${var.name} http",
    "http.${var.name}",
    `${"a".repeat(129)}\${var.name}`,
  ])("%s is wrong whatever the rest is", (text) => {
    const { violated, undecided } = judge({ t: trigger(text) });
    expect(undecided).toEqual([]);
    expect(violated).toHaveLength(1);
  });

  test("what is known of a name is shown, and what is not as a hole", () => {
    const { violated } = judge({ t: trigger("${var.name} http") });
    expect(violated[0]).toContain('got       "${…} http"');
  });

  test.each([
    "${var.name}",
    "${var.name}1",
    "${var.name}${var.name}",
    `${"a".repeat(128)}\${var.name}`,
  ])("%s may be right", (text) => {
    const { violated, undecided } = judge({ t: trigger(text) });
    expect(violated).toEqual([]);
    expect(undecided).toHaveLength(1);
  });
});
