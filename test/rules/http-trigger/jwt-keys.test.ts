import { jwtKeys } from "../../../lib/rules/http-trigger/jwt-keys";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, linesOf, one, withConfig } from "../../support/trigger";

const rsa = { kty: "RSA", alg: "RS256", use: "sig", n: "0vx7", e: "AQAB", kid: "a" };
const ec = { kty: "EC", alg: "ES256", use: "sig", crv: "P-256", x: "MKBC", y: "4Etl", kid: "b" };
const okp = { kty: "OKP", alg: "EdDSA", use: "sig", crv: "Ed25519", x: "11qY", kid: "c" };

const jwt = (jwks: unknown) =>
  one(http({ authType: "jwt", authConfig: { jwks, tokenLookup: "query:t" } }));
const keys = (...list: unknown[]) => jwt({ keys: list });
const got = (json: ReturnType<typeof one>) => linesOf(judged(jwtKeys, json).violated, "got");

describe("http-trigger/jwt-keys", () => {
  testPage(jwtKeys);

  test("keys of every type are accepted, one of them without kid, with more members", () => {
    const { kid, ...without } = rsa;
    expect(kid).toBe("a");
    expect(judged(jwtKeys, keys({ ...without, x5c: ["MIIC"] }, ec, okp))).toEqual(SATISFIED);
    expect(judged(jwtKeys, keys({ ...rsa, alg: "PS512" }))).toEqual(SATISFIED);
  });

  test("a set is not empty, and has the shape of one", () => {
    expect(got(keys())).toEqual(["an empty list"]);
    expect(got(jwt(undefined))).toEqual(["nothing"]);
    expect(got(jwt({}))).toEqual(["nothing"]);
    expect(got(jwt([rsa]))).toEqual(["a list"]);
    expect(got(jwt({ keys: rsa }))).toEqual(["an object"]);
    expect(got(keys("x"))).toEqual(["a text"]);
    expect(got(jwt("{"))).toEqual(["text that is not JSON"]);
  });

  test("a set that is written as text, or under the vendor's other spelling, is read", () => {
    expect(judged(jwtKeys, jwt(JSON.stringify({ keys: [rsa] })))).toEqual(SATISFIED);
    expect(got(jwt(JSON.stringify({ keys: [{ ...rsa, d: "x" }] })))).toEqual([
      "the private member d",
    ]);
    const upper = http({ authType: "jwt", authConfig: { JWKS: { keys: [{ ...rsa, d: "x" }] } } });
    expect(got(one(upper))).toEqual(["the private member d"]);
  });

  test.each(["d", "p", "q", "dp", "dq", "qi", "oth", "k"])(
    "the private member %s is refused and not shown",
    (name) => {
      const { violated } = judged(jwtKeys, keys({ ...rsa, [name]: "s3cret" }));
      expect(linesOf(violated, "got")).toEqual([`the private member ${name}`]);
      expect(violated.join()).not.toContain("s3cret");
    },
  );

  test("a private member is one whatever its value", () => {
    const json = { ...keys({ ...rsa, d: "${var.d}", p: 1 }), variable: { d: { sensitive: true } } };
    expect(got(json)).toEqual(["the private members d, p"]);
  });

  test.each(["kty", "alg", "use", "n", "e"])("%s is missed", (name) => {
    expect(got(keys({ ...rsa, [name]: undefined }))).toEqual(["nothing"]);
    expect(got(keys({ ...rsa, [name]: "" }))).toHaveLength(1);
  });

  test("the members that an EC and an OKP key need are missed", () => {
    expect(got(keys({ ...ec, crv: undefined, x: undefined, y: undefined }))).toHaveLength(3);
    expect(got(keys({ ...okp, x: undefined }))).toHaveLength(1);
  });

  test.each([
    [{ ...rsa, alg: "ES256" }, "write the algorithm that the tokens are signed with"],
    [{ ...ec, alg: "RS256" }, "write the algorithm that the tokens are signed with"],
    [{ ...okp, alg: "HS256" }, "write the algorithm that the tokens are signed with"],
    [{ ...rsa, alg: "rs256" }, 'write "RS256"'],
    [{ ...rsa, kty: "rsa" }, 'write "RSA"'],
    [{ ...rsa, kty: "oct", alg: "RS256" }, "give a key that has a public half"],
  ])("alg fits kty: %j", (key, fix) => {
    expect(linesOf(judged(jwtKeys, keys(key)).violated, "fix")).toEqual([fix]);
  });

  test("two keys without kid, or with the same, cannot be told apart", () => {
    expect(got(keys({ ...rsa, kid: "" }, ec, { ...okp, kid: undefined }))).toEqual([
      "a second key without kid, beside keys[0]",
    ]);
    expect(got(keys(rsa, { ...ec, kid: "a" }))).toEqual(["the kid of keys[0]"]);
  });

  test("what is not known is undecided, unless what is known is wrong", () => {
    const variable = { n: {}, kid: {} };
    const open = keys({ ...rsa, n: "${var.n}" }, { ...ec, kid: "${var.kid}" });
    expect(judged(jwtKeys, { ...open, variable }).undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config.authConfig: needs var.n, var.kid",
    ]);
    const wrong = keys({ ...rsa, n: "${var.n}" }, { ...ec, alg: "HS256" });
    expect(judged(jwtKeys, { ...wrong, variable })).toMatchObject({ undecided: [] });
    expect(judged(jwtKeys, { ...keys({ ...rsa, kid: "${var.kid}" }), variable })).toEqual(
      SATISFIED,
    );
  });

  test("where authType is not known, what would be wrong is undecided and what would be right is not", () => {
    const judge = (list: unknown[]) =>
      judged(
        jwtKeys,
        one(http({ authType: "${var.auth}", authConfig: { jwks: { keys: list } } }), {
          variable: { auth: {} },
        }),
      );
    expect(judge([]).undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config.authConfig: needs var.auth",
    ]);
    expect(judge([rsa])).toEqual(SATISFIED);
  });

  test("other authentications, and an authConfig that is none, are for other rules", () => {
    expect(judged(jwtKeys, one(http({ authType: "bearer", authConfig: { jwks: {} } })))).toEqual(
      SATISFIED,
    );
    expect(judged(jwtKeys, one(http({ authType: "jwt" })))).toEqual(SATISFIED);
    expect(judged(jwtKeys, one(http({ authType: "jwt", authConfig: {} })))).toEqual(SATISFIED);
    expect(judged(jwtKeys, one(withConfig("{")))).toEqual(SATISFIED);
  });
});
