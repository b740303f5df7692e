import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import {
  ApiGroup,
  Blueprint,
  BlueprintTarget,
  Bound,
  CustomDomain,
  DomainProtocol,
  DomainRoute,
  GatewayStage,
  HttpAuth,
  IpAccess,
  Layer,
  Runtime,
  WebFunction,
} from "../../lib";
import { version } from "../../lib/facts/own-version";
import { provider, thrownBy, trigger } from "../support/app";
import {
  base,
  blueprint,
  frontOf,
  functionIn,
  jsonOf,
  noteOn,
  orders,
  stackIn,
  triggerIn,
  triggerOf,
} from "../support/blueprint";

/** What is thrown, without the place. */
const refused = (call: () => unknown): string => thrownBy(call).replace(/^ {2}at {8}.*\n/m, "");

describe("defaults", () => {
  test("are given where the app says nothing, and never override what it states", () => {
    const app = Testing.app();
    blueprint({ defaults: { webFunction: { memorySizeMb: 512, timeoutSeconds: 30 } } }).applyTo(
      app,
    );
    const stack = stackIn(app);
    orders(stack, { timeoutSeconds: 3, memorySizeMb: undefined });
    expect(functionIn(stack)).toMatchObject({ memory_size: 512, timeout: 3 });
    expect(noteOn(functionIn(stack))).toEqual({
      set: [{ prop: "memorySizeMb", owner: "acme 2.1.0", attributes: ["memory_size"] }],
    });
  });

  test("null is not stated", () => {
    const stack = stackIn();
    blueprint({ defaults: { webFunction: { memorySizeMb: 512 } } }).applyTo(stack);
    orders(stack, { memorySizeMb: null as never });
    expect(functionIn(stack).memory_size).toBe(512);
  });

  test("a struct that is stated is the app's as a whole; tags are put together", () => {
    const stack = stackIn();
    const defaults = {
      webFunction: {
        logs: { project: "acme", logstore: "functions", instanceMetrics: true },
        tags: { org: "acme", team: "platform" },
      },
    };
    blueprint({ defaults }).applyTo(stack);
    orders(stack, {
      logs: { project: "own", logstore: "own" },
      tags: { team: "checkout", x: "y" },
    });
    expect(functionIn(stack).log_config).toMatchObject({
      project: "own",
      enable_instance_metrics: false,
    });
    expect(functionIn(stack).tags).toEqual({ org: "acme", team: "checkout", x: "y" });
    expect(noteOn(functionIn(stack)).set).toEqual([
      { prop: "tags.org", owner: "acme 2.1.0", attributes: ["tags.org"] },
    ]);
  });

  test("tags that are a token stay as they are", () => {
    const stack = stackIn();
    blueprint({ defaults: { webFunction: { tags: { org: "acme" } } } }).applyTo(stack);
    const tags = new TerraformVariable(stack, "tags", { type: "map(string)" });
    orders(stack, { tags: tags.value });
    expect(functionIn(stack).tags).toBe("${var.tags}");
  });

  test("may give what is required", () => {
    const stack = stackIn();
    blueprint({ defaults: { webFunction: { runtime: Runtime.PYTHON3_12 } } }).applyTo(stack);
    orders(stack, { runtime: undefined });
    expect(functionIn(stack).runtime).toBe("python3.12");
    const plain = stackIn();
    expect(thrownBy(() => orders(plain, { runtime: undefined }))).toContain(
      "  runtime\n    got       nothing\n",
    );
  });

  test("hold for triggers, domains and gateways", () => {
    const stack = stackIn();
    blueprint({
      defaults: {
        httpTrigger: { disableInternetUrl: true, auth: HttpAuth.anonymous() },
        customDomain: { protocol: DomainProtocol.HTTP, waf: true },
        apiGatewayFronted: {
          stages: [GatewayStage.RELEASE, GatewayStage.TEST],
          group: { description: "by acme" },
        },
      },
    }).applyTo(stack);
    triggerOf(stack);
    expect(triggerIn(stack)).toMatchObject({ disableURLInternet: true, authType: "anonymous" });
    const target = WebFunction.fromFunctionAttributes(stack, "Target", { functionName: "orders" });
    new CustomDomain(stack, "Api", {
      domainName: "api.example.com",
      routes: [DomainRoute.to(target)],
    });
    frontOf(stack);
    const { resource } = jsonOf(stack);
    expect(resource.alicloud_fcv3_custom_domain.Api).toMatchObject({
      protocol: "HTTP",
      waf_config: { enable_waf: true },
    });
    const [api] = Object.values<object>(resource.alicloud_api_gateway_api);
    expect(api).toMatchObject({ stage_names: ["RELEASE", "TEST"] });
    expect(noteOn(api)).toEqual({
      set: [{ prop: "stages", owner: "acme 2.1.0", attributes: ["stage_names"] }],
    });
    const [group] = Object.values<object>(resource.alicloud_api_gateway_group);
    expect(group).toMatchObject({ description: "by acme" });
    expect(noteOn(group).set).toContainEqual({
      prop: "group",
      owner: "acme 2.1.0",
      attributes: [""],
    });
  });

  test("that are made of classes serve several constructs", () => {
    const stack = stackIn();
    const protect = [IpAccess.allow("203.0.113.0/24")];
    blueprint({
      defaults: {
        apiGatewayFronted: { protect },
        webFunction: { layers: [Layer.official("Nodejs20", 3)] },
      },
    }).applyTo(stack);
    frontOf(stack);
    frontOf(stack, {}, "Back");
    orders(stack);
    orders(stack, {}, "More");
    const { resource } = jsonOf(stack);
    const plugins = Object.values<{ plugin_type: string }>(resource.alicloud_api_gateway_plugin);
    expect(plugins.filter(({ plugin_type: type }) => type === "ipControl")).toHaveLength(2);
    expect(Object.values(resource.alicloud_fcv3_function)).toMatchObject([
      { layers: [expect.stringContaining("Nodejs20")] },
      { layers: [expect.stringContaining("Nodejs20")] },
    ]);
  });

  test("of triggers are not those of the trigger that a gateway makes", () => {
    const stack = stackIn();
    blueprint({
      defaults: { httpTrigger: { auth: HttpAuth.anonymous(), description: "by acme" } },
      bounds: [Bound.locked(BlueprintTarget.HTTP_TRIGGER, "auth")],
    }).applyTo(stack);
    frontOf(stack);
    expect(triggerIn(stack)).toMatchObject({ authType: "function", disableURLInternet: true });
    const [made] = Object.values<object>(jsonOf(stack).resource.alicloud_fcv3_trigger);
    expect(noteOn(made)).toBeUndefined();
  });

  test("that do not fit beside what the app states are left out", () => {
    const stack = stackIn();
    blueprint({
      defaults: {
        webFunction: { server: { port: 8080, args: ["--quiet"] }, instanceConcurrency: 20 },
        customDomain: { tls: {} },
        apiGatewayFronted: { group: { description: "by acme" } },
      },
    }).applyTo(stack);
    orders(stack);
    expect(functionIn(stack)).not.toHaveProperty("instance_concurrency");
    const target = WebFunction.fromFunctionAttributes(stack, "Target", { functionName: "orders" });
    const routes = [DomainRoute.to(target)];
    const domain = { domainName: "api.example.com", protocol: DomainProtocol.HTTP, routes };
    expect(() => new CustomDomain(stack, "Api", domain)).not.toThrow();
    const existingGroup = new ApiGroup(stack, "Shared");
    expect(() => frontOf(stack, { existingGroup })).not.toThrow();
  });

  test("that are wrong beside what the app states are refused with who set them", () => {
    const stack = stackIn();
    blueprint({ defaults: { webFunction: { memorySizeMb: 512 } } }).applyTo(stack);
    expect(refused(() => orders(stack, { cpu: 4 }))).toBe(`WebFunction: a prop is wrong
  memorySizeMb
    got       4 vCPU with 512 MB, set by acme 2.1.0
    expected  from 1 to 4 GB of memory for each vCPU
    fix       write from 4096 to 16384 MB for 4 vCPU, or another number of vCPU`);
  });
});

