import { TerraformVariable } from "cdktf";
import { JwtAuth, JwtClaimLocation, JwtLocation } from "../../../lib/api-gateway/plugins/jwt-auth";
import { type Jwk, Jwks } from "../../../lib";
import { dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const KEY: Jwk = { kty: "RSA", alg: "RS256", kid: "2026", n: "0vx7", e: "AQAB" };
const jwks = Jwks.fromKeys(KEY);
const of = (props: object) => JwtAuth.of({ jwks, ...props } as never);

test("keys alone are enough: the token is in the header Authorization", () => {
  const plugin = JwtAuth.fromJwks(jwks);
  expect(plugin.pluginType).toBe("jwtAuth");
  expect(JSON.stringify(dataOf(plugin))).toBe(
    '{"parameter":"Authorization","parameterLocation":"header","jwk":{"kty":"RSA","alg":"RS256","kid":"2026","n":"0vx7","e":"AQAB","use":"sig"}}',
  );
});

test("a place, claims and switches are written as the gateway reads them", () => {
  const plugin = of({
    parameter: "X-Token",
    location: JwtLocation.QUERY,
    claims: [
      { claimName: "sub", parameterName: "X-User" },
      { claimName: "role", parameterName: "role", location: JwtClaimLocation.QUERY },
    ],
    preventJtiReplay: true,
    bypassEmptyToken: null,
    ignoreExpirationCheck: false,
  });
  expect(problemsOf(plugin)).toEqual([]);
  expect(dataOf(plugin)).toStrictEqual({
    parameter: "X-Token",
    parameterLocation: "query",
    claimParameters: [
      { claimName: "sub", parameterName: "X-User", location: "header" },
      { claimName: "role", parameterName: "role", location: "query" },
    ],
    preventJtiReplay: true,
    ignoreExpirationCheck: false,
    jwk: { ...KEY, use: "sig" },
  });
});

test("several keys are a list, from an issuer's text too", () => {
  const other = { ...KEY, kid: "2027" };
  expect(dataOf(of({ jwks: Jwks.fromKeys(KEY, other) }))).toMatchObject({
    jwks: [{ kid: "2026" }, { kid: "2027" }],
  });
  const text = JSON.stringify({ keys: [KEY, other] });
  expect(dataOf(of({ jwks: Jwks.fromJson(text) }))).toMatchObject({ jwks: [KEY, other] });
});

test("a key that does not say its algorithm is taken, as the gateway does", () => {
  const text = '{"keys":[{"kty":"RSA","n":"0vx7","e":"AQAB"}]}';
  expect(problemsOf(of({ jwks: Jwks.fromJson(text) }))).toEqual([]);
  expect(wrongIn(of({ jwks: Jwks.fromKeys({ ...KEY, alg: "ES256" }) }))).toEqual([
    'plugins[0].jwks.keys[0].alg: "ES256"',
  ]);
});

test("wrong keys are refused, and a private one is not shown", () => {
  expect(problemsOf(of({ jwks: Jwks.fromKeys({ ...KEY, d: "s3cret" } as never) }))).toEqual([
    "plugins[0].jwks.keys[0]: the private member d; public members only; remove it, and make a new key pair: this private key can be read in the configuration and in the state",
  ]);
  expect(problemsOf(of({ jwks: Jwks.fromKeys(KEY, KEY) }))).toEqual([
    "plugins[0].jwks.keys[1].kid: the kid of keys[0]; a kid of its own for each key; give one of the two another kid, or remove it",
  ]);
  expect(problemsOf(of({ jwks: Jwks.fromKeys() }))).toEqual([
    "plugins[0].jwks.keys: an empty list; a list of at least one public key; give a list of at least one public key",
  ]);
  expect(wrongIn(of({ jwks: Jwks.fromJson("s3cret") }))).toEqual([
    "plugins[0].jwks: text that is not JSON",
  ]);
  expect(problemsOf(of({ jwks: KEY }))).toEqual([
    "plugins[0].jwks: an object; a Jwks, such as Jwks.fromKeys({ … }); give a Jwks, such as Jwks.fromKeys({ … })",
  ]);
});

test("wrong places and claims are refused where they stand", () => {
  const claims = [
    { claimName: "", parameterName: "X-User" },
    { claimName: "sub", parameterName: "x", location: "body" },
    { claimName: "sub" },
  ];
  expect(wrongIn(of({ parameter: "", location: "form", claims, preventJtiReplay: "yes" }))).toEqual(
    [
      "plugins[0].parameter: an empty text",
      'plugins[0].location: "form"',
      "plugins[0].claims[0].claimName: an empty text",
      'plugins[0].claims[1].location: "body"',
      "plugins[0].claims[2].parameterName: nothing",
      "plugins[0].preventJtiReplay: a string",
    ],
  );
  const twice = { claimName: "sub", parameterName: "X-User" };
  expect(problemsOf(of({ claims: [twice, { ...twice, claimName: "name" }] }))).toEqual([
    'plugins[0].claims[1].parameterName: "X-User" again, as claims[0]; each parameter once; remove it',
  ]);
  for (const props of [undefined, null, 1, []]) {
    expect(problemsOf(JwtAuth.of(props as never))).toHaveLength(1);
  }
});

test("callers send the token where it is looked for", () => {
  expect(JwtAuth.fromJwks(jwks)._credentials()).toEqual({
    headers: ["Authorization: Bearer $FC_JWT"],
    variables: ["FC_JWT"],
  });
  expect(of({ parameter: "X-Token" })._credentials()).toMatchObject({
    headers: ["X-Token: $FC_JWT"],
  });
  expect(of({ parameter: "token", location: "query" })._credentials()).toMatchObject({
    query: "token=$FC_JWT",
  });
  expect(of({ parameter: "session", location: "cookie" })._credentials()).toMatchObject({
    cookie: "session=$FC_JWT",
  });
  expect(of({ bypassEmptyToken: true })._credentials()).toBeUndefined();
});

test("keys and claims that are not known are written as an expression", () => {
  expect(
    textOf((stack) => {
      const keys = new TerraformVariable(stack, "jwks", { type: "string" }).stringValue;
      const claimName = new TerraformVariable(stack, "claim", { type: "string" }).stringValue;
      return JwtAuth.of({
        jwks: Jwks.fromJson(keys),
        claims: [{ claimName, parameterName: "X-${a}" }],
      });
    }),
  ).toBe(
    '${jsonencode({"claimParameters" = [{"claimName" = var.claim, "location" = "header", "parameterName" = "X-$${a}"}], "jwks" = jsondecode(var.jwks).keys, "parameter" = "Authorization", "parameterLocation" = "header"})}',
  );
  expect(
    textOf((stack) => {
      const n = new TerraformVariable(stack, "n", { type: "string" }).stringValue;
      return JwtAuth.fromJwks(Jwks.fromKeys({ ...KEY, n }));
    }),
  ).toContain('"n" = var.n');
});
