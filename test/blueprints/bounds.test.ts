import { generateKeyPairSync } from "node:crypto";
import { type TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ResourceGraph } from "../../lib/graph";
import { evaluate } from "../../lib/rules";
import { bounds as rule } from "../../lib/rules/blueprint/bounds";
import {
  ApiApp,
  ApiAuth,
  ApiGroup,
  BlueprintTarget,
  type BlueprintProps,
  Bound,
  CustomDomain,
  DomainRoute,
  GatewayStage,
  HttpAuth,
  HttpProtocol,
  Jwks,
  Layer,
  Runtime,
  SessionAffinity,
  TokenLookup,
  WebFunction,
} from "../../lib";
import { Project, thrownBy } from "../support/app";
import { base, blueprint, frontOf, jsonOf, orders, stackIn, triggerOf } from "../support/blueprint";

const { WEB_FUNCTION, HTTP_TRIGGER, CUSTOM_DOMAIN, API_GATEWAY_FRONTED } = BlueprintTarget;

/** What the rule says of a stack: `address attribute: got | expected | fix`. */
function found(stack: TerraformStack): readonly string[] {
  const graph = new ResourceGraph([{ stack: "", json: jsonOf(stack) }]);
  const { findings, undecided } = evaluate(graph, [rule], { date: "2026-11-22" });
  return [
    ...findings.map(
      ({ resource, attribute, got, expected, fix }) =>
        `${resource.replace("alicloud_", "")} ${attribute}: ${got} | ${expected} | ${fix}`,
    ),
    ...undecided.map(({ attribute, needs }) => `${attribute} needs ${needs.join()}`),
  ];
}

function under(props: Partial<BlueprintProps>): TerraformStack {
  const stack = stackIn();
  blueprint(props).applyTo(stack);
  return stack;
}

test("numbers are at least and at most", () => {
  const stack = under({
    bounds: [
      Bound.atMost(WEB_FUNCTION, "timeoutSeconds", 300),
      Bound.atLeast(WEB_FUNCTION, "memorySizeMb", 256),
      Bound.between(WEB_FUNCTION, "cpu", 1, 2),
    ],
  });
  orders(stack, { timeoutSeconds: 300, memorySizeMb: 256, cpu: 0.1 });
  orders(stack, { timeoutSeconds: 301, memorySizeMb: 192, cpu: 1 / 20 }, "Small");
  expect(found(stack)).toEqual([
    "fcv3_function.Orders cpu: cpu: 0.1 | at least 1 and at most 2, set by acme 2.1.0 | write 1 or more",
    "fcv3_function.Small cpu: cpu: 0.05 | at least 1 and at most 2, set by acme 2.1.0 | write 1 or more",
    "fcv3_function.Small memory_size: memorySizeMb: 192 | at least 256, set by acme 2.1.0 | write 256 or more",
    "fcv3_function.Small timeout: timeoutSeconds: 301 | at most 300, set by acme 2.1.0 | write 300 or less",
  ]);
});

test("of what nobody gives, what the construct does is judged; what the service decides is not", () => {
  const stack = under({
    bounds: [
      Bound.atLeast(WEB_FUNCTION, "timeoutSeconds", 10),
      Bound.atLeast(WEB_FUNCTION, "memorySizeMb", 256),
      Bound.oneOf(HTTP_TRIGGER, "auth", "jwt"),
      Bound.oneOf(HTTP_TRIGGER, "disableInternetUrl", "true"),
      Bound.oneOf(API_GATEWAY_FRONTED, "stages", "TEST"),
      Bound.oneOf(CUSTOM_DOMAIN, "protocol", "HTTP"),
    ],
  });
  orders(stack);
  triggerOf(stack);
  expect(found(stack)).toEqual([
    "fcv3_function.Orders timeout: timeoutSeconds: 3, by default | at least 10, set by acme 2.1.0 | write 10 or more",
    "fcv3_trigger.Http trigger_config.authType: auth: function, by default | jwt, set by acme 2.1.0 | take jwt",
    "fcv3_trigger.Http trigger_config.disableURLInternet: disableInternetUrl: false, by default | true, set by acme 2.1.0 | take true",
  ]);
  const other = under({ bounds: [Bound.oneOf(API_GATEWAY_FRONTED, "stages", "TEST")] });
  frontOf(other);
  expect(found(other)).toEqual([
    expect.stringMatching(
      /^api_gateway_group\.\S+ stages: stages: RELEASE, by default \| TEST, set/,
    ),
  ]);
});

