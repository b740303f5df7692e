import { App, TerraformOutput, TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { Construct } from "constructs";
import * as fc from "fast-check";
import {
  HttpAuth,
  HttpMethod,
  HttpMethods,
  HttpProtocol,
  HttpTrigger,
  type IQualifiedFunction,
  WebFunction,
} from "../../lib";
import { Fcv3Trigger } from "../../lib/alicloud/fcv3-trigger";
import { minimal } from "../function/fixtures";
import { Project, ownLine, provider, thrownBy } from "../support/app";
import { orders } from "../support/given";
import { addressesOf, resourcesOf, stackOf } from "../support/synth";
import { configOf, emitted, refusal, triggerIn } from "./fixtures";

const HERE = ownLine(__filename, "prod/Http");

describe("an HTTP trigger", () => {
  test("with nothing else said asks for a signature and states what the service would default", () => {
    expect(emitted(() => ({}))).toEqual({
      function_name: "orders",
      qualifier: "LATEST",
      trigger_type: "http",
      trigger_name: "prod-Http",
      trigger_config: '{"methods":["GET"],"authType":"function","disableURLInternet":false}',
    });
  });

  test("writes every prop", () => {
    const props = {
      methods: [HttpMethod.POST, HttpMethod.GET, HttpMethod.OPTIONS],
      auth: HttpAuth.anonymous(),
      disableInternetUrl: true,
      cors: { allowOrigins: ["https://app.example.com"] },
      description: "orders for the shop",
      triggerName: "http",
    };
    expect(emitted(() => props)).toEqual({
      function_name: "orders",
      qualifier: "LATEST",
      trigger_type: "http",
      trigger_name: "http",
      trigger_config:
        '{"methods":["GET","OPTIONS","POST"],"authType":"anonymous","disableURLInternet":true,"corsConfig":{"allowOrigins":["https://app.example.com"]}}',
      description: "orders for the shop",
    });
  });

  test("refers to its function, and to its alias, so that it is made after them", () => {
    const stack = stackOf();
    const target = new WebFunction(stack, "Orders", minimal).addAlias("live");
    triggerIn(stack, { target });
    expect(resourcesOf(stack).alicloud_fcv3_trigger.Http).toMatchObject({
      function_name: "${alicloud_fcv3_function.Orders.function_name}",
      qualifier: "${alicloud_fcv3_alias.Orders_Alias-live_F7A0AFA0.alias_name}",
    });
  });

  test("refers to an alias that is named by plain text, also where it is made later", () => {
    const stack = stackOf();
    const made = new WebFunction(stack, "Orders", minimal);
    triggerIn(stack, { target: made.atQualifier("live") });
    made.addAlias("live");
    expect(resourcesOf(stack).alicloud_fcv3_trigger.Http.qualifier).toBe(
      "${alicloud_fcv3_alias.Orders_Alias-live_F7A0AFA0.alias_name}",
    );
  });

  test("refers to a version", () => {
    const stack = stackOf();
    triggerIn(stack, { target: new WebFunction(stack, "Orders", minimal).currentVersion });
    expect(resourcesOf(stack).alicloud_fcv3_trigger.Http.qualifier).toMatch(
      /^\$\{alicloud_fcv3_function_version\..*\.version_id\}$/,
    );
  });

  test("waits for what a target of plain text waits for, also where that is said later", () => {
    class Plain extends Construct implements IQualifiedFunction {
      public readonly functionName = "orders";
      public readonly qualifier = "live";
    }
    const stack = stackOf();
    const target = new Plain(stack, "Plain");
    triggerIn(stack, { target });
    target.node.addDependency(new Fcv3Trigger(stack, "Other", TIMER));
    expect(resourcesOf(stack).alicloud_fcv3_trigger.Http.depends_on).toEqual([
      "alicloud_fcv3_trigger.Other",
    ]);
  });

  test("waits for another construct by addDependency, and for another resource by dependsOn", () => {
    const stack = stackOf();
    const resource = new Fcv3Trigger(stack, "Other", TIMER);
    const made = new WebFunction(stack, "Billing", minimal);
    const trigger = triggerIn(stack, { dependsOn: [resource] });
    trigger.node.addDependency(made);
    expect(resourcesOf(stack).alicloud_fcv3_trigger.Http.depends_on).toEqual([
      "alicloud_fcv3_trigger.Other",
      "alicloud_fcv3_function.Billing",
    ]);
  });

  test("uses the provider that it is given", () => {
    const stack = stackOf();
    const other = provider(new TerraformStack(Testing.app(), "other"));
    other.alias = "hongkong";
    triggerIn(stack, { provider: other });
    expect(resourcesOf(stack).alicloud_fcv3_trigger.Http.provider).toBe("alicloud.hongkong");
  });

  test("has a name of its own beside another trigger of its function", () => {
    const stack = stackOf();
    const target = new WebFunction(stack, "Orders", minimal);
    for (const id of ["Live", "Next"]) {
      const scope = new Construct(stack, id);
      new HttpTrigger(scope, "Http", { target: target.addAlias(id), methods: [HttpMethod.GET] });
    }
    const triggers = Object.values(resourcesOf(stack).alicloud_fcv3_trigger);
    expect(triggers.map((trigger) => trigger.trigger_name)).toEqual([
      "prod-Live-Http",
      "prod-Next-Http",
    ]);
  });

  test("keeps its address", () => {
    const stack = stackOf();
    const scope = new Construct(stack, "Shop");
    new HttpTrigger(scope, "Http", { target: orders(stack), methods: [HttpMethod.GET] });
    expect(addressesOf(stack)).toEqual(["alicloud_fcv3_trigger.Shop_Http_B18053CE"]);
  });
});

const TIMER = {
  functionName: "billing",
  qualifier: "LATEST",
  triggerType: "timer",
  triggerName: "timer",
  triggerConfig: '{"cronExpression":"@every 1h","enable":true}',
};

describe("what a trigger gives to others", () => {
  const outputs = (make: (trigger: HttpTrigger) => unknown): unknown => {
    const stack = stackOf();
    const output = new TerraformOutput(stack, "out", { value: make(triggerIn(stack)) });
    return JSON.parse(Testing.synth(stack)).output[output.friendlyUniqueId].value;
  };

  test.each([
    ["internetUrl", "${alicloud_fcv3_trigger.Http.http_trigger[0].url_internet}"],
    ["intranetUrl", "${alicloud_fcv3_trigger.Http.http_trigger[0].url_intranet}"],
    ["triggerId", "${alicloud_fcv3_trigger.Http.trigger_id}"],
    ["triggerName", "${alicloud_fcv3_trigger.Http.trigger_name}"],
    ["functionName", "orders"],
    ["qualifier", "LATEST"],
  ] as const)("%s", (name, expected) => {
    expect(outputs((trigger) => trigger[name])).toBe(expected);
  });

  test("the internet URL throws where it is disabled", () => {
    const trigger = triggerIn(stackOf(), { disableInternetUrl: true });
    expect(thrownBy(() => trigger.internetUrl).split("\n")).toEqual([
      "internetUrl: it is disabled, calls to it are answered with 403",
      HERE,
      "  fix       use intranetUrl, or a custom domain, which disableInternetUrl does not affect",
    ]);
    expect(Token.isUnresolved(trigger.intranetUrl)).toBe(true);
  });
});

describe("what JavaScript lets through is refused by name", () => {
  test("a hole in a list", () => {
    const methods = [, HttpMethod.GET] as HttpMethod[];
    expect(thrownBy(() => triggerIn(stackOf(), { methods }))).toContain("methods[0]\n");
  });

  test("a prop with the name of something that every object has", () => {
    const props = { toString: 5, constructor: 5 } as never;
    const message = thrownBy(() => triggerIn(stackOf(), props));
    expect(message).toMatch(/toString\n.*unknown name[^]*constructor\n.*unknown name/);
  });

  test("a second call of testCommands", () => {
    const trigger = triggerIn(stackOf());
    trigger.testCommands();
    expect(thrownBy(() => trigger.testCommands())).toContain(
      "testCommands: this trigger has its two outputs already",
    );
  });
});

describe("an imported trigger", () => {
  test("gives what is known of it", () => {
    const trigger = HttpTrigger.fromHttpTriggerAttributes(stackOf(), "Http", {
      functionName: "orders",
      triggerName: "http",
      intranetUrl: "https://orders-x.cn-hangzhou-vpc.fcapp.run",
    });
    expect(trigger).toMatchObject({
      functionName: "orders",
      qualifier: "LATEST",
      triggerName: "http",
      intranetUrl: "https://orders-x.cn-hangzhou-vpc.fcapp.run",
    });
    expect(thrownBy(() => trigger.internetUrl).split("\n")).toEqual([
      "internetUrl: it is not known of this imported HTTP trigger",
      HERE,
      "  fix       give internetUrl to HttpTrigger.fromHttpTriggerAttributes",
    ]);
  });

  test("refuses wrong attributes", () => {
    const attributes = { functionName: 5, triggerName: "a b", url: "x" } as never;
    expect(
      thrownBy(() => HttpTrigger.fromHttpTriggerAttributes(stackOf(), "Http", attributes)).split(
        "\n",
      ),
    ).toEqual([
      "HttpTrigger.fromHttpTriggerAttributes: 3 props are wrong",
      HERE,
      "  url",
      "    got       a prop of an unknown name",
      expect.any(String),
      expect.any(String),
      "  functionName",
      "    got       the number 5",
      "    expected  a string",
      "    fix       give a string",
      "  triggerName",
      '    got       "a b"',
      '    expected  1 to 128 letters, digits, "-" and "_", the first a letter or "_"',
      '    fix       remove " "',
    ]);
  });
});

describe("the metadata", () => {
  test("says where the trigger was made and what its author declared", () => {
    const project = new Project();
    const stack = stackOf("prod", project.app());
    triggerIn(stack, {
      target: new WebFunction(stack, "Orders", minimal),
      methods: HttpMethods.all(),
      protocols: [HttpProtocol.HTTP, HttpProtocol.WEBSOCKET],
      corsInCode: true,
    });
    (stack.node.root as App).synth();
    expect(project.stack("prod").resource.alicloud_fcv3_trigger.Http["//"]).toEqual({
      metadata: { path: "prod/Http/Default", uniqueId: "Http" },
      "fc-frontdoor": {
        location: {
          file: "test/http-trigger/fixtures.ts",
          line: expect.any(Number),
          column: expect.any(Number),
        },
        protocols: ["HTTP", "WebSocket"],
        corsInCode: true,
      },
    });
  });
});

describe("the escape hatch", () => {
  const child = (trigger: HttpTrigger): Fcv3Trigger => trigger.node.defaultChild as Fcv3Trigger;
  const changed = (change: (resource: Fcv3Trigger) => void) => {
    const stack = stackOf();
    change(child(triggerIn(stack)));
    return JSON.parse(Testing.synth(stack, true));
  };

  test("takes overrides", () => {
    const json = changed((resource) => resource.addOverride("description", "by hand"));
    expect(json.resource.alicloud_fcv3_trigger.Http.description).toBe("by hand");
  });

  test("takes a lifecycle", () => {
    const json = changed((resource) => {
      resource.lifecycle = { preventDestroy: true };
    });
    expect(json.resource.alicloud_fcv3_trigger.Http.lifecycle).toEqual({ prevent_destroy: true });
  });

  test("takes an import", () => {
    const json = changed((resource) => resource.importFrom("orders:http"));
    expect(json.import).toEqual([{ id: "orders:http", to: "alicloud_fcv3_trigger.Http" }]);
  });

  test("takes a move", () => {
    const json = changed((resource) => resource.moveFromId("alicloud_fcv3_trigger.old"));
    expect(json.moved).toEqual([
      { from: "alicloud_fcv3_trigger.old", to: "alicloud_fcv3_trigger.Http" },
    ]);
  });

  test("takes over what another resource was", () => {
    const stack = stackOf();
    new Fcv3Trigger(stack, "Old", TIMER).moveTo("http");
    child(triggerIn(stack)).addMoveTarget("http");
    const json = JSON.parse(Testing.synth(stack, true));
    expect(json.moved).toEqual([
      { from: "alicloud_fcv3_trigger.Old", to: "alicloud_fcv3_trigger.Http" },
    ]);
    expect(Object.keys(json.resource.alicloud_fcv3_trigger)).toEqual(["Http"]);
  });

  test("takes another address", () => {
    const json = changed((resource) => resource.overrideLogicalId("http"));
    expect(Object.keys(json.resource.alicloud_fcv3_trigger)).toEqual(["http"]);
  });

  test("does not escape the rules", () => {
    const wrong = (): void => {
      changed((resource) => resource.addOverride("trigger_config", '{"methods":["LINK"]}'));
    };
    expect(thrownBy(wrong)).toContain("http-trigger/methods");
  });
});

describe("what is written", () => {
  test("does not depend on the order of methods", () => {
    const sorted = configOf(() => ({ methods: HttpMethods.all() }));
    fc.assert(
      fc.property(fc.shuffledSubarray(HttpMethods.all(), { minLength: 7 }), (methods) => {
        expect(configOf(() => ({ methods }))).toBe(sorted);
      }),
      { numRuns: 20 },
    );
  });

  test("does not depend on the order of constructs", () => {
    const synth = (ids: readonly string[]): unknown => {
      const stack = stackOf();
      for (const id of ids) {
        const scope = new Construct(stack, id);
        const target = WebFunction.fromFunctionAttributes(scope, "Function", { functionName: id });
        new HttpTrigger(scope, "Http", { target, methods: [HttpMethod.GET] });
      }
      return resourcesOf(stack);
    };
    const ids = ["A", "B", "C", "D"];
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 4 }), (shuffled) => {
        expect(synth(shuffled)).toEqual(synth(ids));
      }),
      { numRuns: 20 },
    );
  });

  test("is the same in a second synth", () => {
    const [first, second] = [1, 2].map(() => {
      const stack = stackOf();
      triggerIn(stack, { cors: { allowOrigins: ["*"] }, methods: HttpMethods.all() });
      return [Testing.synth(stack), Testing.synth(stack)];
    });
    expect(first[0]).toBe(first[1]);
    expect(second).toEqual(first);
  });
});

