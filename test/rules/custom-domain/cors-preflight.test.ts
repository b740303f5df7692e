import { corsPreflight } from "../../../lib/rules/custom-domain/cors-preflight";
import { judged, testPage } from "../../support/rule";

const CORS = { allow_origins: ["https://a.example.com"] };

const judge = (routes: unknown, cors: unknown = CORS, more: object = {}) =>
  judged(corsPreflight, {
    variable: { cors: {}, method: {}, routes: {}, methods: { default: ["GET"] } },
    resource: {
      alicloud_fcv3_custom_domain: { d: { route_config: { routes }, cors_config: cors, ...more } },
    },
  } as never);
const right = { violated: [], undecided: [] };
const inCode = { "//": { "fc-frontdoor": { corsInCode: true } } };

describe("custom-domain/cors-preflight", () => {
  testPage(corsPreflight);

  test("each route that lists methods is looked at", () => {
    const { violated } = judge([{ methods: ["GET"] }, {}, { methods: ["POST"] }]);
    expect(violated.map((text) => /routes\[\d\]/.exec(text)?.[0])).toEqual([
      "routes[0]",
      "routes[2]",
    ]);
  });

  test("blocks are found as objects and as lists of one", () => {
    const routes = { methods: ["GET"] };
    const domain = { route_config: [{ routes }], cors_config: [CORS] };
    const { violated } = judged(corsPreflight, {
      resource: { alicloud_fcv3_custom_domain: { d: domain } },
    });
    expect(violated).toEqual(judge(routes).violated);
    expect(violated).toHaveLength(1);
  });

  test("CORS that is declared as handled in code needs OPTIONS too", () => {
    const { violated } = judge([{ methods: ["GET"] }], null, inCode);
    expect(violated[0]).toContain('["GET"] with CORS handled in code');
    expect(judge([{ methods: ["OPTIONS"] }], null, inCode)).toEqual(right);
  });

  test.each([
    [[{ methods: ["GET"] }], null],
    [[{ methods: ["GET"] }], {}],
    [[{ methods: ["GET"] }], [{ allow_origins: null }]],
    [[{ methods: ["GET"] }], []],
    [[{ methods: ["GET", "OPTIONS"] }], CORS],
    [[{ methods: ["options"] }], CORS],
    [[{ methods: [] }], CORS],
    [[{ methods: null }], CORS],
    [[{ methods: "GET" }], CORS],
    [["GET"], CORS],
    [null, CORS],
  ])("%j with %j gives no finding of this rule", (routes, cors) => {
    expect(judge(routes, cors)).toEqual(right);
  });

  test("a default is followed, and named", () => {
    const { violated } = judge([{ methods: "${var.methods}" }]);
    expect(violated[0]).toContain("(by the default of var.methods)");
  });

  test("what is not known is undecided, unless OPTIONS is there", () => {
    const attribute = "alicloud_fcv3_custom_domain.d route_config.routes[0].methods: needs";
    expect(judge([{ methods: ["GET", "${var.method}"] }]).undecided).toEqual([
      `${attribute} var.method`,
    ]);
    expect(judge([{ methods: ["GET"] }], "${var.cors}").undecided).toEqual([
      `${attribute} var.cors`,
    ]);
    expect(judge("${var.routes}").undecided).toEqual([`${attribute} var.routes`]);
    expect(judge([{ methods: ["OPTIONS", "${var.method}"] }])).toEqual(right);
    expect(judge([{ methods: ["OPTIONS"] }], "${var.cors}")).toEqual(right);
  });
});
