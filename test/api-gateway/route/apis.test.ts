import { TerraformVariable } from "cdktf";
import * as fc from "fast-check";
import { ApiAuth } from "../../../lib/api-gateway/api-auth";
import { Duration } from "../../../lib/api-gateway/duration";
import {
  ApiRoute,
  type ApiRouteProps,
  GatewayMethod,
  RequestBodyFormat,
  RequestMode,
  RequestParameterLocation,
  RequestParameterType,
  RequestProtocol,
  SystemParameterName,
} from "../../../lib/api-gateway/route";
import { apisOf, triggerMethods } from "../../../lib/api-gateway/route/apis";
import { GatewayStage } from "../../../lib/api-gateway/stage";
import type { TerraformJson } from "../../../lib/graph";
import { methods } from "../../../lib/rules/api-gateway/methods";
import { name } from "../../../lib/rules/api-gateway/name";
import { path } from "../../../lib/rules/api-gateway/path";
import { request } from "../../../lib/rules/api-gateway/request";
import { reservedHeader } from "../../../lib/rules/api-gateway/reserved-header";
import { api, closed, gateway, trigger } from "../../support/gateway";
import { judged } from "../../support/rule";
import { stackOf } from "../../support/synth";
import { apis, problems } from "./fixtures";

const { GET, POST, PUT, ANY } = GatewayMethod;
const { PATH, QUERY, HEAD, BODY } = RequestParameterLocation;

const inPath = (one: string, service = one) => ({
  name: one,
  in: "PATH",
  type: "STRING",
  required: "REQUIRED",
  nameService: service,
  inService: "PATH",
});

