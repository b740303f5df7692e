import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { GatewayStage } from "../../../../lib/api-gateway/stage";
import { ApiRoute } from "../../../../lib/api-gateway/route/api-route";
import type { ApiRouteProps } from "../../../../lib/api-gateway/route/api-route-props";
import { routesCheck } from "../../../../lib/api-gateway/route/checks";
import { OpenApiPart } from "../../../../lib/api-gateway/route/open-api/part";
import {
  GatewayMethod,
  RequestBodyFormat,
  RequestMode,
} from "../../../../lib/api-gateway/route/words";
import { Duration } from "../../../../lib/api-gateway/duration";
import { PlacedText } from "../../../../lib/graph/yaml/placed";
import { FrontDoorError } from "../../../../lib/synth";
import { documentFile, documentWith, routesOf } from "./support";

const ORDERS = documentFile("orders.yaml");
const STOCK = documentFile("stock.json");
const text = (file: string): string => readFileSync(file, "utf8");
const problemsOf = (routes: readonly ApiRouteProps[]) =>
  routesCheck([GatewayStage.RELEASE])(routes, "routes");

const SECURITY = "security: token (http bearer) or key (apiKey) and login (oauth2)";
const LINE = [
  {
    name: "id",
    location: "PATH",
    type: "STRING",
    required: true,
    description: "the number of the order",
  },
  { name: "line", location: "PATH", type: "LONG", required: true },
];

describe("the routes of an OpenAPI 3.0 document in YAML", () => {
  const [list, create, ...others] = ApiRoute.fromOpenApi(ORDERS);

  test("an operation is a route, with what is said of its path", () => {
    expect(list).toEqual({
      methods: ["GET"],
      path: "/v1/orders",
      apiName: "orders_list",
      description: "List the orders",
      parameters: [
        { name: "X-Tenant", location: "HEAD", type: "STRING", required: true },
        {
          name: "limit",
          location: "QUERY",
          type: "INT",
          defaultValue: "20",
          description: "how many at once",
        },
        { name: "since", location: "QUERY", type: "LONG" },
        { name: "states", location: "QUERY", type: "STRING" },
        { name: "filter", location: "QUERY", type: "STRING" },
      ],
      notMapped: [
        SECURITY,
        "parameter: X-Tenant in header (enum)",
        "parameter: limit in query (minimum, maximum)",
        "parameter: states in query (array)",
        "parameter: filter in query (application/json)",
        "cookie: session",
        "parameter: X-Fc-Region in header (kept by the platform)",
        "server: https://old.example.com/v0",
        "method: TRACE /orders",
      ],
    });
    expect(create).toEqual({
      methods: ["POST"],
      path: "/v1/orders",
      apiName: "create-order",
      description: "Takes an order. It is there at once.",
      bodyFormat: "STREAM",
      parameters: [
        { name: "X-Tenant", location: "HEAD", type: "STRING", required: true },
        { name: "limit", location: "QUERY", type: "INT", defaultValue: "5" },
      ],
      notMapped: [
        SECURITY,
        "server: https://write.example.com/v1",
        "callback: paid",
        "parameter: X-Tenant in header (enum)",
      ],
    });
  });

  test("a form has its fields; each method of a path has a route", () => {
    const path = "/v1/orders/[id]/lines/[line]";
    const pattern = "parameter: id in path (pattern)";
    expect(others).toEqual([
      {
        methods: ["PUT"],
        path,
        apiName: "PUT_put",
        bodyFormat: "FORM",
        parameters: [
          ...LINE,
          { name: "amount", location: "BODY", type: "FLOAT", required: true },
          {
            name: "price",
            location: "BODY",
            type: "DOUBLE",
            defaultValue: "1.5",
            description: "what it costs",
          },
          { name: "gift", location: "BODY", type: "BOOLEAN", defaultValue: "false" },
          { name: "notes", location: "BODY", type: "STRING" },
        ],
        notMapped: [
          pattern,
          "parameter: amount in the form (minimum, exclusiveMinimum)",
          "parameter: notes in the form (array, default)",
        ],
      },
      {
        methods: ["DELETE"],
        path,
        parameters: LINE,
        notMapped: [SECURITY, pattern, "body: application/json of DELETE"],
      },
      {
        methods: ["OPTIONS"],
        path,
        apiName: "OPTIONS_選択肢",
        parameters: LINE,
        notMapped: [SECURITY, pattern],
      },
      { methods: ["HEAD"], path, parameters: LINE, notMapped: [SECURITY, pattern] },
      {
        methods: ["PATCH"],
        path,
        bodyFormat: "STREAM",
        parameters: LINE,
        notMapped: [pattern, "body: a form beside application/json"],
      },
    ]);
  });
});

