import { exclusive } from "../../../lib/rules/http-trigger/exclusive";
import { judged, testPage } from "../../support/rule";

const trigger = (type: string, more: object = {}) => ({
  function_name: "orders",
  qualifier: "LATEST",
  trigger_type: type,
  ...more,
});

const judge = (triggers: object) =>
  judged(exclusive, { resource: { alicloud_fcv3_trigger: triggers } } as never);

describe("http-trigger/exclusive", () => {
  testPage(exclusive);

  test("a timer on another qualifier is on the same function", () => {
    const { violated } = judge({
      http: trigger("http", { qualifier: "live" }),
      nightly: trigger("timer"),
    });
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_fcv3_trigger.nightly (trigger_type)");
  });

  test("each trigger that is not HTTP is named, whatever the order of addresses", () => {
    const { violated } = judge({ a: trigger("timer"), b: trigger("http"), c: trigger("oss") });
    expect(violated.map((text) => /trigger\.(\w)/.exec(text)?.[1])).toEqual(["a", "c"]);
  });

  test("a name and a reference to the function of that name are one function", () => {
    const json = {
      resource: {
        alicloud_fcv3_function: { f: { function_name: "orders" } },
        alicloud_fcv3_trigger: {
          http: trigger("http", { function_name: "${alicloud_fcv3_function.f.function_name}" }),
          nightly: trigger("timer"),
        },
      },
    };
    expect(judged(exclusive, json).violated).toHaveLength(1);
  });

  test("two uses of one unknown name are one function", () => {
    const json = {
      variable: { name: {} },
      resource: {
        alicloud_fcv3_trigger: {
          http: trigger("http", { function_name: "${var.name}" }),
          nightly: trigger("timer", { function_name: "${var.name}" }),
        },
      },
    };
    const { violated, undecided } = judged(exclusive, json);
    expect(violated).toHaveLength(1);
    expect(undecided).toEqual([]);
  });

  test("HTTP triggers alone, other triggers alone and other functions are right", () => {
    const apart = {
      a: trigger("http"),
      b: trigger("http", { qualifier: "live" }),
      c: trigger("timer", { function_name: "reports" }),
      d: trigger("oss", { function_name: "reports" }),
      e: trigger("timer", { provider: "alicloud.hongkong" }),
    };
    expect(judge(apart)).toEqual({ violated: [], undecided: [] });
  });

  test("a default of the type is followed, and named", () => {
    const json = {
      variable: { type: { default: "timer" } },
      resource: {
        alicloud_fcv3_trigger: { a: trigger("http"), b: trigger("${var.type}") },
      },
    };
    expect(judged(exclusive, json).violated[0]).toContain("(by the default of var.type)");
  });

  test("a function that is not known may be the one with the HTTP trigger", () => {
    const json = {
      variable: { name: {}, suffix: {} },
      resource: {
        alicloud_fcv3_trigger: {
          http: trigger("http"),
          timer: trigger("timer", { function_name: "${var.name}" }),
          elsewhere: trigger("timer", { function_name: "reports-${var.suffix}" }),
        },
      },
    };
    expect(judged(exclusive, json)).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_trigger.timer trigger_type: needs var.name"],
    });
  });

  test("an HTTP trigger whose function is not known may be beside each other trigger", () => {
    const json = {
      variable: { name: {} },
      resource: {
        alicloud_fcv3_trigger: {
          http: trigger("http", { function_name: "${var.name}" }),
          nightly: trigger("timer"),
        },
      },
    };
    expect(judged(exclusive, json).undecided).toEqual([
      "alicloud_fcv3_trigger.nightly trigger_type: needs var.name",
    ]);
  });

  test("two types that are not known may be HTTP and another one, one type twice is not", () => {
    const json = {
      variable: { a: {}, b: {} },
      resource: {
        alicloud_fcv3_trigger: {
          a: trigger("${var.a}"),
          again: trigger("${var.a}"),
          b: trigger("${var.b}"),
        },
      },
    };
    expect(judged(exclusive, json)).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_trigger.b trigger_type: needs var.b, var.a"],
    });
  });

  test("a type that does not exist is for trigger-type to say", () => {
    expect(judge({ a: trigger("http"), b: trigger("HTTP"), c: trigger("htp"), d: {} })).toEqual({
      violated: [],
      undecided: [],
    });
  });

  test("a collection of triggers is taken apart", () => {
    const { violated } = judge({
      http: trigger("http"),
      jobs: trigger("timer", { for_each: ["a", "b"] }),
    });
    expect(violated.map((text) => /jobs\[.+?\]/.exec(text)?.[0])).toEqual([
      'jobs["a"]',
      'jobs["b"]',
    ]);
  });

  test("a block that may make no trigger is a question, and an HTTP trigger that is there goes first", () => {
    const json = {
      variable: { on: {} },
      resource: {
        alicloud_fcv3_trigger: {
          a: trigger("http", { qualifier: "live", count: "${var.on ? 1 : 0}" }),
          b: trigger("http"),
          nightly: trigger("timer"),
          perhaps: trigger("oss", { count: "${var.on ? 1 : 0}" }),
        },
      },
    };
    const { violated, undecided } = judged(exclusive, json);
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_fcv3_trigger.nightly (trigger_type)");
    expect(violated[0]).toContain("beside the HTTP trigger alicloud_fcv3_trigger.b");
    expect(undecided).toEqual(["alicloud_fcv3_trigger.perhaps trigger_type: needs var.on"]);
  });
});
