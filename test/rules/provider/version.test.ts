import type { Json, JsonObject, TerraformJson } from "../../../lib/graph";
import { version } from "../../../lib/rules/provider/version";
import { SATISFIED, STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";

const terraform = (constraint?: JsonObject[string]): TerraformJson["terraform"] => ({
  required_providers: {
    alicloud: {
      source: "aliyun/alicloud",
      ...(constraint !== undefined && { version: constraint }),
    },
  },
});
const FUNCTION = { alicloud_fcv3_function: { f: { function_name: "orders" } } };
const judge = (resource: JsonObject, constraint?: JsonObject[string], more: TerraformJson = {}) =>
  judged(version, { terraform: terraform(constraint), resource, ...more });
const api = (block: string, args: JsonObject) => ({
  alicloud_api_gateway_api: { a: { [block]: args } },
});

describe("provider/version", () => {
  testPage(version);

  describe.each<[string, JsonObject, string, TerraformJson?]>([
    ["a function", FUNCTION, "1.228.0"],
    [
      "a trigger's URL",
      {
        alicloud_fcv3_trigger: { t: {} },
        alicloud_alidns_record: {
          r: { value: "${alicloud_fcv3_trigger.t.http_trigger[0].url_internet}" },
        },
      },
      "1.234.0",
    ],
    [
      "a trigger's URL in an output",
      { alicloud_fcv3_trigger: { t: { for_each: ["a"] } } },
      "1.234.0",
      {
        output: { url: { value: '${alicloud_fcv3_trigger.t["a"].http_trigger[0].url_internet}' } },
      },
    ],
    [
      "a group's intranet",
      { alicloud_api_gateway_group: { g: { vpc_intranet_enable: true } } },
      "1.247.0",
    ],
    ["an API's function version", api("fc_service_config", { function_version: "3.0" }), "1.249.0"],
    [
      "a version's id",
      {
        alicloud_fcv3_function_version: { v: {} },
        alicloud_fcv3_alias: {
          a: { version_id: "${alicloud_fcv3_function_version.v.version_id}" },
        },
      },
      "1.255.0",
    ],
    [
      "a domain's CORS",
      { alicloud_fcv3_custom_domain: { d: { cors_config: [{ max_age: 1 }] } } },
      "1.270.0",
    ],
    ["a group's plugin", { alicloud_api_gateway_group_plugin_attachment: { p: {} } }, "1.278.0"],
    ["a stage", { alicloud_api_gateway_stage_model: { s: {} } }, "1.280.0"],
    ["a backend model", { alicloud_api_gateway_backend_model: { m: {} } }, "1.280.0"],
    [
      "an API on a stage of one's own",
      { alicloud_api_gateway_api: { a: { stage_names: ["RELEASE", "CANARY"] } } },
      "1.280.0",
    ],
    ["a content type", api("http_service_config", { content_type_category: "DEFAULT" }), "1.281.0"],
  ])("%s", (_, resource, since, more) => {
    const [major, minor] = since.split(".").map(Number);

    test.each([
      `>= ${since}`,
      `= ${major}.${minor}.5`,
      `~> ${major}.${minor}`,
      `>= 1.0, >= ${since}`,
      ">= 2",
    ])("%p has it", (constraint) => expect(judge(resource, constraint, more)).toEqual(SATISFIED));

    test.each([
      `>= ${major}.${minor - 1}.0`,
      `~> ${major}.${minor - 1}`,
      "< 2",
      `!= ${since}`,
      undefined,
    ])("%p lacks it", (constraint) => {
      const { violated } = judge(resource, constraint, more);
      expect(violated).toHaveLength(1);
      expect(violated[0]).toMatch(
        /^ {2}resource {2}(alicloud_|output\.)\S+ \(required_providers\.alicloud\.version\)$/m,
      );
      expect(violated[0]).toContain(`expected  ${since} or newer, for `);
    });
  });

  test("what needs no release needs no constraint", () => {
    const resource = {
      alicloud_api_gateway_group: { g: { name: "orders", vpc_intranet_enable: null } },
      alicloud_api_gateway_api: { a: { stage_names: ["RELEASE", "PRE", "TEST"] } },
    };
    expect(judged(version, { resource })).toEqual(SATISFIED);
  });

  test("a stage that is not known may be a custom one", () => {
    const staged = (stage_names: Json, constraint: string) =>
      judge({ alicloud_api_gateway_api: { a: { stage_names } } }, constraint);
    for (const names of ["${var.stages}", ["RELEASE", "${var.stages}"]]) {
      expect(staged(names, ">= 1.279.0")).toEqual({
        violated: [],
        undecided: [
          "alicloud_api_gateway_api.a required_providers.alicloud.version: needs var.stages",
        ],
      });
      expect(staged(names, ">= 1.280.0")).toEqual(SATISFIED);
      expect(staged(names, "latest").violated[0]).toContain('fix       write ">= 1.280.0"');
    }
    expect(staged(["${var.stages}", "CANARY"], ">= 1.279.0").undecided).toEqual([]);
  });

  test("the newest need is named", () => {
    const { violated } = judge(
      { ...FUNCTION, alicloud_api_gateway_stage_model: { canary: {} } },
      ">= 1.200.0",
    );
    expect(violated).toEqual([
      `warning  provider/version: the required provider version admits releases that lack what is used here
  resource  alicloud_api_gateway_stage_model.canary (required_providers.alicloud.version)
  got       ">= 1.200.0", which admits releases before 1.280.0
  expected  1.280.0 or newer, for custom stages and backend models
  fix       write ">= 1.280.0", or a newer release
  see       docs/rules/provider/version.md`,
    ]);
  });

  test.each<[string, TerraformJson]>([
    [
      "a list",
      { terraform: [{ required_version: ">= 1.5" }, terraform(">= 1.289.0") as JsonObject] },
    ],
    [
      "lists all the way",
      { terraform: [{ required_providers: [{ alicloud: { version: ">= 1.289.0" } }] }] },
    ],
    ["the short form", { terraform: { required_providers: { alicloud: ">= 1.289.0" } } }],
    ["the old place", { provider: { alicloud: [{ version: ">= 1.289.0" }] } }],
    [
      "two places together",
      { terraform: terraform("> 1.0"), provider: { alicloud: { version: ">= 1.289.0" } } },
    ],
  ])("a constraint in %s is read", (_, more) => {
    expect(judged(version, { resource: FUNCTION, ...more })).toEqual(SATISFIED);
  });

  test("another local name is looked up", () => {
    const resource = { alicloud_fcv3_function: { f: { provider: "ali.hk" } } };
    const required_providers = { ali: { version: ">= 1.289.0" }, alicloud: { version: "1.0.0" } };
    expect(judged(version, { terraform: { required_providers }, resource })).toEqual(SATISFIED);
  });

  test("stacks are judged one by one", () => {
    const { violated } = judged(version, {
      old: { terraform: terraform("~> 1.200"), resource: FUNCTION },
      new: { terraform: terraform("1.289.0"), resource: FUNCTION },
    });
    expect(violated).toHaveLength(1);
  });

  test.each([
    ["latest", '"latest"'],
    [">= ${var.version}", '">= ${var.version}"'],
    [1.2, "1.2"],
    [["1.289.0"], '["1.289.0"]'],
  ])("%p is no constraint", (constraint, shown) => {
    const { violated } = judge(FUNCTION, constraint);
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("Terraform does not read this version constraint");
    expect(violated[0]).toContain(`got       ${shown}\n`);
  });

  test("a constraint that admits nothing is Terraform's to refuse", () => {
    expect(judge(FUNCTION, "> 2, < 1")).toEqual(SATISFIED);
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judge(FUNCTION, value);
    for (const name of ["terraform", "provider", "output"]) {
      judged(version, { resource: FUNCTION, [name]: value as JsonObject });
    }
    judged(version, { resource: FUNCTION, terraform: { required_providers: value } });
    judge({ alicloud_api_gateway_api: { a: { stage_names: value, fc_service_config: value } } });
  });
});