describe("several blueprints", () => {
  const giving = (name: string, memorySizeMb: number): Blueprint =>
    blueprint({ name, defaults: { webFunction: { memorySizeMb, tags: { [name]: "x" } } } });

  test("add up; the defaults of the nearest scope come first", () => {
    const app = Testing.app();
    giving("app", 512).applyTo(app);
    const prod = stackIn(app, "prod");
    const stage = stackIn(app, "stage");
    giving("stage", 1024).applyTo(stage);
    const part = new Construct(stage, "Part");
    giving("part", 2048).applyTo(part);
    orders(prod);
    orders(part);
    expect(functionIn(prod)).toMatchObject({ memory_size: 512, tags: { app: "x" } });
    expect(functionIn(stage)).toMatchObject({
      memory_size: 2048,
      tags: { app: "x", stage: "x", part: "x" },
    });
  });

  test("of one scope the last one comes first, and so it is with what is included", () => {
    const stack = stackIn();
    giving("first", 512).applyTo(stack);
    giving("second", 1024).applyTo(stack);
    orders(stack);
    expect(functionIn(stack).memory_size).toBe(1024);
    const other = stackIn();
    blueprint({ includes: [giving("first", 512), giving("second", 1024)] }).applyTo(other);
    orders(other);
    expect(functionIn(other).memory_size).toBe(1024);
    expect(noteOn(functionIn(other)).set[0].owner).toBe("second 2.1.0");
  });

  test("that contradict what holds in the scope, or further in, are refused with both owners", () => {
    const app = Testing.app();
    const most = base({
      bounds: [Bound.atMost(BlueprintTarget.WEB_FUNCTION, "memorySizeMb", 512)],
    });
    most.applyTo(app);
    const prod = stackIn(app);
    const expected = `Blueprint big 2.1.0: one thing is wrong in prod
  webFunction.memorySizeMb
    got       1024, the default of big 2.1.0
    expected  at most 512, set by base 1.0.0
    fix       change the default or the bound`;
    expect(refused(() => giving("big", 1024).applyTo(prod))).toBe(expected);
    const other = Testing.app();
    giving("big", 1024).applyTo(stackIn(other));
    expect(refused(() => most.applyTo(other))).toBe(
      expected.replace(
        "big 2.1.0: one thing is wrong in prod",
        "base 1.0.0: one thing is wrong in the app",
      ),
    );
  });

  test("one that is included twice holds once", () => {
    const shared = base({ requiredTags: ["team"] });
    const stack = stackIn();
    blueprint({ includes: [shared, blueprint({ name: "b", includes: [shared] })] }).applyTo(stack);
    const names = jsonOf(stack)["//"]["fc-frontdoor"].blueprints.map(
      ({ name }: { name: string }) => name,
    );
    expect(names).toEqual(["base", "b", "acme"]);
  });
});

