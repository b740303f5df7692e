import {
  type Json,
  type JsonObject,
  ResourceGraph,
  type TerraformJson,
} from "../../../../lib/graph";
import { ReadError } from "../../../../lib/graph/read/error";
import { readPlan } from "../../../../lib/graph/read/plan";
import { SENSITIVE_ARGUMENTS } from "../../../../lib/graph/read/plan/computed";
import { secretSource } from "../../../../lib/rules/secret";
import { implicitOrder } from "../../../../lib/rules/http-trigger/implicit-order";
import { replaceOrder } from "../../../../lib/rules/http-trigger/replace-order";
import { version } from "../../../../lib/rules/provider/version";
import { planOf, schemaOf } from "../../../support/plan";

const file = "plan.json";
const graphOf = (plan: JsonObject, synth?: ResourceGraph) => readPlan(plan, { file, synth }).graph;
/** The graph of the plan of a configuration. */
const planned = (json: TerraformJson, variables?: Record<string, Json>) =>
  graphOf(planOf(json, variables));
const verdicts = (rule: typeof implicitOrder, graph: ResourceGraph) => [
  ...rule.evaluate(graph, { date: "2026-11-22", settings: {} }),
];

/** A plan by hand: blocks of modules with what is planned of their instances. */
interface Block {
  readonly address: string;
  readonly type: string;
  readonly module?: string;
  readonly expressions?: Json;
  readonly more?: JsonObject;
  /** By the text of the key; "" for a block of one instance. */
  readonly instances?: Readonly<
    Record<string, { values?: Json; unknown?: Json; sensitive?: Json }>
  >;
}

function handMade(
  blocks: readonly Block[],
  root: JsonObject = {},
  more: JsonObject = {},
): JsonObject {
  const configured = (module: string): Json[] =>
    blocks
      .filter((block) => (block.module ?? "") === module)
      .map(({ address, type, expressions = {}, more: rest }) => ({
        address,
        mode: address.startsWith("data.") ? "data" : "managed",
        type,
        name: address.split(".").at(-1) ?? "",
        provider_config_key: "alicloud",
        expressions,
        ...rest,
      }));
  const modules = new Map<string, JsonObject[]>();
  const changes: JsonObject[] = [];
  for (const { address, type, module = "", instances = { "": {} } } of blocks) {
    for (const [key, { values = {}, unknown = {}, sensitive = {} }] of Object.entries(instances)) {
      const whole = `${module && `${module}.`}${address}${key && `[${key}]`}`;
      const common = {
        address: whole,
        mode: address.startsWith("data.") ? "data" : "managed",
        type,
        name: address.split(".").at(-1) ?? "",
        ...(key !== "" && { index: JSON.parse(key) as Json }),
      };
      modules.set(module, [
        ...(modules.get(module) ?? []),
        { ...common, values, sensitive_values: sensitive },
      ]);
      changes.push({
        ...common,
        change: { actions: ["create"], after_unknown: unknown, after_sensitive: sensitive },
      });
    }
  }
  return {
    format_version: "1.2",
    planned_values: {
      root_module: {
        resources: modules.get("") ?? [],
        child_modules: [...modules]
          .filter(([module]) => module !== "")
          .map(([address, resources]) => ({ address, resources })),
      },
    },
    resource_changes: changes,
    configuration: {
      provider_config: { alicloud: { name: "alicloud", expressions: {} } },
      root_module: { resources: configured(""), ...root },
    },
    ...more,
  };
}

const FUNCTION: Block = {
  address: "alicloud_fcv3_function.f",
  type: "alicloud_fcv3_function",
  expressions: { function_name: { constant_value: "orders" } },
  instances: { "": { values: { function_name: "orders" }, unknown: { id: true } } },
};
const trigger = (name: string, expression: Json, values: Json, unknown: Json = {}): Block => ({
  address: `alicloud_fcv3_trigger.${name}`,
  type: "alicloud_fcv3_trigger",
  expressions: { function_name: expression, trigger_type: { constant_value: "http" } },
  instances: { "": { values, unknown } },
});
const OF_FUNCTION = {
  references: ["alicloud_fcv3_function.f.function_name", "alicloud_fcv3_function.f"],
};

