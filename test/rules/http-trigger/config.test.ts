import { httpTriggerRules } from "../../../lib/rules/http-trigger";
import { config } from "../../../lib/rules/http-trigger/config";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, STRANGE_CONFIGS, http, linesOf, one, withConfig } from "../../support/trigger";

const got = (json: ReturnType<typeof one>) => linesOf(judged(config, json).violated, "got");

describe("http-trigger/config", () => {
  testPage(config);

  test("every key that there is, is accepted", () => {
    const corsConfig = {
      allowCredentials: false,
      allowHeaders: [],
      allowMethods: [],
      allowOrigins: [],
      exposeHeaders: [],
      maxAge: 3600,
    };
    const full = http({ authType: "jwt", authConfig: { jwks: {} }, corsConfig });
    expect(judged(config, one(full))).toEqual(SATISFIED);
  });

  test.each([
    [undefined, "nothing"],
    ["", "an empty text"],
    ['["GET"]', "a list"],
    ["7", "the number 7"],
    ["null", "nothing"],
    ['"{}"', "a text"],
    [{ methods: ["GET"] }, "an object, not text"],
    [
      "{'methods': ['GET']}",
      "text that is not JSON: expected property name or '}' in JSON at position 1",
    ],
    ['{"methods": [GET]}', "text that is not JSON: unexpected token 'G'"],
    ['{"a":1', expect.stringMatching(/^text that is not JSON: /)],
  ])("%j is no JSON object", (text, what) => {
    expect(got(one(withConfig(text)))).toEqual([what]);
  });

  test.each([
    ["authtype", "authType"],
    ["AuthTipe", "authType"],
    ["auth_type", "authType"],
    ["disableUrlInternet", "disableURLInternet"],
    ["disableUrl", undefined],
    ["Methods", "methods"],
    ["method", "methods"],
    ["cors", undefined],
    ["", undefined],
  ])("the key %j is refused, and %s is meant", (key, meant) => {
    const { violated } = judged(config, one(http({ [key]: true })));
    expect(linesOf(violated, "fix")).toEqual([meant ? `write "${meant}"` : "remove it"]);
  });

  test("near misses in corsConfig and in the authConfig of jwt and bearer are named", () => {
    const cors = http({ corsConfig: { allowOrigin: ["*"], somethingNew: 1 } });
    expect(got(one(cors))).toEqual(['the unknown key "allowOrigin"']);
    const jwt = http({ authType: "jwt", authConfig: { jwk: {}, issuer: "x" } });
    expect(got(one(jwt))).toEqual(['the unknown key "jwk"']);
    const bearer = http({ authType: "bearer", authConfig: { token: [] } });
    expect(got(one(bearer))).toEqual(['the unknown key "token"']);
  });

  test("case alone is no mistake in authConfig, and the shape of basic is not known", () => {
    const upper = http({
      authType: "jwt",
      authConfig: { JWKS: {}, TokenLookup: "", whiteList: [] },
    });
    expect(judged(config, one(upper))).toEqual(SATISFIED);
    const basic = http({ authType: "basic", authConfig: { user: "x" } });
    expect(judged(config, one(basic))).toEqual(SATISFIED);
  });

  test("disableURLInternet is true or false, and corsConfig an object", () => {
    expect(got(one(http({ disableURLInternet: "False" })))).toEqual(['the text "False"']);
    expect(got(one(http({ disableURLInternet: 0 })))).toEqual(["the number 0"]);
    expect(got(one(http({ disableURLInternet: null })))).toEqual([]);
    expect(got(one(http({ corsConfig: "*" })))).toEqual(["a text"]);
  });

  test("a key that is not known may be any key", () => {
    const text = '{"${var.key}":true,"methods":["GET"]}';
    expect(judged(config, one(withConfig(text), { variable: { key: {} } })).undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config: needs var.key",
    ]);
  });

  test("values that are not known are for other rules", () => {
    const variable = { x: {} };
    const open = http({
      authType: "${var.x}",
      disableURLInternet: "${var.x}",
      methods: "${var.x}",
    });
    expect(judged(config, one(open, { variable }))).toEqual(SATISFIED);
  });

  test("of a sensitive configuration nothing is shown", () => {
    const variable = {
      key: { sensitive: true, default: '{"secretKey":1,"disableURLInternet":"true"}' },
      broken: { sensitive: true, default: "s3cret" },
    };
    const said = judged(config, one(withConfig("${var.key}"), { variable })).violated.join();
    expect(said).toContain("the unknown key (sensitive)");
    expect(said).not.toContain("secretKey");
    const broken = judged(config, one(withConfig("${var.broken}"), { variable })).violated;
    expect(linesOf(broken, "got")).toEqual([
      "text that is not JSON (by the default of var.broken)",
    ]);
  });

  test("triggers of other types are left alone", () => {
    expect(judged(config, one(withConfig("{", { trigger_type: "timer" })))).toEqual(SATISFIED);
    const open = withConfig("{", { trigger_type: "${var.type}" });
    expect(judged(config, one(open, { variable: { type: {} } }))).toEqual(SATISFIED);
  });

  test("no rule stumbles over a strange configuration, and config alone says that there is none", () => {
    for (const text of STRANGE_CONFIGS) {
      for (const rule of httpTriggerRules) judged(rule, one(withConfig(text)));
    }
    const speaking = httpTriggerRules.filter(
      (rule) => judged(rule, one(withConfig(undefined))).violated.length > 0,
    );
    expect(speaking.map(({ id }) => id)).toEqual(["http-trigger/config"]);
  });

  test.each([
    '{"methods":["GET"],"disableURLInternet":true${var.more}}',
    '{"methods":["GET"],${var.more}"disableURLInternet":true}',
    '{"methods":["GET"],${var.more}}',
    "{${var.more}}",
  ])("%s may get more members by the variable", (text) => {
    expect(judged(config, one(withConfig(text), { variable: { more: {} } }))).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_trigger.t trigger_config: needs var.more"],
    });
  });

  test.each(['{"methods":${jsonencode(var.more)},}', '{"methods":[${var.more}'])(
    "%s is no JSON whatever the variable is",
    (text) => {
      const json = one(withConfig(text), { variable: { more: {} } });
      expect(judged(config, json).violated).toHaveLength(1);
    },
  );
});
