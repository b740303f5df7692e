import { TerraformVariable } from "cdktf";
import { HttpAuth, Jwks } from "../../../../lib";
import { ApiAuth } from "../../../../lib/api-gateway/api-auth";
import { BackendSignature } from "../../../../lib/api-gateway/plugins/backend-signature";
import { BasicAuth } from "../../../../lib/api-gateway/plugins/basic-auth";
import { Caching } from "../../../../lib/api-gateway/plugins/caching";
import type { PluginOptions } from "../../../../lib/api-gateway/plugins/gateway-plugin";
import { ImportedPlugin } from "../../../../lib/api-gateway/plugins/imported-plugin";
import { IpAccess, IpAccessType } from "../../../../lib/api-gateway/plugins/ip-access";
import { JwtAuth, type JwtAuthProps } from "../../../../lib/api-gateway/plugins/jwt-auth";
import {
  type PluginsFor,
  pluginsCheck,
  protectCheck,
} from "../../../../lib/api-gateway/plugins/checks/plugins-check";
import { RawPlugin } from "../../../../lib/api-gateway/plugins/raw-plugin";
import { GatewayStage } from "../../../../lib/api-gateway/stage";
import type { Check } from "../../../../lib/props";
import { secretIn } from "../../../support/given";
import { stackOf } from "../../../support/synth";
import { KnownApp } from "../fixtures";

const { PRE, RELEASE, TEST } = GatewayStage;

const caching = (options: PluginOptions = {}) => Caching.of({ durationSeconds: 60, ...options });
const office = (options: PluginOptions = {}) =>
  IpAccess.of({
    type: IpAccessType.ALLOW,
    items: [{ blocks: ["203.0.113.0/24"] }],
    ...options,
  });
const jwt = (parameter: string, options: Partial<JwtAuthProps> = {}) =>
  JwtAuth.of({
    parameter,
    jwks: Jwks.fromKeys({ kty: "RSA", alg: "RS256", kid: "a", n: "0vx7", e: "AQAB" }),
    ...options,
  });
const basic = (options: PluginOptions = {}) =>
  BasicAuth.of({ users: [{ username: "alice", password: secretIn(stackOf()) }], ...options });

const said = (check: Check, value: unknown, at: string): string[] =>
  check(value, at).map(({ at, got, expected, fix }) => `${at}: ${got}; ${expected}; ${fix}`);
const plugins = (list: unknown, calls?: PluginsFor) => said(pluginsCheck(calls), list, "plugins");
const protect = (list: unknown, calls?: PluginsFor) => said(protectCheck(calls), list, "protect");
const app = () => new KnownApp(stackOf(), "Partner", "110982419");

test("plugins that fit are right, also a list without any", () => {
  const list = [
    caching({ pluginName: "orders_caching", description: "a".repeat(200), stages: [PRE, TEST] }),
    caching({ stages: [RELEASE] }),
    office({ stages: null as never, pluginName: null as never }),
    ImportedPlugin.fromPluginId("cors", "9a3f"),
    jwt("X-Token"),
    basic(),
  ];
  expect(plugins(list)).toEqual([]);
  expect(protect([...list, ApiAuth.app(app())])).toEqual([]);
  expect([plugins([]), protect([]), protect([ApiAuth.app()])]).toEqual([[], [], []]);
});

test("what is no plugin is refused, with what was meant", () => {
  const stack = stackOf();
  const list = [ApiAuth.app(), HttpAuth.signature(), { type: "ALLOW" }, "jwtAuth", null];
  expect(plugins(list)).toEqual([
    "plugins[0]: an ApiAuth; a plugin; give it in protect of the front, or as auth of a route",
    "plugins[1]: a HttpAuth; a GatewayPlugin, such as GatewayCors.of({ … }); give a GatewayPlugin, such as GatewayCors.of({ … })",
    expect.stringContaining("plugins[2]: an object; "),
    expect.stringContaining("plugins[3]: a string; "),
    expect.stringContaining("plugins[4]: null; "),
  ]);
  expect(protect([HttpAuth.signature()])).toEqual([
    'protect[0]: a HttpAuth; a GatewayPlugin, such as IpAccess.allow("203.0.113.0/24"), or ApiAuth.app(…); give a GatewayPlugin, such as IpAccess.allow("203.0.113.0/24"), or ApiAuth.app(…)',
  ]);
  const list_ = new TerraformVariable(stack, "list", { type: "list(string)" }).listValue;
  for (const check of [plugins, protect]) {
    for (const wrong of [list_, undefined, null, 1, "x", {}, caching(), () => 1]) {
      expect(check(wrong)).toHaveLength(1);
    }
  }
});