describe("a plan that cannot be read", () => {
  const whole = handMade([FUNCTION]);
  test.each<[string, JsonObject, string]>([
    [
      "ended in an error",
      { ...whole, errored: true },
      "plan.json: the plan ended in an error, so it does not tell what will exist; mend what terraform plan says, and make the plan again",
    ],
    [
      "is of another major version",
      { ...whole, format_version: "2.0" },
      'plan.json: the plan\'s format_version is "2.0", and only 1.x is known; make it with terraform show -json of Terraform 1.1 or newer, or with tofu show -json',
    ],
    [
      "names no version",
      { ...whole, format_version: undefined },
      "plan.json: the plan's format_version is missing, and only 1.x is known; make it with terraform show -json of Terraform 1.1 or newer, or with tofu show -json",
    ],
    [
      "has no planned values",
      { ...whole, planned_values: undefined },
      "plan.json: the plan has no planned_values, so it is not whole; write it again with terraform show -json of the plan file",
    ],
    [
      "has no configuration",
      { ...whole, configuration: undefined },
      "plan.json: the plan has no configuration, so it is not whole; write it again with terraform show -json of the plan file",
    ],
    ...[undefined, null, "cut", {}, [], ["cut"]].map<[string, JsonObject, string]>((changes) => [
      `plans resources, and has ${JSON.stringify(changes)} for their changes`,
      { ...whole, resource_changes: changes as Json },
      "plan.json: the plan has no resource_changes, so it is not whole; write it again with terraform show -json of the plan file",
    ]),
  ])("%s", (_, plan, message) => {
    expect(() => readPlan(plan, { file })).toThrow(new Error(message));
    expect(() => readPlan(plan, { file })).toThrow(ReadError);
  });
});

describe("what a plan lacks", () => {
  const json: TerraformJson = {
    resource: {
      alicloud_fcv3_function: {
        f: {
          "//": {
            metadata: { path: "app/Orders/Default" },
            "fc-frontdoor": { icpFiling: "ICP-1", location: { file: "main.ts", line: 3 } },
          },
          function_name: "orders",
        },
      },
    },
  };
  const of = (...stacks: readonly string[]) =>
    new ResourceGraph(stacks.map((stack) => ({ stack, json })));

  test("comes from the synth output", () => {
    const { graph, remarks } = readPlan(planOf(json), { file, synth: of("app") });
    const [{ resource }] = graph.functions;
    expect(remarks).toEqual([]);
    expect(resource.hasMetadata).toBe(true);
    expect(resource.constructPath).toBe("app/Orders");
    expect(resource.metadata).toMatchObject({ icpFiling: "ICP-1" });
  });

  test("is not missed where there is no synth output: HCL has none", () => {
    const { graph, remarks } = readPlan(planOf(json), { file });
    const [{ resource }] = graph.functions;
    expect([resource.hasMetadata, resource.stack]).toEqual([false, ""]);
    expect(remarks).toEqual([]);
  });

  test("is said where that is of something else", () => {
    const synth = new ResourceGraph([{ stack: "other", json: {} }]);
    const { remarks } = readPlan(planOf(json), { file, synth });
    expect(remarks).toEqual([
      "plan.json: the synth output has none of the plan's resources, so protocols, ICP filings and accepted findings that are declared in code are not known",
    ]);
  });

  test("is not taken from one of two stacks that declare the same, which is said", () => {
    const documents = ["dev", "prod"].map((stack) => ({
      stack,
      json,
      file: `cdktf.out/stacks/${stack}/cdk.tf.json`,
    }));
    const synth = new ResourceGraph(documents);
    const { graph, remarks } = readPlan(planOf(json), { file, synth });
    const [{ resource }] = graph.functions;
    expect([resource.hasMetadata, resource.stack]).toEqual([false, ""]);
    expect(remarks).toEqual([
      "plan.json: the plan may be of dev or prod, which have the same addresses, so protocols, ICP filings and accepted findings that are declared in code are not known; give --synth cdktf.out/stacks/dev or cdktf.out/stacks/prod",
    ]);
    const five = readPlan(planOf(json), { file, synth: of("a", "b", "c", "d", "e") });
    expect(five.remarks[0]).toContain("may be of a, b or 3 others, which");
  });

  describe("comes from the stack that says what the plan says, of several with the same addresses", () => {
    const stackOf = (
      { name = "orders", region = "cn-hangzhou", size = 512, days = 7 },
      more: JsonObject = {},
    ): TerraformJson => ({
      provider: { alicloud: [{ region: "cn-beijing", alias: "north" }, { region }] },
      variable: { days: { default: days } },
      resource: {
        alicloud_fcv3_function: {
          f: {
            function_name: `\${var.days}-${name}`,
            description: name,
            environment_variables: { DAYS: "${var.days}", STAGE: "${upper(var.days)}" },
            code: [{ oss_bucket_name: `b-${size}` }],
          },
          ...more,
        },
      },
    });
    const chosen = (plan: TerraformJson, stacks: Record<string, TerraformJson>) => {
      const synth = new ResourceGraph(
        Object.entries(stacks).map(([stack, document]) => ({ stack, json: document })),
      );
      return readPlan(planOf(plan, { days: 9 }), { file, synth }).graph.modules[0].name;
    };
    const prod = stackOf({});

    test.each<[string, TerraformJson]>([
      ["an argument", stackOf({ name: "orders-dev" })],
      ["the region", stackOf({ region: "ap-southeast-1" })],
      ["a block", stackOf({ size: 256 })],
      ["a variable", stackOf({ days: 1 })],
      ["what else there is", stackOf({}, { g: { function_name: "billing" } })],
    ])("by %s", (_, dev) => {
      expect(chosen(prod, { dev, prod })).toBe("prod");
      expect(chosen(prod, { prod, dev })).toBe("prod");
      expect(chosen(dev, { dev, prod })).toBe("dev");
    });

    test("but not where both say something else", () => {
      const dev = stackOf({ name: "orders-dev" });
      expect(chosen(stackOf({ name: "orders-old" }), { dev, prod })).toBe("");
    });
  });

  test("is said where the plan does not cover all", () => {
    const plan = { ...handMade([]), complete: false };
    expect(readPlan(plan, { file }).remarks).toEqual([
      "plan.json: the plan does not cover the whole configuration, and only what it covers is judged",
    ]);
    const deferred_changes = [{ resource_change: { address: "alicloud_fcv3_function.g" } }];
    expect(readPlan({ ...plan, deferred_changes }, { file }).remarks).toEqual([
      "plan.json: the plan leaves changes for a later one, which are not judged: alicloud_fcv3_function.g",
    ]);
  });
});