describe("the APIs of a route", () => {
  test("a path alone is every method over HTTPS, passed through", () => {
    expect(apis({ path: "/orders/[id]" })).toEqual([
      {
        id: "ANY_orders_[id]",
        apiName: "ANY_orders_id",
        description: "ANY /orders/[id]",
        requestConfig: {
          protocol: "HTTPS",
          method: "ANY",
          path: "/orders/[id]",
          mode: "PASSTHROUGH",
        },
        requestParameters: [inPath("id")],
        backendMethod: "ANY",
        backendPath: "/orders/[id]",
        plugins: [],
      },
    ]);
  });

  test("every prop arrives, also beside what is null", () => {
    const auth = ApiAuth.app();
    const route: ApiRouteProps = {
      methods: [POST],
      path: "/orders/[id]/lines",
      apiName: "add_line",
      description: "adds a line",
      protocol: RequestProtocol.HTTP_AND_HTTPS,
      auth,
      mode: RequestMode.MAPPING,
      bodyFormat: RequestBodyFormat.FORM,
      parameters: [
        { name: "trace", location: HEAD, backendName: "x-trace", description: "of the call" },
        { name: "amount", location: BODY, type: RequestParameterType.INT, required: true },
        { name: "id", location: PATH, type: RequestParameterType.LONG, backendName: "order" },
        { name: "page", location: QUERY, defaultValue: "1", backendLocation: HEAD },
      ],
      constantParameters: [
        { name: "source", location: QUERY, value: "gateway" },
        { name: "x-source", location: HEAD, value: "gateway", description: "whence" },
      ],
      systemParameters: [{ systemName: SystemParameterName.CLIENT_IP, name: "x-client" }],
      backendPath: "/lines/[order]",
      backendMethod: PUT,
      timeout: Duration.seconds(1.5),
      plugins: [],
      stages: [GatewayStage.RELEASE],
      forceNonceCheck: true,
      notMapped: ["callbacks"],
      mock: null as never,
    };
    expect(apis(route)).toEqual([
      {
        id: "POST_orders_[id]_lines",
        apiName: "add_line",
        description: "adds a line",
        auth,
        requestConfig: {
          protocol: "HTTP,HTTPS",
          method: "POST",
          path: "/orders/[id]/lines",
          mode: "MAPPING",
          bodyFormat: "FORM",
        },
        requestParameters: [
          { ...inPath("id", "order"), type: "LONG" },
          {
            name: "amount",
            in: "BODY",
            type: "INT",
            required: "REQUIRED",
            nameService: "amount",
            inService: "BODY",
          },
          {
            name: "trace",
            in: "HEAD",
            type: "STRING",
            required: "OPTIONAL",
            nameService: "x-trace",
            inService: "HEAD",
            description: "of the call",
          },
          {
            name: "page",
            in: "QUERY",
            type: "STRING",
            required: "OPTIONAL",
            nameService: "page",
            inService: "HEAD",
            defaultValue: "1",
          },
        ],
        constantParameters: [
          { name: "x-source", in: "HEAD", value: "gateway", description: "whence" },
          { name: "source", in: "QUERY", value: "gateway" },
        ],
        systemParameters: [{ name: "CaClientIp", nameService: "x-client", in: "HEAD" }],
        backendMethod: "PUT",
        backendPath: "/lines/[order]",
        timeout: Duration.seconds(1.5),
        plugins: [],
        stages: [GatewayStage.RELEASE],
        forceNonceCheck: true,
        notMapped: ["callbacks"],
      },
    ]);
  });

  test("parameters are written in one order, whatever the user's is; those of the path in its own", () => {
    const parameters = [
      { name: "b", location: QUERY },
      { name: "a", location: QUERY },
      { name: "z", location: HEAD },
    ];
    const one = apis(ApiRoute.get("/[d]/[c]", { parameters }))[0].requestParameters;
    const other = apis(ApiRoute.get("/[d]/[c]", { parameters: parameters.reverse() }))[0]
      .requestParameters;
    expect(one).toEqual(other);
    expect(one!.map((parameter) => parameter.name)).toEqual(["d", "c", "z", "a", "b"]);
  });

  test("the path behind has the names that the function knows", () => {
    const swapped = [
      { name: "a", location: PATH, backendName: "b" },
      { name: "b", location: PATH, backendName: "a" },
    ];
    expect(apis(ApiRoute.get("/[a]/[b]", { parameters: swapped }))[0].backendPath).toBe("/[b]/[a]");
    const fromQuery = [{ name: "id", location: QUERY, backendLocation: PATH }];
    const route = { parameters: fromQuery, backendPath: "/orders/[id]" };
    expect(apis(ApiRoute.get("/order", route))[0].backendPath).toBe("/orders/[id]");
  });

  test("texts may be tokens", () => {
    const variable = new TerraformVariable(stackOf(), "text", { type: "string" });
    const text = variable.stringValue;
    const milliseconds = variable.numberValue;
    const [first, second] = apis({
      methods: [GET, POST],
      path: "/orders",
      apiName: text,
      description: text,
      backendPath: `/${text}`,
      timeout: Duration.millis(milliseconds),
      constantParameters: [{ name: text, location: HEAD, value: text }],
      forceNonceCheck: variable.booleanValue as unknown as boolean,
    });
    expect([first.apiName, second.apiName]).toEqual([`${text}_GET`, `${text}_POST`]);
    expect(first.timeout!.toMilliseconds()).toBe(milliseconds);
  });
});

test("are mapped where parameters beside the path's are declared, or fields of a form", () => {
  const modes = apisOf([
    ApiRoute.get("/a/[id]", { parameters: [{ name: "id", location: PATH }] }),
    ApiRoute.get("/b", { parameters: [{ name: "page", location: QUERY, defaultValue: "1" }] }),
    ApiRoute.post("/c", { bodyFormat: RequestBodyFormat.FORM }),
    ApiRoute.get("/d", {
      mode: RequestMode.PASSTHROUGH,
      parameters: [{ name: "page", location: QUERY }],
    }),
  ]).map(({ requestConfig }) => requestConfig.mode);
  expect(modes).toEqual([
    "PASSTHROUGH",
    "MAPPING_PASSTHROUGH",
    "MAPPING_PASSTHROUGH",
    "PASSTHROUGH",
  ]);
});