test("values are told by their text, and the nearest is named", () => {
  const stack = under({
    bounds: [
      Bound.oneOf(WEB_FUNCTION, "runtime", "nodejs20", "python3.12"),
      Bound.oneOf(WEB_FUNCTION, "diskSizeMb", "512"),
      Bound.oneOf(WEB_FUNCTION, "internetAccess", "false"),
      Bound.oneOf(HTTP_TRIGGER, "protocols", "HTTP", "SSE"),
    ],
  });
  orders(stack, { runtime: Runtime.PYTHON3_10, diskSizeMb: 10240, internetAccess: true });
  triggerOf(stack, { protocols: [HttpProtocol.HTTP, HttpProtocol.GRPC] });
  expect(found(stack)).toEqual([
    "fcv3_function.Orders disk_size: diskSizeMb: 10240 | 512, set by acme 2.1.0 | take 512",
    "fcv3_function.Orders internet_access: internetAccess: true | false, set by acme 2.1.0 | take false",
    "fcv3_function.Orders runtime: runtime: python3.10 | one of nodejs20, python3.12, set by acme 2.1.0 | take python3.12",
    "fcv3_trigger.Http protocols: protocols: HTTP, gRPC | one of HTTP, SSE, set by acme 2.1.0 | take one of these",
  ]);
});

test("what is required is given by the app or by a blueprint", () => {
  const bounds = [
    Bound.required(WEB_FUNCTION, "description"),
    Bound.required(WEB_FUNCTION, "logs"),
    Bound.required(API_GATEWAY_FRONTED, "protect"),
  ];
  const logs = { project: "acme", logstore: "functions" };
  const stack = under({ bounds, defaults: { webFunction: { logs } } });
  orders(stack);
  orders(stack, { description: "orders" }, "Described");
  frontOf(stack, { existingGroup: new ApiGroup(stack, "Group") });
  expect(found(stack)).toEqual([
    expect.stringMatching(
      /^api_gateway_api\.\S+ protect: protect: nothing \| a value, asked for by acme 2\.1\.0 \| give protect$/,
    ),
    "fcv3_function.Orders description: description: nothing | a value, asked for by acme 2.1.0 | give description",
  ]);
});

describe("a lock", () => {
  const logs = { project: "acme", logstore: "functions" };
  const stack = (): TerraformStack =>
    under({
      defaults: { webFunction: { logs, tags: { org: "acme" }, timeoutSeconds: 30 } },
      bounds: ["logs", "tags", "timeoutSeconds"].map((prop) => Bound.locked(WEB_FUNCTION, prop)),
    });

  test("lets the app say the same, and nothing else", () => {
    const prod = stack();
    orders(prod, { logs: { ...logs }, tags: { team: "a", org: "acme" }, timeoutSeconds: 30 });
    expect(found(prod)).toEqual([]);
    orders(
      prod,
      { logs: { ...logs, logstore: "own" }, tags: { org: "b" }, timeoutSeconds: 31 },
      "B",
    );
    expect(found(prod)).toEqual([
      "fcv3_function.B log_config: logs: another value than the default | the default, locked by acme 2.1.0 | leave it out",
      "fcv3_function.B tags: tags: another value than the default | the default, locked by acme 2.1.0 | leave it out",
      "fcv3_function.B timeout: timeoutSeconds: 31 | 30, locked by acme 2.1.0 | leave it out",
    ]);
  });

  test("on tags is undecided where the tags are a token", () => {
    const prod = stack();
    const tags = new TerraformVariable(prod, "tags", { type: "map(string)" });
    orders(prod, { tags: tags.value });
    expect(found(prod)).toEqual(["tags needs var.tags"]);
  });

  test("tells what classes were given, and a construct from another one", () => {
    const prod = stackIn();
    const [own, other] = [
      ApiApp.fromApiAppAttributes(prod, "Own", { appId: "1" }),
      ApiApp.fromApiAppAttributes(prod, "Other", { appId: "2" }),
    ];
    blueprint({
      defaults: {
        apiGatewayFronted: { protect: [ApiAuth.app(own)] },
        webFunction: {
          layers: [Layer.official("Nodejs20", 3)],
          sessionAffinity: SessionAffinity.cookie({ ttlSeconds: 60 }),
        },
      },
      bounds: [
        Bound.locked(API_GATEWAY_FRONTED, "protect"),
        Bound.locked(WEB_FUNCTION, "layers"),
        Bound.locked(WEB_FUNCTION, "sessionAffinity"),
      ],
    }).applyTo(prod);
    const layers = [Layer.official("Nodejs20", 3)];
    const sessionAffinity = SessionAffinity.cookie({ ttlSeconds: 60 });
    orders(prod, { layers, sessionAffinity });
    frontOf(prod, { protect: [ApiAuth.app(own)] });
    expect(found(prod)).toEqual([]);
    orders(
      prod,
      { layers: [Layer.official("Nodejs20", 2)], sessionAffinity: SessionAffinity.cookie() },
      "B",
    );
    frontOf(prod, { protect: [ApiAuth.app(other)] }, "Open");
    expect(found(prod).map((text) => text.replace(/ \|.*$/, ""))).toEqual([
      expect.stringMatching(/ protect: protect: another APP than the default$/),
      "fcv3_function.B layers: layers: another value than the default",
      "fcv3_function.B session_affinity: sessionAffinity: another value than the default",
    ]);
  });

  test("says nothing where the default does not fit beside what the app states", () => {
    const prod = under({
      defaults: { webFunction: { instanceConcurrency: 20 } },
      bounds: [Bound.locked(WEB_FUNCTION, "instanceConcurrency")],
    });
    orders(prod);
    expect(found(prod)).toEqual([]);
  });

  test("on an authentication holds its keys, too", () => {
    const jwt = (key: object): HttpAuth =>
      HttpAuth.jwt({
        jwks: Jwks.fromKeys({ ...key, kty: "EC", kid: "a", alg: "ES256", use: "sig" } as never),
        tokenLookup: [TokenLookup.header("Authorization", "Bearer")],
      });
    const [own, other] = [1, 2].map(() =>
      generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" }),
    );
    const prod = under({
      defaults: { httpTrigger: { auth: jwt(own) } },
      bounds: [Bound.locked(HTTP_TRIGGER, "auth")],
    });
    triggerOf(prod, { auth: jwt({ ...own }) });
    triggerOf(prod, { auth: HttpAuth.anonymous() }, "Open");
    triggerOf(prod, { auth: jwt(other) }, "Other");
    expect(found(prod)).toEqual([
      "fcv3_trigger.Open trigger_config.authType: auth: anonymous | jwt, locked by acme 2.1.0 | leave it out",
      "fcv3_trigger.Other trigger_config.authType: auth: another jwt than the default | jwt, locked by acme 2.1.0 | leave it out",
    ]);
  });
});