describe("what will exist", () => {
  test("a resource that is deleted, and a deposed one, do not count; one that is not touched does", () => {
    const plan = handMade([FUNCTION]);
    const [change] = plan.resource_changes as JsonObject[];
    const graph = graphOf({
      ...plan,
      resource_changes: [
        { ...change, change: { actions: ["no-op"], after_unknown: {} } },
        { ...change, address: "alicloud_fcv3_function.gone", change: { actions: ["delete"] } },
        { ...change, deposed: "1f3a", change: { actions: ["delete"], after_unknown: true } },
      ],
    });
    expect(graph.resources.map(({ address }) => address)).toEqual(["alicloud_fcv3_function.f"]);
    expect(graph.functions[0].name.text).toBe("orders");
  });

  test("a plan that destroys everything leaves nothing", () => {
    const plan = { ...handMade([]), planned_values: { root_module: {} } };
    expect(graphOf(plan).resources).toEqual([]);
    expect(readPlan(plan, { file }).remarks).toEqual([]);
  });

  test("a replacement tells its order", () => {
    const plan = handMade([
      {
        address: "alicloud_fcv3_trigger.t",
        type: "alicloud_fcv3_trigger",
        expressions: { trigger_name: { constant_value: "http" } },
        instances: { "": { values: { trigger_name: "http" } } },
      },
    ]);
    const order = (actions: Json) => {
      const [change] = plan.resource_changes as JsonObject[];
      const changed = { ...change, change: { actions } };
      return graphOf({ ...plan, resource_changes: [changed] });
    };
    expect(verdicts(replaceOrder, order(["create", "delete"]))).toHaveLength(1);
    expect(verdicts(replaceOrder, order(["delete", "create"]))).toEqual([]);
    expect(verdicts(replaceOrder, order(["create"]))).toEqual([]);
  });

  test("instances have the address of their block, and their key", () => {
    const graph = planned({
      resource: {
        alicloud_fcv3_function: {
          many: { for_each: '${toset(["a", "b"])}', function_name: "orders-${each.key}" },
          two: { count: 2, function_name: "billing-${count.index}" },
        },
      },
    });
    expect(
      graph.functions.map(({ resource, name }) => [resource.address, resource.instance, name.text]),
    ).toEqual([
      ["alicloud_fcv3_function.many", '["a"]', "orders-a"],
      ["alicloud_fcv3_function.many", '["b"]', "orders-b"],
      ["alicloud_fcv3_function.two", "[0]", "billing-0"],
      ["alicloud_fcv3_function.two", "[1]", "billing-1"],
    ]);
  });

  test("a data source is what it read before", () => {
    const graph = planned({
      data: { alicloud_account: { me: {} } },
      resource: {
        alicloud_alidns_record: {
          r: { value: "${data.alicloud_account.me.id}.cn-hangzhou.fc.aliyuncs.com" },
        },
      },
    });
    const [module] = graph.modules;
    const [account] = module.resources.filter(({ mode }) => mode === "data");
    expect(account.get("id").text).toBe("1234567890123456");
    expect(graph.targetsOf(graph.resources[0])).toEqual([account]);
  });

  test("OpenTofu writes the same with other provider names", () => {
    const text = JSON.stringify(
      planOf({ resource: { alicloud_fcv3_function: { f: { function_name: "orders" } } } }),
    );
    const plan = JSON.parse(text.replaceAll("registry.terraform.io", "registry.opentofu.org"));
    const graph = graphOf({
      ...plan,
      errored: undefined,
      complete: undefined,
      applyable: undefined,
      terraform_version: "1.10.6",
      timestamp: "2026-11-22T11:59:03Z",
    });
    expect(graph.functions[0].name.text).toBe("orders");
    expect(graph.functions[0].resource.provider).toBe("alicloud");
  });
});