test("the routes of an OpenAPI 3.1 document in JSON, with tabs", () => {
  const sku = { name: "sku", location: "PATH", type: "STRING", required: true };
  const item = { path: "/stock/items/[sku].json", description: "One item" };
  const style = "parameter: sku in path (style label)";
  expect(ApiRoute.fromOpenApi(STOCK)).toEqual([
    {
      ...item,
      methods: ["GET"],
      apiName: "getItem",
      parameters: [sku],
      notMapped: [style, "webhook: soldOut"],
    },
    {
      ...item,
      methods: ["POST"],
      apiName: "sendItem",
      bodyFormat: "FORM",
      parameters: [sku, { name: "name", location: "BODY", type: "STRING" }],
      notMapped: [style, "body: allOf of the form"],
    },
    {
      methods: ["GET"],
      path: "/stock/items",
      apiName: "listItems",
      parameters: [
        { name: "size", location: "QUERY", type: "INT" },
        { name: "id", location: "QUERY", type: "STRING" },
        { name: "any", location: "QUERY", type: "STRING" },
        { name: "all", location: "QUERY", type: "STRING" },
        { name: "sort", location: "QUERY", type: "STRING", defaultValue: "up" },
        { name: "tree", location: "QUERY", type: "STRING" },
      ],
      notMapped: ["parameter: id in query (integer or string)", "parameter: tree in query (oneOf)"],
    },
  ]);
});

test.each(["orders.yaml", "stock.json"])("a front takes the routes of %s", (name) => {
  expect(problemsOf(ApiRoute.fromOpenApi(documentFile(name)))).toEqual([]);
});

describe("options of fromOpenApi", () => {
  test("operations: those alone, without what is said of the whole document", () => {
    const routes = ApiRoute.fromOpenApi(STOCK, { operations: ["listItems", "getItem"] });
    expect(routes.map(({ apiName }) => apiName)).toEqual(["getItem", "listItems"]);
    expect(routes[0].notMapped).toEqual(["parameter: sku in path (style label)"]);
  });

  test("handled: those parts are not reported", () => {
    const handled = [OpenApiPart.PARAMETER, OpenApiPart.WEBHOOK];
    const routes = ApiRoute.fromOpenApi(STOCK, { handled });
    expect(routes.map(({ notMapped }) => notMapped)).toEqual([
      undefined,
      ["body: allOf of the form"],
      undefined,
    ]);
    const all = ApiRoute.fromOpenApi(ORDERS, { handled: Object.values(OpenApiPart) });
    expect(all.flatMap(({ notMapped = [] }) => notMapped)).toEqual([]);
  });

  test("defaults: the document's own words come before them, parameters stand beside each other", () => {
    const timeout = Duration.seconds(3);
    const header = { name: "X-Trace", location: "HEAD" } as never;
    const limit = { name: "limit", location: "QUERY", description: "not this" } as never;
    const defaults = {
      timeout,
      description: "not this",
      bodyFormat: RequestBodyFormat.FORM,
      parameters: [header, limit],
      notMapped: ["quota of 10"],
    };
    const [route] = routesOf(
      documentWith({
        summary: "List",
        parameters: [{ name: "limit", in: "query", schema: {} }],
      }),
      { defaults },
    );
    expect(route).toEqual({
      timeout,
      methods: [GatewayMethod.GET],
      path: "/orders",
      description: "List",
      bodyFormat: "FORM",
      parameters: [{ name: "limit", location: "QUERY", type: "STRING" }, header],
      notMapped: ["quota of 10"],
    });
  });

  test.each([
    [undefined, "/v1/orders"],
    ["", "/orders"],
    ["/", "/orders"],
    ["/api/", "/api/orders"],
    ["/[tenant]", "/[tenant]/orders"],
  ])("pathPrefix %j gives %s", (pathPrefix, path) => {
    const document = documentWith({}, { servers: [{ url: "https://example.com/v1" }] });
    expect(routesOf(document, { pathPrefix })[0].path).toBe(path);
  });

  test("a mode that does not look at parameters has more to report", () => {
    const defaults = { mode: RequestMode.PASSTHROUGH };
    const operations = ["orders.list", "put"];
    const [list, put] = ApiRoute.fromOpenApi(ORDERS, { defaults, operations }).map(
      ({ notMapped = [] }) => notMapped.filter((text) => text.startsWith("parameter: ")),
    );
    expect(list).toEqual([
      "parameter: X-Tenant in header (required, enum)",
      "parameter: limit in query (int, default, minimum, maximum)",
      "parameter: since in query (long)",
      "parameter: states in query (array)",
      "parameter: filter in query (application/json)",
      "parameter: X-Fc-Region in header (kept by the platform)",
    ]);
    expect(put).toEqual([
      "parameter: id in path (pattern)",
      "parameter: amount in the form (float, required, minimum, exclusiveMinimum)",
      "parameter: price in the form (double, default)",
      "parameter: gift in the form (boolean, default)",
      "parameter: notes in the form (array, default)",
    ]);
  });

  test("null is not given, as from the jsii languages", () => {
    const options = { operations: null, defaults: null, pathPrefix: null, handled: null } as never;
    expect(routesOf(documentWith(), options)).toHaveLength(1);
  });
});

