import { TerraformOutput } from "cdktf";
import {
  ApiApp,
  ApiAuth,
  ApiGatewayFronted,
  ApiGroup,
  ApiRoute,
  BackendSignature,
  BasicAuth,
  Duration,
  GatewayBackend,
  GatewayCors,
  GatewayMethod,
  GatewayRole,
  GatewayStage,
  HttpAuth,
  HttpMethod,
  HttpTrigger,
  ImportedPlugin,
  IpAccess,
  IpAccessType,
  TrafficControl,
  WebFunction,
} from "../../lib";
import { minimal } from "../function/fixtures";
import { ownLine } from "../support/app";
import { orders, secretIn } from "../support/given";
import { addressesOf, stackOf } from "../support/synth";
import { type Props, document, emitted, frontIn, refusal } from "./fixtures";

const HERE = ownLine(__filename.replace("api-gateway-fronted.test", "fixtures"), "prod/Front");

/** One block without its comment. */
function block(resources: ReturnType<typeof emitted>, address: string) {
  const [type, name] = address.split(".");
  return Object.fromEntries(Object.entries(resources[type][name]).filter(([key]) => key !== "//"));
}

/** The names of a type, and what each has of an argument. */
function each(resources: ReturnType<typeof emitted>, type: string, argument: string) {
  return Object.fromEntries(
    Object.entries(resources[`alicloud_${type}`] ?? {}).map(([name, body]) => [
      name.replace(/_[0-9A-F]{8}$/, ""),
      body[argument],
    ]),
  );
}

describe("a front with nothing else said", () => {
  const resources = emitted();

  test("has these addresses, which are a contract", () => {
    const stack = stackOf();
    frontIn(stack);
    expect(addressesOf(stack)).toEqual([
      "alicloud_api_gateway_api.Front_GET_orders_3BE807FC",
      "alicloud_api_gateway_group.Front_Group_348272AA",
      "alicloud_api_gateway_group_plugin_attachment.Front_On-BackendSignature-RELEASE_B18249CD",
      "alicloud_api_gateway_plugin.Front_BackendSignature_2F8949E0",
      "alicloud_fcv3_function.Orders",
      "alicloud_fcv3_trigger.Front_Trigger_E9069558",
      "alicloud_ram_policy.Orders_InvokePolicy_1466752B",
      "alicloud_ram_role.Front_GatewayRole_1ADA3751",
      "alicloud_ram_role_policy_attachment.Front_GatewayRole_MayInvoke_149C34D9",
    ]);
  });

  test("closes the trigger's internet URL, and takes the methods of its routes alone", () => {
    const { trigger_config: config } = block(
      resources,
      "alicloud_fcv3_trigger.Front_Trigger_E9069558",
    );
    expect(JSON.parse(String(config))).toEqual({
      methods: ["GET"],
      authType: "function",
      disableURLInternet: true,
    });
  });

  test("publishes one API on the trigger's intranet URL, behind the signature", () => {
    expect(block(resources, "alicloud_api_gateway_api.Front_GET_orders_3BE807FC")).toEqual({
      auth_type: "ANONYMOUS",
      depends_on: [
        "alicloud_api_gateway_group_plugin_attachment.Front_On-BackendSignature-RELEASE_B18249CD",
        "alicloud_ram_role_policy_attachment.Front_GatewayRole_MayInvoke_149C34D9",
      ],
      description: "GET /orders",
      fc_service_config: {
        arn_role: "${alicloud_ram_role.Front_GatewayRole_1ADA3751.arn}",
        function_base_url:
          "${alicloud_fcv3_trigger.Front_Trigger_E9069558.http_trigger[0].url_intranet}",
        function_type: "HttpTrigger",
        function_version: "3.0",
        method: "GET",
        path: "/orders",
        region: "cn-hangzhou",
        timeout: 30000,
      },
      group_id: "${alicloud_api_gateway_group.Front_Group_348272AA.id}",
      name: "GET_orders",
      request_config: { method: "GET", mode: "PASSTHROUGH", path: "/orders", protocol: "HTTPS" },
      service_type: "FunctionCompute",
      stage_names: ["RELEASE"],
    });
  });

  test("has a group with a base path, and a plugin whose secrets are variables", () => {
    expect(block(resources, "alicloud_api_gateway_group.Front_Group_348272AA")).toEqual({
      base_path: "/",
      name: "prod-Front-Group",
    });
    expect(block(resources, "alicloud_api_gateway_plugin.Front_BackendSignature_2F8949E0")).toEqual(
      {
        plugin_data:
          '${jsonencode({"key" = var.SignatureAccessKeyId, "secret" = var.SignatureAccessKeySecret, "type" = "APIGW_BACKEND"})}',
        plugin_name: "prod_Front_BackendSignature",
        plugin_type: "backendSignature",
      },
    );
  });
});

