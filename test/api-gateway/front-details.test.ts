import { Fn, Token, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import {
  ApiApp,
  ApiAuth,
  ApiGroup,
  ApiRoute,
  DomainDns,
  ErrorMapping,
  GatewayMethod,
  GatewayStage,
  ImportedPlugin,
  RequestParameterLocation,
  IpAccess,
  IpAccessType,
  TrafficControl,
} from "../../lib";
import { Order } from "../support/order";
import { addressesOf, resourcesOf, stackOf } from "../support/synth";
import { type Props, document, emitted, frontIn, refusal } from "./fixtures";

/** What properties of random fronts have found, each by itself. */

const addresses = (props: Props): readonly string[] => {
  const stack = stackOf();
  frontIn(stack, props);
  return addressesOf(stack);
};

describe("no API is left published without a plugin that could not be made", () => {
  const orderOf = (props: Props) => new Order(document((stack) => frontIn(stack, props)));
  const waiting = (order: Order) => {
    const [api] = order.ofType("alicloud_api_gateway_api");
    const plugins = order.ofType("alicloud_api_gateway_plugin");
    expect(plugins.length).toBeGreaterThan(1);
    return plugins.filter((plugin) => !order.waits(api, plugin));
  };

  test("in a group that others share", () => {
    const order = orderOf((stack) => ({
      existingGroup: new ApiGroup(stack, "Shared"),
      protect: [IpAccess.allow("203.0.113.0/24")],
    }));
    expect(waiting(order)).toEqual([]);
  });

  test("nor one of its own", () => {
    const plugins = [IpAccess.allow("203.0.113.0/24")];
    const order = orderOf(() => ({ routes: [ApiRoute.get("/orders", { plugins })] }));
    expect(waiting(order)).toEqual([]);
  });
});

test("two apps of one id have the same addresses in either order", () => {
  const made = (turn: boolean) =>
    addresses((stack) => {
      const apps = ["One", "Other"].map((id) => new ApiApp(new Construct(stack, id), "Partner"));
      return { protect: [ApiAuth.app(...(turn ? apps.reverse() : apps))] };
    });
  expect(made(true)).toEqual(made(false));
  expect(made(true).filter((one) => one.includes("app_attachment"))).toHaveLength(2);
});

test("a plugin has the same address in whatever order its stages are", () => {
  const { RELEASE, PRE, TEST } = GatewayStage;
  const made = (stages: GatewayStage[]) => {
    const of = (on: GatewayStage[], block: string) =>
      IpAccess.of({ type: IpAccessType.ALLOW, items: [{ blocks: [block] }], stages: on });
    return addresses(() => ({
      stages: [RELEASE, PRE, TEST],
      protect: [of(stages, "203.0.113.0/24"), of([TEST], "198.51.100.0/24")],
    }));
  };
  expect(made([RELEASE, PRE])).toEqual(made([PRE, RELEASE]));
});

test("data of objects without a prototype is in one order too", () => {
  const bare: object = Object.assign(Object.create(null), { statusCode: 500, errorMessage: "no" });
  const plugin = ErrorMapping.of({
    parameters: { statusCode: "StatusCode" },
    errorCondition: "$statusCode = 500",
    defaultMapping: bare,
  });
  const plugins = emitted(() => ({ plugins: [plugin, TrafficControl.perMinute(60)] }));
  expect(JSON.stringify(plugins.alicloud_api_gateway_plugin)).toContain(
    '{\\"errorMessage\\":\\"no\\",\\"statusCode\\":500}',
  );
});

test("names that a group logs may be a reference", () => {
  const logged = (names: (stack: Construct) => unknown) =>
    Object.values(
      emitted((stack) => ({ group: { logging: { queryString: names(stack) as string[] } } }))
        .alicloud_api_gateway_group,
    )[0].user_log_config;
  const variable = (stack: Construct) => new TerraformVariable(stack, "names", {});
  const expected = { query_string: '${join(",", var.names)}' };
  expect(logged((stack) => variable(stack).listValue)).toEqual(expected);
  expect(logged((stack) => variable(stack).value)).toEqual(expected);
  expect(logged(() => Token.asList(Fn.split(" ", "a b")))).toEqual({
    query_string: '${join(",", split(" ", "a b"))}',
  });
});

test("a name of a plugin that two would have is refused: it is unique in the account", () => {
  const named = (block: string) =>
    IpAccess.of({ type: IpAccessType.ALLOW, items: [{ blocks: [block] }], pluginName: "offices" });
  const { GET, PUT } = GatewayMethod;
  const lines = refusal(() => ({
    protect: [named("203.0.113.0/24"), ImportedPlugin.fromPluginId("logMask", "offices")],
    routes: [
      ApiRoute.get("/a", { plugins: [named("198.51.100.7")] }),
      ApiRoute.of([GET, PUT], "/b", {
        plugins: [TrafficControl.of({ unit: "DAY" as never, apiDefault: 9, pluginName: "daily" })],
      }),
    ],
  }));
  expect([lines[0], ...lines.slice(2)]).toEqual([
    "ApiGatewayFronted: 2 props are wrong",
    "  routes[0].plugins[0].pluginName",
    '    got       "offices" again, as protect[0]',
    "    expected  a name that no other plugin of the account has",
    "    fix       give one of the two another name, or leave it out",
    "  routes[1].plugins[0].pluginName",
    '    got       "daily" for 2 plugins, one for each method of the route',
    "    expected  a name that no other plugin of the account has",
    "    fix       leave it out, or give each method a route",
  ]);
});

test("a place of a parameter that is no text is refused, and stumbled over by nobody", () => {
  for (const location of [Object.create(null), { toString: null }, Symbol("HEAD"), 10n]) {
    const parameters = [{ name: "page", location }];
    const lines = refusal(() => ({ routes: [ApiRoute.get("/", { parameters })] }));
    expect(lines).toContain("  routes[0].parameters[0].location");
  }
  const { HEAD } = RequestParameterLocation;
  const twice = ["x-a", "X-A"].map((name) => ({ name, location: HEAD }));
  expect(refusal(() => ({ routes: [ApiRoute.get("/", { parameters: twice })] }))).toContain(
    "  routes[0].parameters[1].name",
  );
});

test("the stack that binds a domain has a name that the service takes, whatever the ids are", () => {
  const stack = stackOf("_x");
  frontIn(stack, () => ({
    domain: {
      domainName: "api.example.com",
      dns: DomainDns.inZone("example.com"),
      certificateElsewhere: true,
    },
  }));
  const [binding] = Object.values(resourcesOf(stack).alicloud_ros_stack);
  expect(binding.stack_name).toMatch(/^f--x-Front-Domain-[0-9a-f]{8}-\$/);
});

test("apps that are authorised elsewhere may call on a stage of one's own", () => {
  const resources = emitted(() => ({
    stages: [GatewayStage.existing("CANARY")],
    protect: [ApiAuth.app()],
  }));
  const [api] = Object.values(resources.alicloud_api_gateway_api);
  expect(api).toMatchObject({ auth_type: "APP", stage_names: ["CANARY"] });
});
