import { jwtPrefix } from "../../../lib/rules/http-trigger/jwt-prefix";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, linesOf, one } from "../../support/trigger";

const jwt = (tokenLookup: unknown) =>
  one(http({ authType: "jwt", authConfig: { jwks: {}, tokenLookup } }));

describe("http-trigger/jwt-prefix", () => {
  testPage(jwtPrefix);

  test.each([
    "header:auth",
    "header:auth:",
    "header:auth:Bearer ",
    "header:auth:token=",
    "query:t",
    "nowhere:t:x",
    undefined,
    1,
  ])("%j is right, or for jwt-lookup", (text) =>
    expect(judged(jwtPrefix, jwt(text))).toEqual(SATISFIED),
  );

  test("two spaces are one too many, and each header is judged", () => {
    const { violated } = judged(jwtPrefix, jwt("header:a:Bearer  ,header:b:JWT"));
    expect(linesOf(violated, "fix")).toEqual(['write "header:a:Bearer "', 'write "header:b:JWT "']);
  });

  test("a sensitive prefix is not shown", () => {
    const json = {
      ...jwt("header:auth:${var.p}"),
      variable: { p: { default: "Hidden", sensitive: true } },
    };
    const { violated } = judged(jwtPrefix, json);
    expect(violated).toHaveLength(1);
    expect(violated[0]).not.toContain("Hidden");
  });
});
