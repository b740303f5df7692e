import { type TerraformStack, TerraformVariable } from "cdktf";
import { ClaimPassBy, HttpAuth, type HttpJwtProps, type Jwk, Jwks, TokenLookup } from "../../lib";
import { secretIn } from "../support/given";
import { configOf, refusal } from "./fixtures";

const KEY: Jwk = { kty: "RSA", alg: "RS256", kid: "2026", n: "0vx7", e: "AQAB" };

const jwt = (props: object = {}): HttpAuth =>
  HttpAuth.jwt({
    jwks: Jwks.fromKeys(KEY),
    tokenLookup: [TokenLookup.header("Authorization", "Bearer")],
    ...props,
  } as HttpJwtProps);

/** `authType` and `authConfig` of a trigger, where all is literal. */
function written(auth: HttpAuth): unknown {
  const { authType, authConfig } = JSON.parse(configOf(() => ({ auth })) as string);
  return [authType, authConfig];
}

const wrong = (make: (stack: TerraformStack) => unknown): string =>
  refusal((stack) => ({ auth: make(stack) }));

test("anonymous and signature have no authConfig", () => {
  expect(written(HttpAuth.anonymous())).toEqual(["anonymous", undefined]);
  expect(written(HttpAuth.signature())).toEqual(["function", undefined]);
});

