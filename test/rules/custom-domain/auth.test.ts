import { auth } from "../../../lib/rules/custom-domain/auth";
import { judged, testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

const jwk = { kty: "RSA", alg: "RS256", use: "sig", n: "0vx7", e: "AQAB", kid: "a" };
const jwt = { jwks: { keys: [jwk] }, tokenLookup: "header:Authorization:Bearer " };

const judge = (config: unknown) =>
  judged(auth, {
    variable: { auth: {}, type: { default: "basic" }, open: {}, jwks: {}, lookup: {}, d: {} },
    resource: { alicloud_fcv3_custom_domain: { d: { auth_config: config } } },
  } as never);
const info = (content: unknown, type: unknown = "jwt") => ({
  auth_type: type,
  auth_info: typeof content === "string" ? content : JSON.stringify(content),
});
const got = (config: unknown) => linesOf(judge(config).violated, "got");
const at = (config: unknown) => judge(config).violated.map((text) => /\((.+)\)/.exec(text)?.[1]);
const right = { violated: [], undecided: [] };

describe("custom-domain/auth", () => {
  testPage(auth);

  test.each([
    [info(jwt)],
    [[info(jwt)]],
    [info(JSON.stringify(jwt, null, 2))],
    [info({ ...jwt, claimPassBy: "header:sub:x-user", whitelist: ["/login", "/public/*"] })],
    [info({ ...jwt, tokenLookup: "cookie:token,query:token" })],
    [{ auth_type: "function" }],
    [{ auth_type: "anonymous" }],
    [{ auth_type: "anonymous", auth_info: "" }],
    [info({}, "function")],
    [{}],
    [[{}]],
    [[]],
    [null],
    ["jwt"],
  ])("%j is right, or for Terraform to refuse", (config) => {
    expect(judge(config)).toEqual(right);
  });

  test("the provider takes three authentications", () => {
    expect(judge({ auth_type: "basic" }).violated).toEqual([
      [
        "error  custom-domain/auth: a custom domain takes three authentications",
        "  resource  alicloud_fcv3_custom_domain.d (auth_config.auth_type)",
        '  got       "basic"',
        "  expected  one of anonymous, function, jwt",
        "  fix       write one of these",
        "  see       docs/rules/custom-domain/auth.md",
      ].join("\n"),
    ]);
    expect(got({ auth_type: "Bearer", auth_info: '{"tokens":[]}' })).toEqual(['"Bearer"']);
    expect(linesOf(judge({ auth_type: "JWT" }).violated, "fix")).toEqual(['write "jwt"']);
    expect(got({ auth_type: "" })).toEqual(['""']);
    expect(got({ auth_type: 3 })).toEqual(["the number 3"]);
    expect(got({ auth_type: "${var.type}" })).toEqual(['"basic" (by the default of var.type)']);
    expect(got({ auth_info: JSON.stringify(jwt) })).toEqual(["nothing"]);
  });

  test("auth_info is JSON text, and is not shown where it is none", () => {
    expect(judge(info("{'jwks': 's3cret'}")).violated).toEqual([
      [
        "error  custom-domain/auth: auth_info is JSON text",
        "  resource  alicloud_fcv3_custom_domain.d (auth_config.auth_info)",
        "  got       text that is not JSON: expected property name or '}' in JSON at position 1",
        '  expected  an object as JSON text: {"jwks": …, "tokenLookup": …}',
        "  fix       write it with jsonencode, or with JSON.stringify",
        "  see       docs/rules/custom-domain/auth.md",
      ].join("\n"),
    ]);
    expect(got({ auth_type: "jwt", auth_info: jwt })).toEqual(["an object, not text"]);
    expect(got({ auth_type: "function", auth_info: "{" })).toHaveLength(1);
  });

  test("jwt needs its auth_info, the others have none", () => {
    expect(judge({ auth_type: "jwt" }).violated).toEqual([
      [
        "error  custom-domain/auth: auth_info must fit auth_type",
        "  resource  alicloud_fcv3_custom_domain.d (auth_config.auth_info)",
        "  got       nothing",
        "  expected  an object with the public keys and the place of the token",
        "  fix       give an object with the public keys and the place of the token",
        "  see       docs/rules/custom-domain/auth.md",
      ].join("\n"),
    ]);
    expect(got({ auth_type: "jwt", auth_info: "" })).toEqual(["an empty text"]);
    expect(got(info({}))).toEqual(["an empty object"]);
    expect(got(info([jwt]))).toEqual(["a list"]);
    expect(linesOf(judge(info({ tokens: [] })).violated, "fix")).toEqual([
      "give the public keys and the place of the token",
    ]);
    const { violated } = judge(info(jwt, "function"));
    expect(linesOf(violated, "got")).toEqual(["an auth_info"]);
    expect(linesOf(violated, "expected")).toEqual(['nothing: "function" reads no auth_info']);
    expect(linesOf(violated, "fix")).toEqual(['remove auth_info, or write auth_type "jwt"']);
    expect(linesOf(judge(info({ tokens: [] }, "anonymous")).violated, "fix")).toEqual([
      "remove auth_info",
    ]);
  });

  test("the keys are complete, public, and can be told apart", () => {
    expect(got(info({ ...jwt, jwks: { keys: [] } }))).toEqual(["an empty list"]);
    expect(got(info({ tokenLookup: jwt.tokenLookup }))).toEqual(["nothing"]);
    expect(at(info({ ...jwt, jwks: { keys: [{ ...jwk, alg: "HS256" }] } }))).toEqual([
      "auth_config.auth_info.jwks.keys[0].alg",
    ]);
    expect(got(info({ ...jwt, jwks: { keys: [jwk, jwk] } }))).toEqual(["the kid of keys[0]"]);
  });

  test.each(["d", "p", "q", "dp", "dq", "qi", "oth", "k"])(
    "the private member %s is refused and not shown",
    (member) => {
      const { violated } = judge(
        info({ ...jwt, jwks: { keys: [{ ...jwk, [member]: "s3cret" }] } }),
      );
      expect(linesOf(violated, "got")).toEqual([`the private member ${member}`]);
      expect(violated.join()).not.toContain("s3cret");
    },
  );

  test("tokenLookup, claimPassBy and the paths follow their grammar", () => {
    expect(at(info({ ...jwt, tokenLookup: "body:token" }))).toEqual([
      "auth_config.auth_info.tokenLookup",
    ]);
    expect(at(info({ jwks: jwt.jwks }))).toEqual(["auth_config.auth_info.tokenLookup"]);
    expect(at(info({ ...jwt, claimPassBy: "header:sub" }))).toEqual([
      "auth_config.auth_info.claimPassBy",
    ]);
    expect(at(info({ ...jwt, whitelist: ["login"] }))).toEqual([
      "auth_config.auth_info.whitelist[0]",
    ]);
    expect(got(info({ ...jwt, whitelist: ["/a"], blacklist: ["/b"] }))).toEqual([
      "a whitelist and a blacklist",
    ]);
  });

  test("a prefix without its space is a warning", () => {
    const { violated } = judge(info({ ...jwt, tokenLookup: "header:Authorization:Bearer" }));
    expect(violated).toHaveLength(1);
    expect(violated[0]).toMatch(/^warning {2}custom-domain\/auth: the space between the prefix/);
  });

  test("what is not known is undecided, and what is wrong beside it is found", () => {
    const place = "alicloud_fcv3_custom_domain.d auth_config";
    expect(judge("${var.auth}").undecided).toEqual([`${place}.auth_type: needs var.auth`]);
    expect(judge(info(jwt, "${var.open}")).undecided).toEqual([
      `${place}.auth_type: needs var.open`,
    ]);
    expect(got(info("{", "${var.open}"))).toHaveLength(1);
    const encoded = (jwks: string, lookup: string) =>
      info(`\${jsonencode({ jwks = ${jwks}, tokenLookup = ${lookup} })}`);
    expect(judge(encoded("jsondecode(var.jwks)", '"query:t"')).undecided).toEqual([
      `${place}.auth_info.jwks: needs var.jwks`,
    ]);
    expect(judge(encoded("var.jwks", '"body:t"')).violated).toHaveLength(1);
    expect(judge(encoded('{ keys = [{ kty = "RSA", d = var.d }] }', "var.lookup"))).toMatchObject({
      violated: [expect.stringContaining("the private member d")],
      undecided: [`${place}.auth_info.tokenLookup: needs var.lookup`],
    });
  });
});