test("the backend signature has a place of its own, whatever made it", () => {
  const signature = BackendSignature.fromVariables(stackOf(), "Signature");
  const imported = ImportedPlugin.fromPluginId("backendSignature", "9a3f");
  const refused = ["[0]", "[1]"].map(
    (index) =>
      `plugins${index}: a plugin backendSignature; a plugin for callers: with the signature the gateway calls the function; give it as backendSignature of the front`,
  );
  expect(plugins([signature, imported])).toEqual(refused);
  expect(protect([signature])).toHaveLength(1);
});

test("name, description and stages are looked at, and the plugin's own props, all at once", () => {
  const wrong = {
    pluginName: "orders-caching",
    description: "é".repeat(201),
    stages: [RELEASE, "PRE", RELEASE] as never,
  };
  expect(
    plugins([Caching.of({ durationSeconds: 0, ...wrong }), office({ stages: [] }), caching()]),
  ).toEqual([
    expect.stringContaining("plugins[0].durationSeconds: 0 seconds; "),
    'plugins[0].pluginName: "orders-caching"; 4 to 50 letters, digits, "_" and Chinese characters, the first not "_"; write "orders_caching"',
    "plugins[0].description: 201 characters; at most 200 characters; shorten it",
    "plugins[0].stages[1]: a string; a GatewayStage, such as GatewayStage.RELEASE; give a GatewayStage, such as GatewayStage.RELEASE",
    expect.stringContaining("plugins[1].stages: an empty list; "),
  ]);
  expect(plugins([caching({ stages: [RELEASE, RELEASE] })])).toEqual([
    'plugins[0].stages[1]: "RELEASE" again, as stages[0]; each stage once; remove it',
  ]);
  const name = new TerraformVariable(stackOf(), "name", { type: "string" }).stringValue;
  expect(plugins([caching({ pluginName: name, description: name })])).toEqual([]);
});

describe("more than 50 KB of data", () => {
  const raw = (text: string) => RawPlugin.of("errorMapping", { ...RIGHT, note: text });
  const RIGHT = { parameters: {}, errorCondition: "a" };
  const around = JSON.stringify({ ...RIGHT, note: "" }).length;

  test("is refused, by the bytes that arrive", () => {
    expect(plugins([raw("a".repeat(50 * 1024 - around))])).toEqual([]);
    expect(plugins([raw("a".repeat(50 * 1024 - around + 1))])).toEqual([
      "plugins[0]: 51201 bytes; at most 51200 bytes (50 KB); shorten it, or divide it into plugins for different APIs",
    ]);
    expect(plugins([raw("信".repeat(17100))])).toEqual([
      expect.stringContaining(`plugins[0]: ${17100 * 3 + around} bytes; `),
    ]);
  });

  test("is refused where the rest is not known", () => {
    const stack = stackOf();
    const text = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
    const list = new TerraformVariable(stack, "list", { type: "list(string)" }).listValue;
    const number = new TerraformVariable(stack, "number", { type: "number" }).numberValue;
    expect(plugins([raw(`${"a".repeat(50 * 1024 - around)}${text}`)])).toEqual([]);
    expect(plugins([raw(`${"a".repeat(60000 - around)}${text}`)])).toEqual([
      expect.stringContaining("plugins[0]: at least 60000 bytes; "),
    ]);
    const data = { ...RIGHT, list, number, note: "a".repeat(60000) };
    expect(plugins([RawPlugin.of("errorMapping", data)])).toEqual([
      expect.stringContaining("plugins[0]: at least 600"),
    ]);
  });
});

describe("two plugins of one type", () => {
  test("do not hold on the same stage", () => {
    expect(plugins([caching(), office(), caching()])).toEqual([
      "plugins[2]: a second plugin caching for the group on each stage, beside plugins[0]; one plugin of a type for each group and stage; remove one of the two plugins, or put what both plugins do into one plugin",
    ]);
    const twice = [caching({ stages: [PRE, TEST] }), caching({ stages: [RELEASE, TEST] })];
    expect(plugins(twice, { target: "API" })).toEqual([
      'plugins[1]: a second plugin caching for the API on stage "TEST", beside plugins[0]; one plugin of a type for each API and stage; remove one of the two plugins, or put what both plugins do into one plugin',
    ]);
    expect(plugins([caching({ stages: [PRE] }), caching()])).toEqual([
      expect.stringContaining('plugins[1]: a second plugin caching for the group on stage "PRE", '),
    ]);
    expect(plugins([caching(), ImportedPlugin.fromPluginId("caching", "9a3f")])).toHaveLength(1);
  });

  test("hold on different ones", () => {
    const stages = [PRE, RELEASE, TEST].map((stage) => caching({ stages: [stage] }));
    expect(plugins(stages)).toEqual([]);
  });

  test("of two lists for the same calls are refused in the second", () => {
    const beside = { protect: [office(), ApiAuth.app(), "x"] };
    expect(plugins([caching(), office()], { beside })).toEqual([
      expect.stringContaining(
        "plugins[1]: a second plugin ipControl for the group on each stage, beside protect[0]; ",
      ),
    ]);
    expect(plugins([office()], { beside: { protect: null } })).toEqual([]);
  });
});