describe("the server of a document", () => {
  test.each([
    [[], ""],
    [[{ url: "/" }], ""],
    [[{ url: "v2/" }], "/v2"],
    [[{ url: "//example.com/a/b" }], "/a/b"],
    [
      [
        {
          url: "{scheme}://h/{base}",
          variables: { scheme: { default: "https" }, base: { default: "v3" } },
        },
      ],
      "/v3",
    ],
  ])("%j stands before every path as %j", (servers, prefix) => {
    expect(routesOf(documentWith({}, { servers }))[0].path).toBe(`${prefix}/orders`);
  });

  test("another one with the same path is not reported, with another path it is, once", () => {
    const servers = [{ url: "https://a/v1" }, { url: "https://b/v1/" }, { url: "https://b/v2" }];
    const item = { put: { responses: { 200: { description: "a" } } } };
    const routes = routesOf(documentWith({}, { servers }, item));
    expect(routes.map(({ notMapped }) => notMapped)).toEqual([["server: https://b/v2"], undefined]);
    expect(routesOf(documentWith({}, { servers }), { pathPrefix: "" })[0].notMapped).toBe(
      undefined,
    );
  });
});

describe("names and descriptions", () => {
  const named = (operationId: string) => routesOf(documentWith({ operationId }))[0].apiName;

  test.each([
    ["listOrders", "listOrders"],
    ["list orders.v1", "list_orders_v1"],
    ["get", "GET_get"],
    ["1st", "GET_1st"],
    ["__list__", "list"],
    ["取得注文", "取得注文"],
    ["", undefined],
    ["///", undefined],
    ["a".repeat(50), "a".repeat(50)],
    ["a".repeat(51), `${"a".repeat(41)}_bfc5fe0e`],
  ])("the operation %j is the API %j", (operationId, name) => {
    expect(named(operationId)).toBe(name);
  });

  test("any id and text give a route that a front takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.lorem({ maxCount: 90 }), (id, summary) => {
        const document = documentWith({ operationId: id, summary });
        expect(problemsOf(routesOf(document))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("a long description is cut to 180 characters", () => {
    const [{ description }] = routesOf(documentWith({ description: "𠮷".repeat(181) }));
    expect(description).toBe(`${"𠮷".repeat(179)}…`);
    const [fits] = routesOf(documentWith({ description: `a\n ${"b".repeat(178)}` }));
    expect(fits.description).toBe(`a ${"b".repeat(178)}`);
  });
});

describe("documents that are wrong somewhere", () => {
  const whole = new PlacedText(text(ORDERS)).read();
  const placesIn = (value: unknown): readonly (readonly (string | number)[])[] =>
    typeof value !== "object" || value === null
      ? [[]]
      : [
          [],
          ...Object.entries(value).flatMap(([key, item]) =>
            placesIn(item).map((place) => [key, ...place]),
          ),
        ];
  const places = placesIn(whole).filter(({ length }) => length > 0);

  test("give routes that a front takes, or an error that says where: never a crash", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), (place, value) => {
        const document = structuredClone(whole) as Record<string, unknown>;
        const inside = place
          .slice(0, -1)
          .reduce((at, step) => at[step] as Record<string, unknown>, document);
        inside[place[place.length - 1]] = value;
        try {
          routesOf(document);
        } catch (error) {
          if (!(error instanceof FrontDoorError)) throw error;
          expect(error.message).toMatch(/^ {2}openapi\.yaml:\d+:\d+ \(\/.*\)$/m);
        }
      }),
      { numRuns: 60 },
    );
  });
});