describe("a front gives", () => {
  test("its URL: by the group's domain, with the base path", () => {
    const json = document((stack) => {
      const front = frontIn(stack, () => ({ group: { basePath: "/shop" } }));
      new TerraformOutput(stack, "url", { value: front.url });
      new TerraformOutput(stack, "ids", { value: front.apiIds });
      new TerraformOutput(stack, "group", { value: [front.groupId, front.subDomain] });
    });
    const group = "alicloud_api_gateway_group.Front_Group_348272AA";
    expect(json.output.url.value).toBe(`https://\${${group}.sub_domain}/shop`);
    expect(json.output.group.value).toEqual([`\${${group}.id}`, `\${${group}.sub_domain}`]);
    expect(json.output.ids.value).toEqual({
      GET_orders: "${alicloud_api_gateway_api.Front_GET_orders_3BE807FC.api_id}",
    });
  });

  test("the group's domain inside VPCs, where it has one", () => {
    const json = document((stack) => {
      const front = frontIn(stack, () => ({ group: { vpcIntranetEnable: true } }));
      new TerraformOutput(stack, "vpc", { value: front.vpcDomain });
    });
    expect(json.output.vpc.value).toBe(
      "${alicloud_api_gateway_group.Front_Group_348272AA.vpc_domain}",
    );
    expect(() => frontIn(stackOf()).vpcDomain).toThrow("vpcDomain: the group has none");
  });

  test("no way to the function's own URL", () => {
    const front = frontIn(stackOf());
    expect(() => front.trigger.internetUrl).toThrow("internetUrl: it is disabled");
  });
});

describe("stages", () => {
  const CANARY = GatewayStage.custom("CANARY", "some of the callers");
  const two: Props = () => ({
    stages: [GatewayStage.RELEASE, GatewayStage.PRE],
    routes: [ApiRoute.get("/orders"), ApiRoute.post("/orders", { stages: [GatewayStage.PRE] })],
    protect: [
      IpAccess.of({
        type: IpAccessType.ALLOW,
        items: [{ blocks: ["203.0.113.0/24"] }],
        stages: [GatewayStage.PRE],
      }),
    ],
  });

  test("hold for APIs and plugins, each on those that it names", () => {
    const resources = emitted(two);
    expect(each(resources, "api_gateway_api", "stage_names")).toEqual({
      Front_GET_orders: ["RELEASE", "PRE"],
      Front_POST_orders: ["PRE"],
    });
    expect(each(resources, "api_gateway_group_plugin_attachment", "stage_name")).toEqual({
      "Front_On-BackendSignature-RELEASE": "RELEASE",
      "Front_On-BackendSignature-PRE": "PRE",
      "Front_On-IpControl-PRE": "PRE",
    });
  });

  test("of one's own are made once in a stack, and named by reference", () => {
    const json = document((stack) => {
      frontIn(stack, () => ({ stages: [CANARY] }));
      new ApiGatewayFronted(stack, "Other", {
        target: WebFunction.fromFunctionAttributes(stack, "Stock", { functionName: "stock" }),
        routes: [ApiRoute.get("/")],
        backendSignature: BackendSignature.fromVariables(stack, "OtherSignature"),
        stages: [CANARY],
      });
    });
    const models = json.resource.alicloud_api_gateway_stage_model;
    const [[name, model]] = Object.entries(models) as [string, Record<string, unknown>][];
    expect(Object.keys(models)).toHaveLength(1);
    expect(model).toMatchObject({
      stage_model_name: "CANARY",
      stage_model_alias: "CANARY",
      description: "some of the callers",
    });
    const reference = `\${alicloud_api_gateway_stage_model.${name}.stage_model_name}`;
    expect(each(json.resource, "api_gateway_api", "stage_names")).toEqual({
      Front_GET_orders: [reference],
      Other_GET: [reference],
    });
  });

  test("that exist already are named", () => {
    const resources = emitted(() => ({ stages: [GatewayStage.existing("CANARY")] }));
    expect(each(resources, "api_gateway_api", "stage_names")).toEqual({
      Front_GET_orders: ["CANARY"],
    });
    expect(resources.alicloud_api_gateway_stage_model).toBeUndefined();
  });
});

