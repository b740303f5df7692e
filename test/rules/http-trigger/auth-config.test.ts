import { authConfig } from "../../../lib/rules/http-trigger/auth-config";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, linesOf, one, withConfig } from "../../support/trigger";

const auth = (authType: unknown, config?: unknown) => one(http({ authType, authConfig: config }));

describe("http-trigger/auth-config", () => {
  testPage(authConfig);

  test.each(["jwt", "basic", "bearer"])("%s needs one that is an object with content", (type) => {
    for (const config of [undefined, null, {}, [], "", "x", 1, { jwks: null }]) {
      expect(judged(authConfig, auth(type, config)).violated).toHaveLength(1);
    }
    expect(judged(authConfig, auth(type, { anything: 1 }))).toEqual(SATISFIED);
  });

  test("one that is written as text is read", () => {
    expect(judged(authConfig, auth("jwt", '{"jwks":{}}'))).toEqual(SATISFIED);
    expect(judged(authConfig, auth("jwt", "{}")).violated).toHaveLength(1);
  });

  test.each(["anonymous", "function"])("%s has none", (type) => {
    for (const config of [undefined, null, {}, "", { jwks: null }]) {
      expect(judged(authConfig, auth(type, config))).toEqual(SATISFIED);
    }
    const { violated } = judged(authConfig, auth(type, { tokens: [] }));
    expect(linesOf(violated, "fix")).toEqual(['remove authConfig, or write "authType": "bearer"']);
    expect(linesOf(judged(authConfig, auth(type, { x: 1 })).violated, "fix")).toEqual([
      "remove authConfig",
    ]);
    expect(linesOf(judged(authConfig, auth(type, [1])).violated, "got")).toEqual(["a list"]);
  });

  test("an unknown authType leaves it undecided, a wrong one is for auth-type", () => {
    const open = one(http({ authType: "${var.auth}", authConfig: {} }), { variable: { auth: {} } });
    expect(judged(authConfig, open).undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config.authConfig: needs var.auth",
    ]);
    expect(judged(authConfig, auth("open", { jwks: {} }))).toEqual(SATISFIED);
    expect(judged(authConfig, auth(undefined, { jwks: {} }))).toEqual(SATISFIED);
  });

  test("what config says already is not said again", () => {
    expect(judged(authConfig, one(withConfig("{")))).toEqual(SATISFIED);
    expect(judged(authConfig, one(http({ authType: "jwt", AuthConfig: {} })))).toEqual(SATISFIED);
  });

  test("the authConfig of another type is not the one that the type needs", () => {
    const tokens = { tokens: [{ tokenName: "a", tokenData: "x" }] };
    const jwt = { jwks: { keys: [] }, tokenLookup: "query:token" };
    const { violated } = judged(authConfig, auth("bearer", jwt));
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain('got       the authConfig of "jwt"');
    expect(violated[0]).toContain('or write "authType": "jwt"');
    expect(judged(authConfig, auth("jwt", tokens)).violated).toHaveLength(1);
    expect(judged(authConfig, auth("basic", tokens)).violated).toHaveLength(1);
    expect(judged(authConfig, auth("jwt", { ...jwt, ...tokens })).violated).toEqual([]);
    expect(judged(authConfig, auth("basic", { accounts: [] })).violated).toEqual([]);
  });
});