describe("jwt", () => {
  test("writes keys, places, claims and paths as the service reads them", () => {
    const auth = jwt({
      tokenLookup: [
        TokenLookup.header("Authorization", "Bearer"),
        TokenLookup.header("X-Token"),
        TokenLookup.cookie("session"),
        TokenLookup.query("token"),
        TokenLookup.form("token"),
      ],
      claimPassBy: [
        ClaimPassBy.header("sub", "x-user"),
        ClaimPassBy.cookie("sid", "sid"),
        ClaimPassBy.query("", "user"),
        ClaimPassBy.form("name", "name"),
      ],
      whitelist: ["/health", "/public/*"],
    });
    expect(written(auth)).toEqual([
      "jwt",
      {
        jwks: {
          keys: [{ kty: "RSA", alg: "RS256", kid: "2026", n: "0vx7", e: "AQAB", use: "sig" }],
        },
        tokenLookup:
          "header:Authorization:Bearer ,header:X-Token,cookie:session,query:token,form:token",
        claimPassBy: "header:sub:x-user,cookie:sid:sid,query::user,form:name:name",
        whitelist: ["/health", "/public/*"],
      },
    ]);
  });

  test("takes null for what is not given, as JavaScript has it", () => {
    const tokenLookup = [TokenLookup.header("X-Token", null as never)];
    const auth = jwt({ tokenLookup, claimPassBy: null, whitelist: null, blacklist: null });
    expect(Object.keys((written(auth) as [string, object])[1])).toEqual([
      "jwks",
      "tokenLookup",
      "claimPassBy",
    ]);
  });

  test("writes an empty claimPassBy as the vendor's tool does", () => {
    expect(written(jwt({ blacklist: ["/admin/*"] }))).toEqual([
      "jwt",
      expect.objectContaining({ claimPassBy: "query::", blacklist: ["/admin/*"] }),
    ]);
  });

  test.each(["Bearer", "Bearer ", "Bearer   "])("puts one space behind the prefix %p", (prefix) => {
    const auth = jwt({ tokenLookup: [TokenLookup.header("Authorization", prefix)] });
    expect(written(auth)).toEqual([
      "jwt",
      expect.objectContaining({ tokenLookup: "header:Authorization:Bearer " }),
    ]);
  });

  test("takes the JSON of an issuer, members that it does not know included", () => {
    const keys = [{ ...KEY, use: "sig", x5t: "abc" }];
    expect(written(jwt({ jwks: Jwks.fromJson(JSON.stringify({ keys })) }))).toEqual([
      "jwt",
      expect.objectContaining({ jwks: { keys } }),
    ]);
  });

  test("takes a reference to the JSON", () => {
    const config = configOf((stack) => ({
      auth: jwt({ jwks: Jwks.fromJson(new TerraformVariable(stack, "jwks", {}).stringValue) }),
    }));
    expect(config).toBe(
      '${jsonencode({"methods" = ["GET"], "authType" = "jwt", "disableURLInternet" = false, "authConfig" = {"jwks" = jsondecode(var.jwks), "tokenLookup" = "header:Authorization:Bearer ", "claimPassBy" = "query::"}})}',
    );
  });

  test("refuses a private key without showing it", () => {
    const key = { ...KEY, d: "very-secret", p: "secret-too" };
    expect(wrong(() => jwt({ jwks: Jwks.fromKeys(key) }))).toBe(
      `HttpTrigger: a prop is wrong
  auth.jwks.keys[0]
    got       the private members d, p
    expected  public members only
    fix       remove them, and make a new key pair: this private key can be read in the configuration and in the state`,
    );
  });

  test("refuses everything else that is wrong, at once", () => {
    const props = {
      jwks: Jwks.fromKeys({ kty: "RSA", alg: "ES256", n: "0vx7" } as Jwk),
      tokenLookup: [TokenLookup.header("a:b"), "header:Authorization", TokenLookup.cookie("")],
      claimPassBy: [ClaimPassBy.header("sub", 5 as never)],
      whitelist: "/health",
      claims: [],
    };
    expect(wrong(() => jwt(props))).toBe(
      `HttpTrigger: 8 props are wrong
  auth.claims
    got       a prop of an unknown name
    expected  one of jwks, tokenLookup, claimPassBy, whitelist, blacklist
    fix       remove it
  auth.jwks.keys[0].alg
    got       "ES256"
    expected  one of RS256, RS384, RS512, PS256, PS384, PS512, which fit an RSA key
    fix       write the algorithm that the tokens are signed with
  auth.jwks.keys[0].e
    got       nothing
    expected  the public member e of an RSA key
    fix       give the public member e of an RSA key
  auth.tokenLookup[0].name
    got       "a:b"
    expected  text without ":" and ",", which stand between the parts
    fix       remove ":"
  auth.tokenLookup[1]
    got       a string
    expected  a TokenLookup, such as TokenLookup.header("Authorization", "Bearer")
    fix       give a TokenLookup, such as TokenLookup.header("Authorization", "Bearer")
  auth.tokenLookup[2].name
    got       an empty text
    expected  a name
    fix       give it a name
  auth.claimPassBy[0].name
    got       the number 5
    expected  a string
    fix       give a string
  auth.whitelist
    got       a string
    expected  a list
    fix       give a list`,
    );
  });

  test.each([
    ["no key", { jwks: Jwks.fromKeys() }, "auth.jwks.keys", "an empty list"],
    ["text that is no JSON", { jwks: Jwks.fromJson("{") }, "auth.jwks", "text that is not JSON"],
    [
      "a key that is none",
      { jwks: Jwks.fromKeys(5 as never) },
      "auth.jwks.keys[0]",
      "the number 5",
    ],
    ["no place", { tokenLookup: [] }, "auth.tokenLookup", "an empty list"],
    ["nothing for keys", { jwks: undefined }, "auth.jwks", "nothing"],
    [
      "both lists of paths",
      { whitelist: ["/a"], blacklist: ["/b"] },
      "auth.blacklist",
      "a whitelist and a blacklist",
    ],
    ["a path with * inside", { whitelist: ["/a/*/b"] }, "auth.whitelist[0]", '"/a/*/b"'],
  ])("refuses %s", (_what, props, at, got) => {
    expect(wrong(() => jwt(props))).toContain(`\n  ${at}\n    got       ${got}\n`);
  });

  test("wants the name of a place as a literal", () => {
    const make = (stack: TerraformStack) =>
      jwt({ tokenLookup: [TokenLookup.cookie(new TerraformVariable(stack, "v", {}).stringValue)] });
    expect(wrong(make)).toContain(
      "\n  auth.tokenLookup[0].name\n    got       a token, which is known only when Terraform runs\n",
    );
  });
});