test("a value that Terraform gives is undecided, with what it needs", () => {
  const stack = under({ bounds: [Bound.atMost(WEB_FUNCTION, "timeoutSeconds", 300)] });
  const timeout = new TerraformVariable(stack, "timeout", { type: "number" });
  orders(stack, { timeoutSeconds: timeout.numberValue });
  expect(found(stack)).toEqual(["timeout needs var.timeout"]);
});

test("the bounds of all blueprints hold, the stricter wins", () => {
  const app = Testing.app();
  base({ bounds: [Bound.atMost(WEB_FUNCTION, "timeoutSeconds", 300)] }).applyTo(app);
  const stack = stackIn(app);
  blueprint({ bounds: [Bound.atMost(WEB_FUNCTION, "timeoutSeconds", 60)] }).applyTo(stack);
  orders(stack, { timeoutSeconds: 100 });
  orders(stack, { timeoutSeconds: 400 }, "Slow");
  expect(found(stack).map((text) => text.replace(/^.*\| (.*) \|.*$/, "$1"))).toEqual([
    "at most 60, set by acme 2.1.0",
    "at most 60, set by acme 2.1.0",
    "at most 300, set by base 1.0.0",
  ]);
});

test("a domain and a gateway that is there already have their notes too", () => {
  const stack = under({
    bounds: [
      Bound.oneOf(API_GATEWAY_FRONTED, "stages", "RELEASE"),
      Bound.required(CUSTOM_DOMAIN, "icpFiling"),
    ],
  });
  const target = WebFunction.fromFunctionAttributes(stack, "Target", { functionName: "orders" });
  new CustomDomain(stack, "Api", {
    domainName: "api.example.com",
    protocol: "HTTP" as never,
    routes: [DomainRoute.to(target)],
  });
  frontOf(stack, { stages: [GatewayStage.RELEASE, GatewayStage.PRE] });
  expect(found(stack)).toEqual([
    expect.stringMatching(
      /^api_gateway_group\.\S+ stages: stages: RELEASE, PRE \| RELEASE, set by acme 2\.1\.0 \| take RELEASE$/,
    ),
    "fcv3_custom_domain.Api icpFiling: icpFiling: nothing | a value, asked for by acme 2.1.0 | give icpFiling",
  ]);
});

test("a broken bound stops the synth, at the line of the construct", () => {
  const project = new Project();
  const app = project.app();
  blueprint({ bounds: [Bound.atMost(WEB_FUNCTION, "timeoutSeconds", 300)] }).applyTo(app);
  const stack = stackIn(app);
  orders(stack, { timeoutSeconds: 600 });
  const text = thrownBy(() => app.synth());
  expect(text).toContain(`error  blueprint/bounds: a construct keeps to what its blueprint allows
  at        test/support/blueprint.ts:`);
  expect(text).toContain("  expected  at most 300, set by acme 2.1.0\n");
  expect(project.manifest).toBeUndefined();
});
