import { jwtLookup } from "../../../lib/rules/http-trigger/jwt-lookup";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, linesOf, one } from "../../support/trigger";

const jwt = (tokenLookup: unknown, claimPassBy?: unknown) =>
  one(http({ authType: "jwt", authConfig: { jwks: {}, tokenLookup, claimPassBy } }));

describe("http-trigger/jwt-lookup", () => {
  testPage(jwtLookup);

  test.each([
    "header:auth",
    "header:Authorization:Bearer ",
    "header:Authorization:Bearer,cookie:AuthorizationCookie",
    "header:Authorization:Bearer ,query:token,form:token,cookie:token",
  ])("%j says where the token is", (text) => {
    expect(judged(jwtLookup, jwt(text))).toEqual(SATISFIED);
  });

  test.each([
    ["Header:auth", 'write header instead of "Header"'],
    ["header:auth, query:token", 'write query instead of " query"'],
    ["body:token", "begin it with a position"],
    ["header", "name the header"],
    ["query:", "name the parameter"],
    ["header:auth,", "begin it with a position"],
    ["", "begin it with a position"],
    ["cookie:token:Bearer ", "remove the prefix: only a header has one"],
    ["header:auth:Bearer :x", "remove the parts behind the prefix"],
    [undefined, 'give the place of the token, such as "header:Authorization:Bearer "'],
    [
      [{ readPosition: "header" }],
      'give the place of the token, such as "header:Authorization:Bearer "',
    ],
  ])("%j does not", (text, fix) => {
    expect(linesOf(judged(jwtLookup, jwt(text)).violated, "fix")).toEqual([fix]);
  });

  test.each([
    undefined,
    "",
    "query::",
    "header::name2",
    "query:uid:uid,header:name:name",
    "cookie:a:b,form:a:b",
  ])("%j passes claims on", (text) =>
    expect(judged(jwtLookup, jwt("query:t", text))).toEqual(SATISFIED),
  );

  test.each([
    ["header:sub", 'write three parts, such as "header:sub:x-user"'],
    ["header:sub:x:y", 'write three parts, such as "header:sub:x-user"'],
    ["path:sub:x", "begin it with a position"],
    ["QUERY:sub:x", 'write query instead of "QUERY"'],
    [["header:sub:x"], 'give text such as "header:sub:x-user"'],
  ])("%j does not", (text, fix) => {
    expect(linesOf(judged(jwtLookup, jwt("query:t", text)).violated, "fix")).toEqual([fix]);
  });

  test("the vendor's other spelling is read", () => {
    const upper = http({
      authType: "jwt",
      authConfig: { JWKS: {}, TokenLookup: "head:x", ClaimPassBy: "" },
    });
    expect(judged(jwtLookup, one(upper)).violated.join()).toContain("authConfig.TokenLookup)");
  });

  test("a claim list that is not known is undecided", () => {
    const json = { ...jwt("query:t", "${var.claims}"), variable: { claims: {} } };
    expect(judged(jwtLookup, json).undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config.authConfig.claimPassBy: needs var.claims",
    ]);
  });
});