describe("on a group that is there already", () => {
  const shared: Props = (stack) => ({
    existingGroup: ApiGroup.fromApiGroupAttributes(stack, "Shared", { groupId: "0f1e2d3c4b5a" }),
    routes: [
      ApiRoute.get("/orders"),
      ApiRoute.get("/slow", { plugins: [IpAccess.refuse("198.51.100.7")] }),
    ],
    protect: [IpAccess.allow("203.0.113.0/24")],
  });

  test("every plugin is attached to each API, and its own takes the place of the front's", () => {
    const resources = emitted(shared);
    expect(resources.alicloud_api_gateway_group).toBeUndefined();
    expect(resources.alicloud_api_gateway_group_plugin_attachment).toBeUndefined();
    const plugins = each(resources, "api_gateway_plugin_attachment", "plugin_id");
    const own = each(resources, "api_gateway_plugin_attachment", "api_id");
    expect(Object.keys(plugins).sort()).toEqual([
      "Front_GET_orders_On-BackendSignature-RELEASE",
      "Front_GET_orders_On-IpControl-RELEASE",
      "Front_GET_slow_On-BackendSignature-RELEASE",
      "Front_GET_slow_On-IpControl-RELEASE",
    ]);
    expect(plugins["Front_GET_slow_On-IpControl-RELEASE"]).toMatch(/Front_GET_slow_IpControl/);
    expect(plugins["Front_GET_orders_On-IpControl-RELEASE"]).toMatch(/\.Front_IpControl/);
    expect(own["Front_GET_slow_On-IpControl-RELEASE"]).toMatch(/Front_GET_slow_\w+\.api_id}$/);
  });

  test("one after another for each API, after it", () => {
    const resources = emitted(shared);
    const waits = each(resources, "api_gateway_plugin_attachment", "depends_on");
    expect(waits["Front_GET_orders_On-BackendSignature-RELEASE"]).toBeUndefined();
    expect(waits["Front_GET_orders_On-IpControl-RELEASE"]).toEqual([
      expect.stringMatching(
        /^alicloud_api_gateway_plugin_attachment\.Front_GET_orders_On-BackendSignature-RELEASE_/,
      ),
    ]);
  });

  test("made in the same program it is shared too", () => {
    const resources = emitted((stack) => ({
      existingGroup: new ApiGroup(stack, "Shared", { groupName: "shared_group" }),
    }));
    expect(resources.alicloud_api_gateway_group_plugin_attachment).toBeUndefined();
    expect(each(resources, "api_gateway_api", "group_id")).toEqual({
      Front_GET_orders: expect.stringMatching(/^\$\{alicloud_api_gateway_group\.Shared\w*\.id\}$/),
    });
  });

  test("has no URL where nothing says its domain", () => {
    const stack = stackOf();
    const front = frontIn(stack, shared);
    expect(() => front.url).toThrow("subDomain: it is not known of this imported group");
  });
});

