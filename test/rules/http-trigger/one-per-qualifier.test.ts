import { onePerQualifier } from "../../../lib/rules/http-trigger/one-per-qualifier";
import { judged, testPage } from "../../support/rule";

const http = (functionName: string, qualifier: string, more: object = {}) => ({
  function_name: functionName,
  qualifier,
  trigger_type: "http",
  trigger_config: '{"methods":["GET"]}',
  ...more,
});

describe("http-trigger/one-per-qualifier", () => {
  testPage(onePerQualifier);

  test("an alias and the version that it points to are two qualifiers", () => {
    const json = {
      resource: { alicloud_fcv3_trigger: { a: http("orders", "live"), b: http("orders", "1") } },
    };
    expect(judged(onePerQualifier, json)).toEqual({ violated: [], undecided: [] });
  });

  test("a literal name and a reference to the function of that name are one function", () => {
    const json = {
      resource: {
        alicloud_fcv3_function: { f: { function_name: "orders" } },
        alicloud_fcv3_trigger: {
          a: http("orders", "LATEST"),
          b: http("${alicloud_fcv3_function.f.function_name}", "LATEST"),
        },
      },
    };
    expect(judged(onePerQualifier, json).violated).toHaveLength(1);
  });

  test("a version's id that the service will give may be the number that is written", () => {
    const json = {
      resource: {
        alicloud_fcv3_function_version: { v: { function_name: "orders" } },
        alicloud_fcv3_trigger: {
          a: http("orders", "${alicloud_fcv3_function_version.v.version_id}"),
          b: http("orders", "1"),
          c: http("orders", "LATEST"),
          d: http("orders", "live"),
        },
      },
    };
    expect(judged(onePerQualifier, json)).toEqual({
      violated: [],
      undecided: [
        "alicloud_fcv3_trigger.b qualifier: needs alicloud_fcv3_function_version.v.version_id",
      ],
    });
  });

  test("a name in another stack is another function, a reference to another stack is the same one", () => {
    const output = { value: "${alicloud_fcv3_function.f.function_name}" };
    const remote = "cross-stack-reference-input-a";
    const app = {
      a: {
        resource: {
          alicloud_fcv3_function: { f: { function_name: "orders" } },
          alicloud_fcv3_trigger: { t: http("orders", "LATEST") },
        },
        output: { name: output },
      },
      b: {
        data: { terraform_remote_state: { [remote]: { backend: "local" } } },
        resource: {
          alicloud_fcv3_trigger: {
            plain: http("orders", "LATEST"),
            referring: http(`\${data.terraform_remote_state.${remote}.outputs.name}`, "LATEST"),
          },
        },
      },
    };
    const { violated, undecided } = judged(onePerQualifier, app);
    expect(undecided).toEqual([]);
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_fcv3_trigger.referring (qualifier)");
  });

  test("a trigger whose type is not known may be an HTTP trigger", () => {
    const json = {
      variable: { type: {} },
      resource: {
        alicloud_fcv3_trigger: {
          a: http("orders", "LATEST"),
          b: http("orders", "LATEST", { trigger_type: "${var.type}" }),
          c: http("orders", "LATEST", { trigger_type: "timer" }),
          d: http("orders", "LATEST", { trigger_type: "cdn_${var.type}" }),
        },
      },
    };
    expect(judged(onePerQualifier, json)).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_trigger.b qualifier: needs var.type"],
    });
  });

  test("a block that may make no trigger may repeat one, and hides no other repeat", () => {
    const json = {
      variable: { canary: {} },
      resource: {
        alicloud_fcv3_trigger: {
          a: http("orders", "LATEST", { count: "${var.canary ? 1 : 0}" }),
          b: http("orders", "LATEST"),
          c: http("orders", "LATEST"),
        },
      },
    };
    const { violated, undecided } = judged(onePerQualifier, json);
    expect(undecided).toEqual(["alicloud_fcv3_trigger.b qualifier: needs var.canary"]);
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_fcv3_trigger.c (qualifier)");
  });

  test("an unknown number of triggers on one qualifier may be more than one", () => {
    const each = { for_each: "${var.tenants}", trigger_name: "${each.key}" };
    const json = {
      variable: { tenants: {} },
      resource: {
        alicloud_fcv3_trigger: {
          a: http("orders", "LATEST", each),
          b: http("invoices", "${each.key}", each),
          c: http("${each.key}", "LATEST", each),
          d: http("refunds", "LATEST", { ...each, trigger_name: "http" }),
        },
      },
    };
    const { violated, undecided } = judged(onePerQualifier, json);
    expect(violated).toEqual([]);
    expect(undecided).toContain("alicloud_fcv3_trigger.a qualifier: needs var.tenants");
    expect(undecided.filter((text) => /needs var.tenants$/.test(text))).toHaveLength(1);
  });

  test.each([
    ['format("%s", V)', "undecided"],
    ["try(V, null)", "undecided"],
    ["one(alicloud_fcv3_function_version.v[*].version_id)", "undecided"],
    ["tostring(V)", "violated"],
    ["trimspace(W)", "nothing"],
    ["alicloud_fcv3_function_version.w.version_id", "nothing"],
  ])("what is made of a version's id may be that id: %s", (expression, answer) => {
    const V = "alicloud_fcv3_function_version.v.version_id";
    const made = expression.replace("V", V).replace("W", V.replace(".v.", ".w."));
    const { violated, undecided } = judged(onePerQualifier, {
      resource: {
        alicloud_fcv3_function_version: {
          v: { function_name: "orders" },
          w: { function_name: "orders" },
        },
        alicloud_fcv3_trigger: {
          a: http("orders", `\${${V}}`),
          b: http("orders", `\${${made}}`),
        },
      },
    });
    expect([violated.length, undecided.length]).toEqual([
      answer === "violated" ? 1 : 0,
      answer === "undecided" ? 1 : 0,
    ]);
  });
});
