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
});