describe("what is written", () => {
  test("is what the configuration has, not what the provider adds", () => {
    const graph = graphOf(
      handMade([
        {
          ...FUNCTION,
          instances: {
            "": {
              values: {
                function_name: "orders",
                disk_size: 512,
                description: "",
                oss_mount_config: [{ mount_points: [] }],
              },
              unknown: { timeout: true, vpc_config: true, id: true },
              sensitive: { vpc_config: [] },
            },
          },
        },
      ]),
    );
    const [{ resource }] = graph.functions;
    expect(resource.argumentNames).toEqual(["function_name"]);
    expect(resource.get("timeout").isNull).toBe(true);
    expect(resource.get("description").isNull).toBe(true);
    expect(resource.blocks("oss_mount_config")).toEqual([]);
    expect(resource.blocks("vpc_config")).toEqual([]);
    // What it was before the apply is known.
    expect(resource.get("disk_size").number).toBe(512);
  });

  test("blocks that dynamic makes are there, though no expression tells of them", () => {
    const graph = graphOf(
      handMade([
        {
          address: "alicloud_fcv3_custom_domain.d",
          type: "alicloud_fcv3_custom_domain",
          expressions: { route_config: [{}] },
          instances: {
            "": {
              values: {
                route_config: [{ routes: [{ path: "/*", function_name: "f", qualifier: null }] }],
                cors_config: [{ allow_origins: ["*"] }],
              },
              unknown: { route_config: [{ routes: [{}] }] },
            },
          },
        },
      ]),
    );
    const [domain] = graph.customDomains;
    expect(domain.routes.map(({ functionName }) => functionName.text)).toEqual(["f"]);
    expect(domain.routes[0].qualifier.isNull).toBe(true);
    expect(domain.resource.argumentNames).toEqual(["route_config", "cors_config"]);
  });

  test("blocks that dynamic makes of what is not known are not known", () => {
    const graph = graphOf(
      handMade([
        {
          address: "alicloud_fcv3_custom_domain.d",
          type: "alicloud_fcv3_custom_domain",
          expressions: { route_config: [{}] },
          instances: {
            "": {
              values: { route_config: [{}] },
              unknown: { route_config: [{ routes: true }], cors_config: true, tls_config: true },
              sensitive: { route_config: [{ routes: [] }], cors_config: [], tls_config: [] },
            },
          },
        },
      ]),
    );
    const [{ resource }] = graph.customDomains;
    expect(resource.get("route_config", 0, "routes").isUnknown).toBe(true);
    expect(resource.get("cors_config").needs).toEqual(["a value known after apply"]);
    // The provider fills this one in.
    expect(resource.get("tls_config").isNull).toBe(true);
  });

  test("a block that is unknown as a whole has the references of what is in it", () => {
    const graph = graphOf(
      handMade([
        {
          ...FUNCTION,
          expressions: {
            vpc_config: [{ vpc_id: { references: ["alicloud_vpc.v.id", "alicloud_vpc.v"] } }],
          },
          instances: { "": { unknown: { vpc_config: true } } },
        },
      ]),
    );
    expect(graph.functions[0].resource.get("vpc_config").needs).toEqual(["alicloud_vpc.v.id"]);
  });

  test("the blocks of a set are told by their constants, in whatever order they stand", () => {
    const graph = graphOf(
      handMade([
        {
          address: "alicloud_api_gateway_api.a",
          type: "alicloud_api_gateway_api",
          expressions: {
            constant_parameters: [
              {
                name: { constant_value: "b" },
                value: { references: ["random_id.b.hex", "random_id.b"] },
              },
              {
                name: { constant_value: "a" },
                value: { references: ["random_id.a.hex", "random_id.a"] },
              },
            ],
          },
          instances: {
            "": {
              values: { constant_parameters: [{ name: "a" }, { name: "b" }] },
              unknown: { constant_parameters: [{ value: true }, { value: true }] },
            },
          },
        },
      ]),
    );
    const [api] = graph.ofType("alicloud_api_gateway_api");
    expect(api.get("constant_parameters", 0, "value").needs).toEqual(["random_id.a.hex"]);
    expect(api.get("constant_parameters", 1, "value").needs).toEqual(["random_id.b.hex"]);
  });

  test("a list may be known in part", () => {
    const graph = planned({
      resource: {
        alicloud_vpc: { v: {} },
        alicloud_fcv3_function: { f: { layers: ["a", "${alicloud_vpc.v.id}"] } },
      },
    });
    const layers = graph.functions[0].resource.get("layers");
    expect(layers.items[0].text).toBe("a");
    expect(layers.items[1].needs).toEqual(["alicloud_vpc.v.id"]);
  });
});