test("basicAuth and jwtAuth do not both read Authorization", () => {
  expect(protect([basic(), jwt("authorization")])).toEqual([
    "protect[1]: a basicAuth plugin, and a jwtAuth plugin that reads Authorization, on each stage, beside protect[0]; one of the two, or a jwtAuth plugin that reads another header; let the jwtAuth plugin read another header, such as X-Token, or detach one of the two",
  ]);
  const beside = { protect: [jwt("Authorization")] };
  expect(plugins([basic({ stages: [TEST] })], { beside })).toEqual([
    expect.stringContaining('reads Authorization, on stage "TEST", beside protect[0]; '),
  ]);
  const stack = stackOf();
  const unknown = new TerraformVariable(stack, "header", { type: "string" }).stringValue;
  for (const other of [
    jwt("X-Token"),
    RawPlugin.of("jwtAuth", { parameter: unknown, jwk: { kty: "RSA", n: "0vx7", e: "AQAB" } }),
    jwt("Authorization", { stages: [PRE] }),
    RawPlugin.of("jwtAuth", {
      parameter: "Authorization",
      parameterLocation: "query",
      jwk: { kty: "RSA", n: "0vx7", e: "AQAB" },
    }),
    ImportedPlugin.fromPluginId("jwtAuth", "9a3f"),
  ]) {
    expect(protect([basic({ stages: [RELEASE] }), other])).toEqual([]);
  }
});

test("addresses of an app need APIs that know the app", () => {
  const byApp = IpAccess.of({
    type: IpAccessType.ALLOW,
    items: [{ blocks: ["203.0.113.0/24"] }, { blocks: ["192.0.2.1"], app: app() }],
  });
  expect(protect([byApp], { authTypes: ["APP", "ANONYMOUS"] })).toEqual([
    "protect[0]: the addresses of an app, on APIs that are ANONYMOUS; items without an app, or APIs that know the app which calls; give ApiAuth.app(…) in protect, or remove the app from the items",
  ]);
  expect(protect([byApp], { authTypes: ["APP", "APPOPENID"] })).toEqual([]);
  expect(protect([byApp])).toEqual([]);
  expect(protect([office()], { authTypes: ["ANONYMOUS"] })).toEqual([]);
});

describe("who calls", () => {
  test("is not anybody", () => {
    expect(protect([ApiAuth.anonymous()])).toEqual([
      "protect[0]: ApiAuth.anonymous(), which lets everybody in; what keeps callers out; remove it, or give ApiAuth.app(…)",
    ]);
  });

  test("is not anybody without a token", () => {
    const open = jwt("X-Token", { bypassEmptyToken: true });
    expect(protect([open, office()])).toEqual([
      "protect[0]: a plugin jwtAuth with bypassEmptyToken, which lets in everybody who sends no token; what keeps callers out; give it in plugins, or leave bypassEmptyToken out",
    ]);
    const raw = { parameter: "X-Token", jwk: { kty: "RSA", n: "0vx7", e: "AQAB" } };
    for (const bypassEmptyToken of [true, "true"]) {
      const plugin = RawPlugin.of("jwtAuth", { ...raw, bypassEmptyToken });
      expect(protect([plugin])).toHaveLength(1);
    }
    const unknown = new TerraformVariable(stackOf(), "bypass", { type: "bool" }).booleanValue;
    for (const bypassEmptyToken of [false, undefined, null, unknown]) {
      expect(protect([jwt("X-Token", { bypassEmptyToken: bypassEmptyToken as never })])).toEqual(
        [],
      );
    }
    expect(plugins([open])).toEqual([]);
  });

  test("is said once", () => {
    expect(protect([office(), ApiAuth.app(), ApiAuth.app(app())])).toEqual([
      "protect[2]: ApiAuth.app(…) again, as protect[1]; one ApiAuth.app(…); give all apps to the first",
    ]);
  });

  test("is an app", () => {
    expect(protect([ApiAuth.app(app(), "110982419" as never, null as never)])).toEqual([
      "protect[0].apps[1]: a string; an app, such as new ApiApp(…); give an app, such as new ApiApp(…)",
      "protect[0].apps[2]: null; an app, such as new ApiApp(…); give an app, such as new ApiApp(…)",
    ]);
  });
});