describe("apps", () => {
  const partners: Props = (stack) => {
    const [one, other] = ["One", "Other"].map((id) => new ApiApp(stack, id));
    return {
      stages: [GatewayStage.RELEASE, GatewayStage.TEST],
      protect: [ApiAuth.app(one, other)],
      routes: [
        ApiRoute.get("/orders"),
        ApiRoute.put("/orders", { auth: ApiAuth.app(other) }),
        ApiRoute.get("/status", { auth: ApiAuth.anonymous() }),
      ],
    };
  };

  test("are authorised on each stage, one after another for each API", () => {
    const resources = emitted(partners);
    expect(each(resources, "api_gateway_api", "auth_type")).toEqual({
      Front_GET_orders: "APP",
      Front_PUT_orders: "APP",
      Front_GET_status: "ANONYMOUS",
    });
    const attachments = each(resources, "api_gateway_app_attachment", "depends_on");
    expect(Object.keys(attachments).sort()).toEqual([
      "Front_GET_orders_App-One-RELEASE",
      "Front_GET_orders_App-One-TEST",
      "Front_GET_orders_App-Other-RELEASE",
      "Front_GET_orders_App-Other-TEST",
      "Front_PUT_orders_App-Other-RELEASE",
      "Front_PUT_orders_App-Other-TEST",
    ]);
    expect(attachments["Front_GET_orders_App-One-RELEASE"]).toBeUndefined();
    expect(attachments["Front_GET_orders_App-Other-RELEASE"]).toEqual([
      expect.stringContaining("App-One-TEST"),
    ]);
  });
});

describe("plugins", () => {
  test("are attached to the group one after another, the signature first", () => {
    const resources = emitted(() => ({
      protect: [IpAccess.allow("203.0.113.0/24")],
      plugins: [TrafficControl.perMinute(600), ImportedPlugin.fromPluginId("logMask", "a1b2")],
    }));
    const waits = each(resources, "api_gateway_group_plugin_attachment", "depends_on");
    const order = ["BackendSignature", "IpControl", "TrafficControl", "LogMask"];
    expect(Object.keys(waits).sort()).toEqual(order.map((it) => `Front_On-${it}-RELEASE`).sort());
    for (const [index, plugin] of order.entries()) {
      const before = order[index - 1];
      const expected =
        before === undefined ? undefined : [expect.stringContaining(`Front_On-${before}-RELEASE_`)];
      expect(waits[`Front_On-${plugin}-RELEASE`]).toEqual(expected);
    }
    expect(each(resources, "api_gateway_plugin", "plugin_type")).not.toHaveProperty(
      "Front_LogMask",
    );
  });

  test("keep their addresses with other stages; one more of a type changes attachments in their place", () => {
    const of = (...stages: GatewayStage[][]) => {
      const stack = stackOf();
      frontIn(stack, () => ({
        stages: [GatewayStage.RELEASE, GatewayStage.PRE],
        plugins: stages.map((on) => ImportedPlugin.fromPluginId("cors", "a1", { stages: on })),
        protect: [
          IpAccess.of({
            type: IpAccessType.ALLOW,
            items: [{ blocks: ["203.0.113.0/24"] }],
            stages: stages.length > 1 ? [GatewayStage.PRE] : undefined,
          }),
        ],
      }));
      return addressesOf(stack);
    };
    const { RELEASE, PRE } = GatewayStage;
    const attached = (all: string[]) => all.filter((one) => one.includes("On-Cors"));
    expect(attached(of([RELEASE], [PRE]))).toEqual(attached(of([RELEASE, PRE])));
    const plugins = (all: string[]) => all.filter((one) => one.includes("_plugin."));
    expect(plugins(of([RELEASE], [PRE]))).toEqual(plugins(of([RELEASE, PRE])));
  });

  test("are written with their members in order, so that a second plan is empty", () => {
    const resources = emitted(() => ({ plugins: [GatewayCors.of({ maxAgeSeconds: 60 })] }));
    const data = String(each(resources, "api_gateway_plugin", "plugin_data").Front_Cors);
    expect(Object.keys(JSON.parse(data))).toEqual(Object.keys(JSON.parse(data)).sort());
    expect(data).toBe(JSON.stringify(JSON.parse(data)));
  });
});