describe("names", () => {
  test("one attribute alone is that attribute, as at synth", () => {
    const json: TerraformJson = {
      resource: {
        alicloud_fcv3_function: { f: { function_name: "orders" } },
        alicloud_fcv3_function_version: {
          v: { function_name: "${alicloud_fcv3_function.f.function_name}" },
        },
        alicloud_fcv3_alias: {
          a: { version_id: "${alicloud_fcv3_function_version.v.version_id}" },
          b: { version_id: "${alicloud_fcv3_function_version.v.version_id}" },
        },
      },
    };
    const values = (graph: ResourceGraph) => graph.aliases.all.map(({ versionId }) => versionId);
    const [a, b] = values(planned(json));
    const [synth] = values(new ResourceGraph([{ stack: "", json }]));
    expect(a.same(b)).toBe("yes");
    expect(a.key).toBe(synth.key);
    expect(a.origin).toEqual(synth.origin);
    expect(a.needs).toEqual(["alicloud_fcv3_function_version.v.version_id"]);
  });

  test("what another provider makes is mostly a part of something longer", () => {
    const name = (suffix: string) => ({ function_name: `\${random_id.r.hex}-${suffix}` });
    const graph = planned({
      resource: {
        random_id: { r: { byte_length: 4 } },
        alicloud_fcv3_function: { a: name("a"), b: name("b") },
      },
    });
    const [a, b] = graph.functions;
    expect(a.name.same(b.name)).toBe("unknown");
    expect(a.name.needs).toEqual(["random_id.r.hex"]);
  });

  test("several names are not one of them", () => {
    const graph = planned({
      resource: {
        alicloud_vpc: { v: {}, w: {} },
        alicloud_fcv3_function: {
          a: { role: "${alicloud_vpc.v.id}${alicloud_vpc.w.id}" },
          b: { role: "${alicloud_vpc.v.id}" },
        },
      },
    });
    const [a, b] = graph.functions.map(({ resource }) => resource.get("role"));
    expect(a.needs).toEqual(["alicloud_vpc.v.id", "alicloud_vpc.w.id"]);
    expect(a.same(b)).toBe("unknown");
  });

  test("an index that is the key of both leads to the instance", () => {
    const graph = planned({
      resource: {
        alicloud_api_gateway_group: {
          g: { for_each: '${toset(["a", "b"])}', name: "group_${each.key}" },
        },
        alicloud_api_gateway_api: {
          a: {
            for_each: '${toset(["a", "b"])}',
            group_id: "${alicloud_api_gateway_group.g[each.key].id}",
          },
          chained: {
            for_each: "${alicloud_api_gateway_group.g}",
            group_id: "${each.value.id}",
          },
        },
      },
    });
    const [group, other] = graph.ofType("alicloud_api_gateway_group");
    const apis = graph.ofType("alicloud_api_gateway_api");
    expect(apis[0].get("group_id").origin.declaredBy).toEqual([group.id]);
    expect(apis[1].get("group_id").origin.declaredBy).toEqual([other.id]);
    const chained = apis.filter(({ name }) => name === "chained");
    for (const api of chained) {
      expect(api.get("group_id").needs[0]).toContain("alicloud_api_gateway_group.g");
    }
  });

  test("depends_on counts, in a module that of its call too", () => {
    const graph = graphOf(
      handMade(
        [
          FUNCTION,
          trigger("t", { constant_value: "orders" }, { function_name: "orders" }),
          {
            ...trigger("inner", { constant_value: "orders" }, { function_name: "orders" }),
            module: "module.door",
          },
        ].map((block, index) =>
          index === 1 ? { ...block, more: { depends_on: ["alicloud_fcv3_function.f"] } } : block,
        ),
        {
          module_calls: {
            door: {
              depends_on: ["alicloud_fcv3_function.f"],
              module: { resources: [{ address: "alicloud_fcv3_trigger.inner", expressions: {} }] },
            },
          },
        },
      ),
    );
    const [{ resource: owner }] = graph.functions;
    expect(graph.triggers.all.map(({ resource }) => graph.dependsOn(resource, owner))).toEqual([
      true,
      true,
    ]);
  });

  test("of a local nobody knows what it is made of", () => {
    const plan = handMade([
      FUNCTION,
      trigger("t", { references: ["local.name"] }, { function_name: "orders" }),
    ]);
    const relevant_attributes = [
      { resource: "alicloud_fcv3_function.f", attribute: ["function_name"] },
    ];
    // Nothing refers to the function, so the local is text.
    expect(verdicts(implicitOrder, graphOf(plan))).toMatchObject([{ answer: "violated" }]);
    expect(verdicts(implicitOrder, graphOf({ ...plan, relevant_attributes }))).toMatchObject([
      { answer: "undecided", needs: ["local.name"] },
    ]);
  });

  test("nor of what a local is made of that gives a name to what stays as it is", () => {
    const plan = handMade([
      FUNCTION,
      trigger("t", { references: ["local.name"] }, { function_name: "orders" }),
    ]);
    const resource_changes = (plan.resource_changes as readonly JsonObject[]).map((one) => ({
      ...one,
      change: { ...(one.change as JsonObject), actions: ["no-op"] },
    }));
    expect(verdicts(implicitOrder, graphOf({ ...plan, resource_changes }))).toMatchObject([
      { answer: "undecided", needs: ["local.name"] },
    ]);
  });

  test("a block that dynamic makes is there with nothing in it, and one that the provider fills in is not", () => {
    const empty = { scheduled_actions: [{ name: null, target: null }], tls_config: [{}] };
    const graph = graphOf(
      handMade(
        ["alicloud_fcv3_provision_config", "alicloud_fcv3_custom_domain"].map((type) => ({
          address: `${type}.r`,
          type,
          instances: { "": { values: empty } },
        })),
      ),
    );
    const [config] = graph.ofType("alicloud_fcv3_provision_config");
    expect(config.blocks("scheduled_actions")).toHaveLength(1);
    const [domain] = graph.ofType("alicloud_fcv3_custom_domain");
    expect(domain.blocks("tls_config")).toHaveLength(0);
  });
});