describe("the methods of the trigger behind", () => {
  const sentBy = (...routes: ApiRouteProps[]) => triggerMethods(apisOf(routes));
  const ALL = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

  test("are those of the routes, each once, in one order", () => {
    const routes = [ApiRoute.post("/a"), ApiRoute.get("/a"), ApiRoute.post("/b")];
    expect(sentBy(...routes)).toEqual(["GET", "POST"]);
  });

  test("are all seven with ANY", () => {
    expect(sentBy(ApiRoute.any("/a"), ApiRoute.get("/b"))).toEqual(ALL);
    expect(sentBy(ApiRoute.get("/a", { backendMethod: ANY }))).toEqual(["GET"]);
  });

  test("are not those of mocks", () => {
    expect(sentBy(ApiRoute.get("/a"), ApiRoute.post("/b", { mock: { body: "" } }))).toEqual([
      "GET",
    ]);
  });

  test("are that of the function's side; with PASSTHROUGH, of which nobody says it, both", () => {
    const { MAPPING } = RequestMode;
    expect(sentBy(ApiRoute.get("/a", { backendMethod: POST, mode: MAPPING }))).toEqual(["POST"]);
    expect(sentBy(ApiRoute.get("/a", { backendMethod: POST }))).toEqual(["GET", "POST"]);
    expect(sentBy(ApiRoute.any("/a", { backendMethod: POST, mode: MAPPING }))).toEqual(["POST"]);
    expect(sentBy(ApiRoute.any("/a", { backendMethod: POST }))).toEqual(ALL);
  });
});

test("no rule finds anything wrong with the APIs of routes that are right", () => {
  const location = fc.constantFrom(...Object.values(RequestParameterLocation));
  const word = fc.constantFrom("id", "a-b", "a_b", "orders", "*", "page");
  const route: fc.Arbitrary<ApiRouteProps> = fc.record(
    {
      path: fc
        .array(fc.oneof(word, fc.constantFrom("[id]", "[a_b]", "[page]")), { maxLength: 4 })
        .map((parts) => `/${parts.join("/")}`),
      methods: fc.oneof(
        fc.constant<GatewayMethod[]>([ANY]),
        fc.uniqueArray(fc.constantFrom<GatewayMethod[]>(GET, POST, PUT), { minLength: 1 }),
      ),
      mode: fc.constantFrom(...Object.values(RequestMode)),
      backendMethod: fc.constantFrom(GET, POST, ANY),
      parameters: fc.array(
        fc.record(
          { name: word, location, backendName: word },
          { requiredKeys: ["name", "location"] },
        ),
        { maxLength: 2 },
      ),
      constantParameters: fc.constantFrom([
        { name: "X-Fc-Invocation-Type", location: HEAD, value: "Async" },
      ]),
    },
    { requiredKeys: ["path"] },
  );
  let seen = 0;
  fc.assert(
    fc.property(fc.array(route, { minLength: 1, maxLength: 3 }), (routes) => {
      fc.pre(problems(routes).length === 0);
      seen++;
      const json = emitted(routes);
      for (const rule of [path, name, request, reservedHeader, methods]) {
        expect(judged(rule, json)).toMatchObject({ violated: [], undecided: [] });
      }
    }),
    { maxSkipsPerRun: 1000 },
  );
  expect(seen).toBeGreaterThan(50);
});

/** The routes in front of a trigger, as raw JSON. */
function emitted(routes: readonly ApiRouteProps[]): TerraformJson {
  const all = apisOf(routes);
  const resources = all.map((one) => [
    one.id,
    api(
      {
        name: one.apiName,
        description: one.description,
        request_parameters: snake(one.requestParameters),
        constant_parameters: snake(one.constantParameters),
      },
      { method: one.backendMethod, path: one.backendPath },
      one.requestConfig,
    ),
  ]);
  const http = trigger({ ...closed, methods: triggerMethods(all) });
  return gateway({}, {
    resource: {
      alicloud_fcv3_trigger: { http },
      alicloud_api_gateway_api: Object.fromEntries(resources),
    },
  } as never);
}

function snake(blocks: readonly object[] | undefined): unknown {
  return blocks?.map((block) =>
    Object.fromEntries(
      Object.entries(block).map(([key, value]) => [
        key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        value,
      ]),
    ),
  );
}
