import { type TerraformStack, TerraformVariable } from "cdktf";
import { ClaimPassBy, HttpAuth, Jwks, TokenLookup } from "../../lib";
import { emitted, refusal } from "./fixtures";

const KEY = { kty: "RSA", alg: "RS256", kid: "one", n: "sXchDaQebHnPiGvyDOAT4saG", e: "AQAB" };
const LOOKUP = [TokenLookup.header("Authorization", "Bearer")];

/** `auth_config` of a domain. */
const authConfig = (make: (stack: TerraformStack) => HttpAuth): unknown =>
  emitted((stack) => ({ auth: make(stack) })).auth_config;

test("of a signature has no auth_info", () => {
  expect(authConfig(() => HttpAuth.signature())).toEqual({ auth_type: "function" });
});

test("that is none is stated", () => {
  expect(authConfig(() => HttpAuth.anonymous())).toEqual({ auth_type: "anonymous" });
});

test("of JWT is the JSON that a trigger has", () => {
  const auth = HttpAuth.jwt({
    jwks: Jwks.fromKeys(KEY),
    tokenLookup: LOOKUP,
    claimPassBy: [ClaimPassBy.header("sub", "x-user")],
    whitelist: ["/health"],
  });
  const config = authConfig(() => auth) as { auth_type: string; auth_info: string };
  expect(config.auth_type).toBe("jwt");
  expect(JSON.parse(config.auth_info)).toEqual({
    jwks: { keys: [{ ...KEY, use: "sig" }] },
    tokenLookup: "header:Authorization:Bearer ",
    claimPassBy: "header:sub:x-user",
    whitelist: ["/health"],
  });
});

test("of JWT takes keys by reference", () => {
  const config = authConfig((stack) => {
    const keys = new TerraformVariable(stack, "jwks", { type: "string" });
    return HttpAuth.jwt({ jwks: Jwks.fromJson(keys.stringValue), tokenLookup: LOOKUP });
  });
  expect(config).toEqual({
    auth_type: "jwt",
    auth_info:
      '${jsonencode({"jwks" = jsondecode(var.jwks), "tokenLookup" = "header:Authorization:Bearer ", "claimPassBy" = "query::"})}',
  });
});

test("may be written as the service does, where the provider takes it", () => {
  expect(authConfig(() => HttpAuth.raw("anonymous"))).toEqual({ auth_type: "anonymous" });
});

test("of JWT with a private key is refused, and shows nothing of it", () => {
  const keys = Jwks.fromKeys({
    ...KEY,
    d: "Eq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyW",
  } as never);
  const message = refusal(() => ({ auth: HttpAuth.jwt({ jwks: keys, tokenLookup: LOOKUP }) }));
  expect(message).toContain("the private member d");
  expect(message).not.toContain("Eq5xpGnNCiv");
});

test("of JWT without a place of the token is refused", () => {
  const auth = HttpAuth.jwt({ jwks: Jwks.fromKeys(KEY), tokenLookup: [] });
  expect(refusal(() => ({ auth }))).toBe(
    `CustomDomain: a prop is wrong
  auth.tokenLookup
    got       an empty list
    expected  a list of at least one place
    fix       give TokenLookup.header("Authorization", "Bearer")`,
  );
});