describe("applyTo", () => {
  test("comes before the constructs of its scope", () => {
    const stack = stackIn();
    orders(stack);
    expect(thrownBy(() => blueprint().applyTo(stack)).replace(/:\d+:\d+|:\d+$/gm, "")).toBe(
      `acme 2.1.0: it comes too late for prod
  at        test/blueprints/apply.test.ts
  got       prod/Orders, which was made before at test/blueprints/../support/blueprint.ts
  expected  no construct of this library there yet: it would be without the defaults
  fix       apply the blueprint first`.replace("test/blueprints/../support", "test/support"),
    );
    expect(() => blueprint().applyTo(new Construct(stack, "Part"))).not.toThrow();
  });

  test("may come behind raw bindings, which have no defaults", () => {
    const stack = stackIn();
    trigger(stack, "raw");
    expect(() => blueprint().applyTo(stack)).not.toThrow();
  });

  test("is refused for other versions of the library", () => {
    const old = base({ library: "<0.1.0" });
    expect(refused(() => blueprint({ library: "^0.1.0", includes: [old] }).applyTo(stackIn())))
      .toBe(`base 1.0.0: it is made for other versions of fc-frontdoor
  got       fc-frontdoor ${version()}
  expected  <0.1.0
  fix       install a version in this range, or a version of base for this one`);
  });

  test("is refused where it holds already, and without a construct", () => {
    const stack = stackIn();
    const acme = blueprint();
    acme.applyTo(stack);
    expect(refused(() => acme.applyTo(stack))).toBe(
      "acme 2.1.0: it holds in prod already\n  fix       apply it once",
    );
    expect(refused(() => acme.applyTo({} as never))).toBe(
      `acme 2.1.0: applyTo is given no construct
  expected  an App, a stack, or a construct in one
  fix       write applyTo(app) or applyTo(this)`,
    );
  });

  test("turns the rules on for raw bindings", () => {
    const stack = stackIn();
    blueprint().applyTo(stack);
    trigger(stack, "first");
    trigger(stack, "second");
    expect(thrownBy(() => Testing.synth(stack, true))).toContain("http-trigger/one-per-qualifier");
  });

  test("makes constructs of the blueprint's own, once, which get the defaults", () => {
    class Watched extends Blueprint {
      protected onApply(scope: IConstruct): void {
        const stack = new TerraformStack(scope as Construct, `${this.name}-baseline`);
        provider(stack);
        orders(stack, {}, "Watch");
      }
    }
    const app = Testing.app();
    const defaults = { webFunction: { memorySizeMb: 512 } };
    const inner = new Watched({ name: "inner", version: "1.0.0", defaults });
    new Watched({ name: "outer", version: "1.0.0", includes: [inner] }).applyTo(app);
    const ids = app.node.children.map(({ node }) => node.id);
    expect(ids).toEqual(["inner-baseline", "outer-baseline"]);
    expect(functionIn(app.node.children[0] as TerraformStack).memory_size).toBe(512);
    // What a blueprint has made is no reason to refuse the next one.
    expect(() => blueprint().applyTo(app)).not.toThrow();
  });
});

test("without a blueprint nothing is said of one", () => {
  const stack = stackIn();
  orders(stack);
  expect(noteOn(functionIn(stack))).toBeUndefined();
  expect(jsonOf(stack)["//"]).not.toHaveProperty("fc-frontdoor");
});

test("outside of its scope it does not hold", () => {
  const stack = stackIn();
  const part = new Construct(stack, "Part");
  blueprint({ defaults: { webFunction: { memorySizeMb: 512 } } }).applyTo(part);
  orders(stack, {}, "Other");
  const [other] = Object.values<object>(jsonOf(stack).resource.alicloud_fcv3_function);
  expect(other).not.toHaveProperty("memory_size");
  expect(noteOn(other)).toBeUndefined();
  expect(jsonOf(stack)["//"]["fc-frontdoor"].blueprints).toEqual([
    {
      name: "acme",
      version: "2.1.0",
      scope: "prod/Part",
      subtree: true,
      defaults: ["WebFunction.memorySizeMb"],
    },
  ]);
});
