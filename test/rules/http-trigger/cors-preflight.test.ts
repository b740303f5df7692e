import { corsPreflight } from "../../../lib/rules/http-trigger/cors-preflight";
import { judged, testPage } from "../../support/rule";

const judge = (config: unknown, more: object = {}) =>
  judged(corsPreflight, {
    variable: { cors: {}, method: {}, methods: { default: ["GET"] }, config: {} },
    resource: {
      alicloud_fcv3_trigger: {
        t: {
          trigger_type: "http",
          trigger_config: typeof config === "string" ? config : JSON.stringify(config),
          ...more,
        },
      },
    },
  } as never);
const right = { violated: [], undecided: [] };
const inCode = { "//": { "fc-frontdoor": { corsInCode: true } } };

describe("http-trigger/cors-preflight", () => {
  testPage(corsPreflight);

  test("CORS that is declared as handled in code needs OPTIONS too", () => {
    const { violated } = judge({ methods: ["GET"] }, inCode);
    expect(violated[0]).toContain('["GET"] with CORS handled in code');
    expect(judge({ methods: ["OPTIONS"] }, inCode)).toEqual(right);
  });

  test.each([
    [{ methods: ["GET"] }],
    [{ methods: ["GET"], corsConfig: null }],
    [{ methods: ["GET", "OPTIONS"], corsConfig: {} }],
    [{ methods: "GET", corsConfig: {} }],
    [{ corsConfig: {} }],
    [{ methods: ["options"], corsConfig: {} }],
    ["[]"],
    ["no json"],
  ])("%j gives no finding of this rule", (config) => {
    expect(judge(config)).toEqual(right);
  });

  test("a default is followed, and named", () => {
    const { violated } = judge("${jsonencode({ methods = var.methods, corsConfig = {} })}");
    expect(violated[0]).toContain("(by the default of var.methods)");
  });

  test("what is not known is undecided, unless OPTIONS is there", () => {
    const attribute = "alicloud_fcv3_trigger.t trigger_config.methods: needs";
    const undecided = (config: string) => judge(config).undecided;
    expect(undecided('{"methods":["GET","${var.method}"],"corsConfig":{}}')).toEqual([
      `${attribute} var.method`,
    ]);
    expect(undecided('${jsonencode({ methods = ["GET"], corsConfig = var.cors })}')).toEqual([
      `${attribute} var.cors`,
    ]);
    expect(undecided("${var.config}")).toEqual([`${attribute} var.config`]);
    expect(undecided('{"methods":["OPTIONS","${var.method}"],"corsConfig":{}}')).toEqual([]);
    expect(undecided('${jsonencode({ methods = ["OPTIONS"], corsConfig = var.cors })}')).toEqual(
      [],
    );
  });
});