describe("a trigger that is there already", () => {
  test("is called as it is, and its function gets the grant", () => {
    const resources = emitted((stack) => {
      const target = new WebFunction(stack, "Orders", minimal);
      const methods = [HttpMethod.GET];
      return {
        trigger: new HttpTrigger(stack, "Http", { target, methods, disableInternetUrl: true }),
      };
    });
    expect(Object.keys(resources.alicloud_fcv3_trigger)).toEqual(["Http"]);
    expect(resources.alicloud_ram_role).toBeDefined();
  });

  test("imported too, by its intranet URL", () => {
    const resources = emitted((stack) => ({
      trigger: HttpTrigger.fromHttpTriggerAttributes(stack, "Http", {
        functionName: "orders",
        triggerName: "http",
        intranetUrl: "https://x.cn-hangzhou-vpc.fcapp.run",
      }),
      backend: GatewayBackend.functionCompute({ role: GatewayRole.none() }),
    }));
    expect(each(resources, "api_gateway_api", "fc_service_config").Front_GET_orders).toMatchObject({
      arn_role: "",
      function_base_url: "https://x.cn-hangzhou-vpc.fcapp.run",
    });
  });

  test("in another region is found by the rules", () => {
    expect(() =>
      emitted((stack) => ({
        trigger: HttpTrigger.fromHttpTriggerAttributes(stack, "Http", {
          functionName: "orders",
          triggerName: "http",
          intranetUrl: "https://x.cn-shanghai-vpc.fcapp.run",
        }),
      })),
    ).toThrow("error  api-gateway/region");
  });
});

describe("commands for tests", () => {
  const commands = (props: Props, options = {}) => {
    const json = document((stack) => {
      frontIn(stack, props).testCommands(options);
    });
    return Object.fromEntries(
      Object.entries(json.output).map(([name, output]) => [
        name.replace(/^Front_Test_(.*)_\w{8}$/, "$1"),
        output,
      ]),
    );
  };
  const URL = "https://${alicloud_api_gateway_group.Front_Group_348272AA.sub_domain}";

  test("one for each stage, which the header names", () => {
    const stages = [GatewayStage.RELEASE, GatewayStage.TEST];
    expect(commands(() => ({ stages }))).toEqual({
      RELEASE: {
        description: "calls GET_orders on the stage RELEASE",
        value: `curl -v "${URL}/orders"`,
      },
      TEST: {
        description: "calls GET_orders on the stage TEST",
        value: `curl -v -H "X-Ca-Stage: TEST" "${URL}/orders"`,
      },
    });
  });

  test("with what plugins ask for, and shell variables for the path", () => {
    const found = commands((stack) => ({
      routes: [ApiRoute.delete("/orders/[id]")],
      protect: [BasicAuth.users([{ username: "alice", password: secretIn(stack) }])],
    }));
    expect(found.RELEASE).toEqual({
      description:
        "calls DELETE_orders_id on the stage RELEASE; set CA_ID and FC_USER and FC_PASSWORD in the shell first",
      value: `curl -v -X DELETE -u "$FC_USER:$FC_PASSWORD" "${URL}/orders/$CA_ID"`,
    });
  });

  test("signed as an app", () => {
    const found = commands(
      (stack) => ({
        group: { basePath: "/shop" },
        protect: [ApiAuth.app(new ApiApp(stack, "Partner"))],
      }),
      { path: "/orders" },
    );
    expect(found.RELEASE).toEqual({
      description:
        "calls GET_orders on the stage RELEASE; set CA_APP_KEY and CA_APP_SECRET in the shell first; the signature holds for 15 minutes; needs openssl",
      value: [
        "CA_TIMESTAMP=$(date +%s)000",
        `CA_SIGNATURE=$(printf 'GET\\n*/*\\n\\n\\n\\nx-ca-key:%s\\nx-ca-timestamp:%s\\n%s' "$CA_APP_KEY" "$CA_TIMESTAMP" "/shop/orders" | openssl dgst -sha256 -hmac "$CA_APP_SECRET" -binary | openssl base64)`,
        `curl -v -H "Accept: */*" -H "X-Ca-Key: $CA_APP_KEY" -H "X-Ca-Timestamp: $CA_TIMESTAMP" -H "X-Ca-Signature-Method: HmacSHA256" -H "X-Ca-Signature-Headers: x-ca-key,x-ca-timestamp" -H "X-Ca-Signature: $CA_SIGNATURE" "${URL}/shop/orders"`,
      ].join("\n"),
    });
  });

  test("of a call that no route takes are refused", () => {
    const options = { method: GatewayMethod.POST, path: "/order" };
    expect(() => frontIn(stackOf()).testCommands(options)).toThrow(
      [
        "  path",
        "    got       POST /order",
        "    expected  a call that a route takes: GET /orders",
        "    fix       name one of these, or add a route",
      ].join("\n"),
    );
  });

  test("are written once", () => {
    const front = frontIn(stackOf());
    front.testCommands();
    expect(() => front.testCommands()).toThrow("testCommands: this front has its outputs already");
  });
});