describe("modules", () => {
  const inner = (expression: Json): Block => ({
    ...trigger("t", expression, { function_name: "orders" }, { qualifier: true }),
    module: 'module.door["a"]',
  });
  const call = (expressions: Json, module: JsonObject): JsonObject => ({
    module_calls: {
      door: { for_each_expression: { references: ["var.doors"] }, expressions, module },
    },
  });

  test.each<[string, Json, Json]>([
    ["an attribute", { references: ["var.name"] }, { name: OF_FUNCTION }],
    [
      "a whole resource",
      { references: ["var.f.function_name", "var.f"] },
      { f: { references: ["alicloud_fcv3_function.f"] } },
    ],
  ])("%s that is handed in is the one outside", (_, inside, outside) => {
    const block = inner(inside);
    const graph = graphOf(
      handMade(
        [FUNCTION, block],
        call(outside, { resources: [{ address: block.address, expressions: block.expressions }] }),
      ),
    );
    const [found] = graph.triggers;
    expect(found.address).toBe('module.door["a"].alicloud_fcv3_trigger.t');
    expect(found.functionName.origin.declaredBy).toEqual([graph.functions[0].resource.id]);
    expect(graph.dependsOn(found.resource, graph.functions[0].resource)).toBe(true);
  });

  test("an output is what it is inside", () => {
    const block = inner(OF_FUNCTION);
    const url = "alicloud_fcv3_trigger.t.http_trigger[0].url_internet";
    const graph = graphOf(
      handMade(
        [
          block,
          {
            address: "alicloud_alidns_record.r",
            type: "alicloud_alidns_record",
            expressions: {
              value: { references: ['module.door["a"].url', 'module.door["a"]', "module.door"] },
            },
            instances: { "": { unknown: { value: true } } },
          },
        ],
        call(
          {},
          {
            resources: [{ address: block.address, expressions: block.expressions }],
            outputs: { url: { expression: { references: [url] } } },
          },
        ),
      ),
    );
    const [record] = graph.ofType("alicloud_alidns_record");
    expect(record.get("value").needs).toEqual([`module.door["a"].${url}`]);
    expect(graph.targetsOf(record).map(({ address }) => address)).toEqual([
      'module.door["a"].alicloud_fcv3_trigger.t',
    ]);
  });

  test("modules that hand on everything twice are followed once", () => {
    let module: JsonObject = {
      resources: [
        {
          address: "alicloud_fcv3_trigger.t",
          expressions: { function_name: { references: ["var.a", "var.b"] } },
        },
      ],
    };
    const depth = 40;
    for (let level = 0; level < depth; level++) {
      const both = { references: ["var.a", "var.b"] };
      module = {
        module_calls: { m: { expressions: { a: both, b: both }, module } },
        variables: { a: {}, b: {} },
      };
    }
    const path = Array.from({ length: depth }, () => "module.m").join(".");
    const block = { ...trigger("t", {}, { function_name: "orders" }), module: path };
    const graph = graphOf(handMade([block], module));
    expect(graph.triggers.all[0].resource.references.map(({ text }) => text)).toEqual([
      "var.a",
      "var.b",
    ]);
  });

  test("a default of a variable inside is named with its module", () => {
    const block = inner({ references: ["var.name"] });
    const graph = graphOf(
      handMade(
        [block],
        call(
          {},
          {
            resources: [{ address: block.address, expressions: block.expressions }],
            variables: { name: { default: "orders" } },
          },
        ),
      ),
    );
    expect(graph.triggers.all[0].functionName.origin.defaults).toEqual([
      'module.door["a"].var.name',
    ]);
  });

  test("names that lead to themselves, and modules that are not there, end somewhere", () => {
    const block = inner({ references: ["var.name", "module.none.x", "module.none"] });
    const graph = graphOf(
      handMade(
        [block],
        call(
          { name: { references: ['module.door["a"].out', "module.door"] } },
          {
            resources: [{ address: block.address, expressions: block.expressions }],
            outputs: { out: { expression: { references: ["var.name"] } } },
          },
        ),
      ),
    );
    expect(graph.triggers.all[0].resource.references.length).toBeGreaterThan(0);
  });
});