test("null stands for what is not given, as JavaScript has it", () => {
  const nothing = {
    auth: null,
    disableInternetUrl: null,
    cors: null,
    corsInCode: null,
    protocols: null,
    description: null,
    triggerName: null,
    provider: null,
    dependsOn: null,
  } as never;
  expect(emitted(() => nothing)).toEqual(emitted(() => ({})));
  const cors = { allowOrigins: ["*"], allowMethods: null, maxAgeSeconds: null } as never;
  expect(JSON.parse(configOf(() => ({ cors })) as string).corsConfig).toEqual({
    allowOrigins: ["*"],
  });
});

test("null leaves nothing behind in what travels with the resource", () => {
  const stack = stackOf();
  triggerIn(stack, { protocols: null, corsInCode: null } as never);
  const { resource } = stack.toTerraform() as { resource: Record<string, Record<string, object>> };
  const comment = Object.entries(resource.alicloud_fcv3_trigger.Http).find(([key]) => key === "//");
  expect(Object.keys(comment?.[1]["fc-frontdoor"])).toEqual(["location"]);
});

describe("wrong props", () => {
  test("are all in one error, with the user's line", () => {
    const stack = stackOf();
    const props = {
      target: orders(stack),
      methods: [],
      disableInternetUrl: "yes",
      description: 7,
    } as never;
    expect(thrownBy(() => new HttpTrigger(stack, "Http", props))).toMatch(
      new RegExp(
        `^HttpTrigger: 3 props are wrong
  at        test/http-trigger/http-trigger\\.test\\.ts:\\d+:\\d+ \\(prod/Http\\)
  methods
    got       an empty list
    expected  a list of at least one method
    fix       give a list of at least one method
  disableInternetUrl
    got       a string
    expected  true or false
    fix       give true or false
  description
    got       the number 7
    expected  a string
    fix       give a string$`,
      ),
    );
  });

  test.each([
    [
      "methods of another kind",
      { methods: 5 },
      "methods",
      "the number 5",
      "a list of at least one method",
      "give a list of at least one method",
    ],
    [
      "an undefined method",
      { methods: [undefined] },
      "methods[0]",
      "nothing",
      'a method, such as "GET"',
      'give a method, such as "GET"',
    ],
    [
      "a method in lower case",
      { methods: ["get"] },
      "methods[0]",
      '"get"',
      "one of DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
      'write "GET"',
    ],
    [
      "a method twice",
      { methods: ["GET", "GET"] },
      "methods[1]",
      '"GET" again, as methods[0]',
      "each method once",
      "remove it",
    ],
    [
      "a protocol that there is not",
      { protocols: ["Websockets"] },
      "protocols[0]",
      '"Websockets"',
      "one of HTTP, WebSocket, gRPC, SSE",
      'write "WebSocket"',
    ],
    [
      "an authentication that is none",
      { auth: "anonymous" },
      "auth",
      "a string",
      "an HttpAuth, such as HttpAuth.signature()",
      "give an HttpAuth, such as HttpAuth.signature()",
    ],
    [
      "a name that the service refuses",
      { triggerName: "1st" },
      "triggerName",
      '"1st"',
      '1 to 128 letters, digits, "-" and "_", the first a letter or "_"',
      'begin with a letter or "_", not with "1"',
    ],
    [
      "a long description",
      { description: "x".repeat(257) },
      "description",
      "257 characters",
      "at most 256 characters",
      "shorten it",
    ],
    [
      "a prop of another name",
      { disableURLInternet: true },
      "disableURLInternet",
      "a prop of an unknown name",
      "disableInternetUrl",
      "write disableInternetUrl",
    ],
    ["no target", { target: null }, "target", "nothing", "a value", "give target"],
    [
      "a target that is none",
      { target: "orders" },
      "target",
      "a string",
      "a function, a version or an alias",
      "give a function, a version or an alias",
    ],
    [
      "a target whose qualifier is misspelt",
      { target: { node: {}, functionName: "orders", qualifier: "latest" } },
      "target.qualifier",
      '"latest"',
      "LATEST, a version's number or the name of an alias",
      'write "LATEST", in capitals',
    ],
  ])("%s", (_what, props, at, got, expected, fix) => {
    const stack = stackOf();
    const given = { target: orders(stack), methods: [HttpMethod.GET], ...props } as never;
    expect(
      thrownBy(() => new HttpTrigger(stack, "Http", given))
        .split("\n")
        .slice(2),
    ).toEqual([
      `  ${at}`,
      `    got       ${got}`,
      `    expected  ${expected}`,
      `    fix       ${fix}`,
    ]);
  });

  test.each([
    ["methods", (token: TerraformVariable) => ({ methods: token.listValue })],
    ["methods[0]", (token: TerraformVariable) => ({ methods: [token.stringValue] })],
    [
      "disableInternetUrl",
      (token: TerraformVariable) => ({ disableInternetUrl: token.booleanValue }),
    ],
    ["corsInCode", (token: TerraformVariable) => ({ corsInCode: token.booleanValue })],
    ["protocols", (token: TerraformVariable) => ({ protocols: token.listValue })],
  ])("a token for %s, which decides what is synthesised", (at, make) => {
    expect(refusal((stack) => make(new TerraformVariable(stack, "v", {})))).toBe(
      `HttpTrigger: a prop is wrong
  ${at}
    got       a token, which is known only when Terraform runs
    expected  a literal, since it decides what is synthesised
    fix       write the value itself`,
    );
  });

  test("props that are none", () => {
    expect(thrownBy(() => new HttpTrigger(stackOf(), "Http", 5 as never))).toContain(
      "  props\n    got       the number 5\n    expected  an object\n",
    );
  });
});