describe("refuses, in one error", () => {
  test("all that is wrong with it", () => {
    const wrong = {
      target: "orders",
      routes: [{ path: "orders" }],
      backendSignature: { key: "LTAI5tExample", secret: "4cN7verysecret" },
      protect: [ApiAuth.anonymous()],
      stages: ["PROD"],
      backend: "HTTP",
      group: { groupName: "a", basePath: "v1/", logging: {} },
      timeout: Duration.seconds(1),
    };
    const lines = refusal(() => wrong as never);
    expect(lines.slice(0, 2)).toEqual(["ApiGatewayFronted: 10 props are wrong", HERE]);
    expect(lines.filter((line) => /^ {2}\S/.test(line)).slice(1)).toEqual([
      "  timeout",
      "  target",
      "  routes[0].path",
      "  backendSignature",
      "  protect[0]",
      "  stages[0]",
      "  backend",
      "  group.groupName",
      "  group.basePath",
      "  group.logging.requestBody",
    ]);
    expect(lines.join("\n")).not.toContain("4cN7");
  });

  test.each<[string, Props, string, string]>([
    ["nothing to call", () => ({ target: undefined }), "target", "nothing"],
    [
      "a target beside a trigger",
      (stack) => ({
        target: orders(stack),
        trigger: HttpTrigger.fromHttpTriggerAttributes(stack, "Http", {
          functionName: "orders",
          triggerName: "http",
          intranetUrl: "https://x.cn-hangzhou-vpc.fcapp.run",
        }),
      }),
      "target",
      "one beside trigger",
    ],
    [
      "a trigger whose internet URL answers",
      (stack) => ({
        trigger: new HttpTrigger(stack, "Http", {
          target: orders(stack),
          methods: [HttpMethod.GET],
        }),
      }),
      "trigger",
      "an HTTP trigger whose internet URL answers: callers go round the gateway by it",
    ],
    [
      "an imported trigger with an internet URL",
      (stack) => ({
        trigger: HttpTrigger.fromHttpTriggerAttributes(stack, "Http", {
          functionName: "orders",
          triggerName: "http",
          internetUrl: "https://x.cn-hangzhou.fcapp.run",
          intranetUrl: "https://x.cn-hangzhou-vpc.fcapp.run",
        }),
      }),
      "trigger",
      "an HTTP trigger whose internet URL answers: callers go round the gateway by it",
    ],
    [
      "an imported trigger without its intranet URL",
      (stack) => ({
        trigger: HttpTrigger.fromHttpTriggerAttributes(stack, "Http", {
          functionName: "orders",
          triggerName: "http",
        }),
      }),
      "trigger",
      "an imported HTTP trigger of which no intranetUrl is known",
    ],
    [
      "an authentication beside a trigger",
      (stack) => ({
        auth: HttpAuth.signature(),
        trigger: new HttpTrigger(stack, "Http", {
          target: orders(stack),
          methods: [HttpMethod.GET],
          disableInternetUrl: true,
        }),
      }),
      "auth",
      "one beside trigger",
    ],
    [
      "more plugins than an account has in a region",
      () => ({
        routes: Array.from({ length: 1000 }, (_, index) =>
          ApiRoute.get(`/r${index}`, { plugins: [IpAccess.allow("203.0.113.0/24")] }),
        ),
      }),
      "routes",
      "1001 plugins, of the front and of its routes",
    ],
    [
      "two groups",
      (stack) => ({ group: {}, existingGroup: new ApiGroup(stack, "Shared") }),
      "existingGroup",
      "one beside group",
    ],
    [
      "a stage twice",
      () => ({ stages: [GatewayStage.PRE, GatewayStage.PRE] }),
      "stages[1]",
      '"PRE" again, as stages[0]',
    ],
    ["no stage", () => ({ stages: [] }), "stages", "an empty list"],
    [
      "a stage to which no route is published",
      () => ({
        stages: [GatewayStage.RELEASE, GatewayStage.PRE],
        routes: [ApiRoute.get("/orders", { stages: [GatewayStage.RELEASE] })],
      }),
      "stages[1]",
      "PRE, to which no route is published",
    ],
    [
      "a plugin on a stage that the front has not",
      () => ({
        plugins: [ImportedPlugin.fromPluginId("cors", "a1", { stages: [GatewayStage.TEST] })],
      }),
      "plugins[0].stages[0]",
      "TEST",
    ],
    [
      "two plugins of a type",
      () => ({
        protect: [IpAccess.allow("203.0.113.0/24")],
        plugins: [IpAccess.refuse("203.0.113.7")],
      }),
      "plugins[0]",
      expect.stringContaining("ipControl") as never,
    ],
    [
      "a stage of one's own in a group of others",
      (stack) => ({
        stages: [GatewayStage.custom("CANARY")],
        existingGroup: new ApiGroup(stack, "Shared"),
      }),
      "stages",
      "the stage CANARY in a group that is there already",
    ],
    [
      "a stage of one's own beside apps",
      (stack) => ({
        stages: [GatewayStage.custom("CANARY")],
        protect: [ApiAuth.app(new ApiApp(stack, "Partner"))],
      }),
      "stages",
      "the stage CANARY beside ApiAuth.app(…)",
    ],
    [
      "a stage in small letters",
      () => ({ stages: [GatewayStage.custom("canary")] }),
      "stages[0].stageName",
      '"canary"',
    ],
    [
      "a stage that is there anyway",
      () => ({ stages: [GatewayStage.custom("PRE")] }),
      "stages[0].stageName",
      '"PRE"',
    ],
  ])("%s", (_, props, at, got) => {
    const lines = refusal(props);
    expect(lines.slice(0, 4)).toEqual([
      "ApiGatewayFronted: a prop is wrong",
      HERE,
      `  ${at}`,
      typeof got === "string" ? `    got       ${got}` : got,
    ]);
  });
});

test("null is not given, as from the jsii languages", () => {
  const nulls = { protect: null, plugins: null, stages: null, backend: null, group: null };
  expect(emitted(() => ({ ...nulls, trigger: null, auth: null, domain: null }) as never)).toEqual(
    emitted(),
  );
});

test("routes in another order make the same resources", () => {
  const routes = [ApiRoute.get("/a"), ApiRoute.post("/a"), ApiRoute.any("/b/[id]")];
  const made = (order: typeof routes) => {
    const stack = stackOf();
    frontIn(stack, () => ({ routes: order }));
    return addressesOf(stack);
  };
  expect(made([...routes].reverse())).toEqual(made(routes));
});