describe("the provider's configuration", () => {
  test("is that which the resource names, with its region and version", () => {
    const json: TerraformJson = {
      terraform: { required_providers: { alicloud: { version: ">= 1.200.0" } } },
      provider: {
        alicloud: [{ region: "${var.region}" }, { alias: "hongkong", region: "cn-hongkong" }],
      },
      variable: { region: { default: "eu-central-1" } },
      resource: {
        alicloud_fcv3_function: {
          a: { function_name: "a" },
          b: { function_name: "b", provider: "alicloud.hongkong" },
        },
      },
    };
    const graph = planned(json);
    expect(graph.functions.map(({ resource }) => graph.regionOf(resource).text)).toEqual([
      "eu-central-1",
      "cn-hongkong",
    ]);
    expect(verdicts(version, graph)).toMatchObject([
      { answer: "violated", detail: { got: '">= 1.200.0", which admits releases before 1.228.0' } },
    ]);
  });

  test("without a version it says nothing", () => {
    expect(verdicts(version, graphOf(handMade([FUNCTION])))).toEqual([]);
  });
});

describe("secrets", () => {
  const configOf = (token: string) =>
    `\${jsonencode({authType = "bearer", authConfig = {tokens = [${token}]}, methods = ["get"]})}`;
  const SECRET = "kq3vYh7Wm2Zr9tLx";
  const tokenOf = (
    token: string,
    variable: JsonObject = { token: { sensitive: true } },
    values: Record<string, Json> = { token: SECRET },
    more: TerraformJson = {},
  ) => {
    const graph = planned(
      {
        variable,
        ...more,
        resource: {
          alicloud_fcv3_trigger: {
            t: {
              trigger_type: "http",
              trigger_config: configOf(`{tokenName = "ci", tokenData = ${token}}`),
            },
          },
          ...more.resource,
        },
      },
      values,
    );
    const [{ authConfig, methods }] = graph.triggers;
    const data = authConfig.get("tokens", 0, "tokenData");
    return { data, source: secretSource(graph, data), methods, graph };
  };

  test("a sensitive variable is a reference, and what stands beside it is shown", () => {
    const { data, source, methods } = tokenOf("var.token");
    expect(source).toEqual({ kind: "reference" });
    expect(data.isSensitive).toBe(true);
    expect(methods.isSensitive).toBe(false);
  });

  test("a literal beside a sensitive variable is a literal", () => {
    const { source } = tokenOf('"b2a7f1f6c7d24a3c"}, {tokenName = "x", tokenData = var.token');
    expect(source).toEqual({ kind: "literal" });
  });

  test("a variable that is not sensitive is named as one", () => {
    const { source } = tokenOf("var.token", { token: { type: "string" } });
    expect(source).toEqual({ kind: "exposed", variables: ["var.token"] });
  });

  test("the default of a sensitive variable is a literal", () => {
    const variable = { token: { sensitive: true, default: SECRET } };
    expect(tokenOf("var.token", variable, {}).source).toEqual({ kind: "literal" });
    expect(tokenOf("var.token", variable).source).toEqual({ kind: "literal" });
    expect(tokenOf("var.token", variable, { token: "another-token-1" }).source).toEqual({
      kind: "reference",
    });
  });

  test.each(["upper(var.token)", "base64encode(var.token)", '"Bearer ${var.token}"'])(
    "%s is not shown either",
    (token) => {
      const { data, source } = tokenOf(token);
      expect(data.isSensitive).toBe(true);
      expect(source).toEqual({ kind: "reference" });
    },
  );

  test("where a secret is in no form that can be told, nothing is shown", () => {
    const { data, methods } = tokenOf("strrev(var.token)");
    expect(data.isSensitive).toBe(true);
    expect(methods.items[0].isSensitive).toBe(true);
  });

  test("a local may hold a secret, so nothing is shown beside it", () => {
    const { data, source, methods } = tokenOf("local.token", undefined, undefined, {
      locals: { token: "${var.token}" },
    });
    expect(data.isSensitive).toBe(true);
    expect(source).toEqual({ kind: "reference" });
    expect(methods.items[0].isSensitive).toBe(true);
  });

  test.each([
    ["a literal", "b2a7f1f6c7d24a3c"],
    ["what was made of a sensitive variable", "${strrev(var.token)}"],
  ])("%s in a local, beside a sensitive variable, is not decided", (_, other) => {
    const beside = 'local.other}, {tokenName = "x", tokenData = var.token';
    const { data, source } = tokenOf(beside, undefined, undefined, { locals: { other } });
    expect(source).toEqual({ kind: "unknown" });
    expect([data.isSensitive, data.origin.references.map(({ text }) => text)]).toEqual([
      true,
      ["local.other"],
    ]);
  });

  test("a text that is a local is not decided but for what is sensitive in it", () => {
    const config = (token: string) => ({
      authType: "bearer",
      authConfig: { tokens: [{ tokenName: "ci", tokenData: token }] },
      methods: ["GET", "${var.token}"],
    });
    const kindOf = (token: string) => {
      const graph = planned(
        {
          variable: { token: { sensitive: true } },
          locals: { config: JSON.stringify(config(token)) },
          resource: {
            alicloud_fcv3_trigger: {
              t: { trigger_type: "http", trigger_config: "${local.config}" },
            },
          },
        },
        { token: SECRET },
      );
      const data = graph.triggers.all[0].authConfig.get("tokens", 0, "tokenData");
      return secretSource(graph, data).kind;
    };
    expect(kindOf("b2a7f1f6c7d24a3c")).toBe("unknown");
    expect(kindOf("${var.token}")).toBe("reference");
    expect(kindOf("${sha256(var.token)}")).toBe("reference");
  });

  test("of a text that is too long to look into, nothing is shown", () => {
    const long = "x".repeat(100_000);
    const graph = graphOf(
      handMade(
        [
          {
            ...trigger("t", {}, {}),
            expressions: { trigger_config: { references: ["var.token"] } },
            instances: {
              "": {
                values: { trigger_config: `{"a":"${long}","b":"${SECRET}","c":"x"}` },
                sensitive: { trigger_config: true },
              },
            },
          },
        ],
        { variables: { token: { sensitive: true } } },
        { variables: { token: { value: SECRET } } },
      ),
    );
    const [{ resource }] = graph.triggers;
    expect(resource.get("trigger_config").json.value?.get("c").isSensitive).toBe(true);
  });

  test("what the provider always marks is a literal all the same", () => {
    const keyOf = (key: string, variable: JsonObject = {}, locals: JsonObject = {}) => {
      const graph = planned({
        variable,
        locals,
        resource: {
          alicloud_fcv3_custom_domain: { d: { cert_config: { private_key: key } } },
        },
      });
      const value = graph.customDomains[0].resource.get("cert_config", 0, "private_key");
      return secretSource(graph, value).kind;
    };
    expect(keyOf("-----BEGIN PRIVATE KEY-----")).toBe("literal");
    expect(keyOf("${var.key}", { key: { sensitive: true } })).toBe("reference");
    expect(keyOf("${var.key}", { key: { type: "string" } })).toBe("exposed");
    expect(keyOf("${local.key}", {}, { key: "-----BEGIN PRIVATE KEY-----" })).toBe("unknown");
  });

  test("the arguments that are always marked are those of the provider's schema", () => {
    for (const [type, paths] of Object.entries(SENSITIVE_ARGUMENTS)) {
      expect([type, marked(type).sort()]).toEqual([type, [...paths].sort()]);
    }
  });
});

function marked(type: string): string[] {
  const visit = (schema: ReturnType<typeof schemaOf>, at: string): string[] => [
    ...Object.entries(schema?.attributes ?? {})
      .filter(([, { sensitive }]) => sensitive)
      .map(([name]) => at + name),
    ...Object.entries(schema?.block_types ?? {}).flatMap(([name, { block }]) =>
      visit(block, `${at}${name}.`),
    ),
  ];
  return visit(schemaOf(type), "");
}
