import { jwtPaths } from "../../../lib/rules/http-trigger/jwt-paths";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, linesOf, one } from "../../support/trigger";

const jwt = (lists: object, variable = {}) =>
  one(http({ authType: "jwt", authConfig: { jwks: {}, tokenLookup: "query:t", ...lists } }), {
    variable,
  });

describe("http-trigger/jwt-paths", () => {
  testPage(jwtPaths);

  test("paths, prefixes and an empty list beside another are accepted", () => {
    expect(judged(jwtPaths, jwt({}))).toEqual(SATISFIED);
    expect(judged(jwtPaths, jwt({ whitelist: ["/", "/*", "/a", "/a/*", "/a*"] }))).toEqual(
      SATISFIED,
    );
    expect(judged(jwtPaths, jwt({ whitelist: [], blacklist: ["/a"] }))).toEqual(SATISFIED);
    expect(judged(jwtPaths, jwt({ whitelist: null, blacklist: ["/a"] }))).toEqual(SATISFIED);
  });

  test.each(["whitelist", "blacklist", "whiteList", "blackList"])("%s is read", (name) => {
    const { violated } = judged(jwtPaths, jwt({ [name]: ["/ok", "a", "", "/a/*/b", "/**", 1] }));
    expect(linesOf(violated, "got")).toEqual([
      '"a"',
      "an empty text",
      '"/a/*/b"',
      '"/**"',
      "the number 1",
    ]);
  });

  test("a list is a list", () => {
    expect(linesOf(judged(jwtPaths, jwt({ whitelist: "/a" })).violated, "got")).toEqual(["a text"]);
  });

  test("both lists are too many, also where they are not known in full", () => {
    const both = jwt({ whitelist: ["${var.a}"], blackList: ["/b"] }, { a: {} });
    expect(judged(jwtPaths, both)).toMatchObject({ violated: [expect.any(String)], undecided: [] });
    const perhaps = jwt({ whitelist: "${var.a}", blacklist: ["/b"] }, { a: {} });
    expect(judged(jwtPaths, perhaps).undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config.authConfig.whitelist: needs var.a",
    ]);
  });
});