describe("bearer", () => {
  test("refers to its tokens", () => {
    const config = configOf((stack) => ({
      auth: HttpAuth.bearer({
        tokens: [
          { tokenName: "shop", tokenData: secretIn(stack, "shop") },
          { tokenName: "old", tokenData: secretIn(stack, "old"), enable: false },
        ],
      }),
    }));
    expect(config).toBe(
      '${jsonencode({"methods" = ["GET"], "authType" = "bearer", "disableURLInternet" = false, "authConfig" = {"tokens" = [{"tokenName" = "shop", "enable" = true, "tokenData" = var.shop}, {"tokenName" = "old", "enable" = false, "tokenData" = var.old}]}})}',
    );
  });

  test("refuses a literal token without showing it", () => {
    const tokens = [{ tokenName: "shop", tokenData: "s3cr3t-s3cr3t-s3cr3t-s3cr3t-s3cr3t" }];
    expect(wrong(() => HttpAuth.bearer({ tokens }))).toBe(
      `HttpTrigger: a prop is wrong
  auth.tokens[0].tokenData
    got       a literal, which would be readable in the synthesised file and in the state
    expected  a reference to a sensitive value
    fix       pass the value of a TerraformVariable with sensitive: true, or of a secret's data source`,
    );
  });

  test.each([
    ["no token", () => [], "auth.tokens", "an empty list"],
    ["too many", (data: string) => many(21, data), "auth.tokens", "a list of 21"],
    ["a list that is none", () => 5, "auth.tokens", "the number 5"],
    ["an undefined token", () => [undefined], "auth.tokens[0]", "undefined"],
    [
      "a name twice",
      (data: string) => [token("a", data), token("a", `${data}${data}`)],
      "auth.tokens[1].tokenName",
      "the name of tokens[0]",
    ],
    [
      "a token twice",
      (data: string) => [token("a", data), token("b", data)],
      "auth.tokens[1].tokenData",
      "the value of tokens[0]",
    ],
    [
      "a name with another character",
      (data: string) => [token("a b", data)],
      "auth.tokens[0].tokenName",
      '"a b"',
    ],
  ])("refuses %s", (_what, tokens, at, got) => {
    const make = (stack: TerraformStack) =>
      HttpAuth.bearer({ tokens: tokens(secretIn(stack)) as never });
    expect(wrong(make)).toContain(`\n  ${at}\n    got       ${got}\n`);
  });
});

const token = (tokenName: string, tokenData: string) => ({ tokenName, tokenData });

const many = (count: number, data: string) =>
  Array.from({ length: count }, (_, index) => token(`t${index}`, data.repeat(index + 1)));

describe("basic", () => {
  test("refers to its passwords", () => {
    const config = configOf((stack) => ({
      auth: HttpAuth.basic({ users: [{ username: "shop-frontend", password: secretIn(stack) }] }),
    }));
    expect(config).toBe(
      '${jsonencode({"methods" = ["GET"], "authType" = "basic", "disableURLInternet" = false, "authConfig" = {"users" = [{"username" = "shop-frontend", "password" = var.secret}]}})}',
    );
  });

  test("refuses a short name, and a literal password without showing it", () => {
    const users = [{ username: "shop", password: "S3cret!s3cret" }];
    const message = wrong(() => HttpAuth.basic({ users }));
    expect(message).toContain("\n  auth.users[0].username\n    got       a name of 4 characters\n");
    expect(message).toContain("\n  auth.users[0].password\n    got       a literal");
    expect(message).not.toContain("S3cret");
  });
});

describe("raw", () => {
  test("writes what it is given", () => {
    const auth = HttpAuth.raw("anonymous", {});
    expect(written(auth)).toEqual(["anonymous", {}]);
  });

  test("takes references anywhere", () => {
    const config = configOf((stack) => ({
      auth: HttpAuth.raw("basic", { accounts: [{ name: 'a"b', secret: secretIn(stack) }] }),
    }));
    expect(config).toBe(
      '${jsonencode({"methods" = ["GET"], "authType" = "basic", "disableURLInternet" = false, "authConfig" = {"accounts" = [{"name" = "a\\"b", "secret" = var.secret}]}})}',
    );
  });

  test("refuses what is no JSON", () => {
    const config = { a: { b: [() => 1, undefined] }, c: new Date(), d: NaN };
    expect(wrong(() => HttpAuth.raw("next", config))).toBe(
      `HttpTrigger: 4 props are wrong
  auth.authConfig.a.b[0]
    got       a function
    expected  JSON
    fix       give JSON
  auth.authConfig.a.b[1]
    got       undefined
    expected  JSON
    fix       give JSON
  auth.authConfig.c
    got       a Date
    expected  JSON
    fix       give JSON
  auth.authConfig.d
    got       the number NaN
    expected  JSON
    fix       give JSON`,
    );
  });

  test("refuses an object in itself, and a construct, without running for ever", () => {
    const config: Record<string, unknown> = {};
    config.self = { config: [config] };
    const message = wrong((stack) => HttpAuth.raw("next", { loop: config, stack }));
    expect(message).toContain(
      "auth.authConfig.loop.self.config[0]\n    got       the object that it is in",
    );
    expect(message).toContain("auth.authConfig.stack\n    got       a TerraformStack\n");
  });

  test("refuses an authType that is none", () => {
    expect(wrong(() => HttpAuth.raw(""))).toContain(
      "  auth.authType\n    got       an empty text\n",
    );
    expect(wrong(() => HttpAuth.raw(5 as never))).toContain(
      "  auth.authType\n    got       the number 5\n",
    );
  });
});
