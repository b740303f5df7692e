import { type TerraformStack, Testing } from "cdktf";
import {
  HttpAuth,
  HttpMethod,
  HttpMethods,
  type HttpTriggerProps,
  Jwks,
  type TestCommandOptions,
  TokenLookup,
} from "../../lib";
import { thrownBy } from "../support/app";
import { secretIn } from "../support/given";
import { stackOf } from "../support/synth";
import { triggerIn } from "./fixtures";

const URL = "${alicloud_fcv3_trigger.Http.http_trigger[0].url_internet}";

type Make = (stack: TerraformStack) => Partial<HttpTriggerProps>;

function outputsOf(make: Make, options?: TestCommandOptions) {
  const stack = stackOf();
  triggerIn(stack, make(stack)).testCommands(options);
  return JSON.parse(Testing.synth(stack, true)).output;
}

const syncOf = (make: Make, options?: TestCommandOptions): string =>
  outputsOf(make, options).Http_TestSync_185D7E6E.value;

test("the vendor's calls of an open trigger", () => {
  expect(outputsOf(() => ({ auth: HttpAuth.anonymous() }), { path: "/orders" })).toEqual({
    Http_TestSync_185D7E6E: {
      description: "synchronous call: answers with what the function answers",
      value: `curl -v "${URL}/orders"`,
    },
    Http_TestAsync_F8C67BA0: {
      description:
        "asynchronous call: 202 says that the request was accepted, any other status is an error",
      value: `curl -v -H "X-Fc-Invocation-Type: Async" "${URL}/orders"`,
    },
  });
});

test("are returned too", () => {
  const { syncCommand, asyncCommand } = triggerIn(stackOf(), {
    auth: HttpAuth.anonymous(),
  }).testCommands();
  expect(syncCommand).toMatch(/^curl -v "\$\{TfToken\[.*\]\}"$/);
  expect(asyncCommand).toContain("Async");
});

const jwt = (...tokenLookup: TokenLookup[]): Make => {
  const jwks = Jwks.fromKeys({ kty: "RSA", alg: "RS256", n: "0vx7", e: "AQAB" });
  return () => ({ auth: HttpAuth.jwt({ jwks, tokenLookup }), methods: HttpMethods.all() });
};

const bearer: Make = (stack) => ({
  auth: HttpAuth.bearer({ tokens: [{ tokenName: "shop", tokenData: secretIn(stack) }] }),
});

const basic: Make = (stack) => ({
  auth: HttpAuth.basic({ users: [{ username: "shop-frontend", password: secretIn(stack) }] }),
});

test.each<[string, Make, string]>([
  ["bearer", bearer, `curl -v -H "Authorization: Bearer $FC_TOKEN" "${URL}"`],
  ["basic", basic, `curl -v -u "$FC_USER:$FC_PASSWORD" "${URL}"`],
  [
    "jwt in a header",
    jwt(TokenLookup.header("Authorization", "Bearer"), TokenLookup.cookie("session")),
    `curl -v -H "Authorization: Bearer $FC_JWT" "${URL}"`,
  ],
  [
    "jwt in a header without prefix",
    jwt(TokenLookup.header("X-Token")),
    `curl -v -H "X-Token: $FC_JWT" "${URL}"`,
  ],
  ["jwt in a cookie", jwt(TokenLookup.cookie("session")), `curl -v -b "session=$FC_JWT" "${URL}"`],
  ["jwt in the query", jwt(TokenLookup.query("token")), `curl -v "${URL}/?token=$FC_JWT"`],
  [
    "jwt in a form",
    jwt(TokenLookup.form("token")),
    `curl -v --data-urlencode "token=$FC_JWT" "${URL}"`,
  ],
  [
    "jwt under a name that a shell and Terraform would read",
    jwt(TokenLookup.cookie('a"`${b}')),
    `curl -v -b "a\\"\\\`\\$\${b}=$FC_JWT" "${URL}"`,
  ],
  [
    "an authentication of the future",
    () => ({ auth: HttpAuth.raw("anonymous") }),
    `curl -v "${URL}"`,
  ],
])("with what the authentication asks for: %s", (_what, make, expected) => {
  expect(syncOf(make)).toBe(expected);
});

test("name the shell variables that have to be set", () => {
  expect(outputsOf(basic).Http_TestSync_185D7E6E.description).toBe(
    "synchronous call: answers with what the function answers; set FC_USER and FC_PASSWORD in the shell first",
  );
});

test.each([
  [[HttpMethod.GET, HttpMethod.POST], undefined, ""],
  [[HttpMethod.DELETE, HttpMethod.PUT], undefined, "-X PUT "],
  [[HttpMethod.GET, HttpMethod.POST], HttpMethod.POST, "-X POST "],
  [[HttpMethod.HEAD], undefined, "--head "],
])("of %p with the method %p", (methods, method, expected) => {
  const make = () => ({ auth: HttpAuth.anonymous(), methods });
  expect(syncOf(make, { method })).toBe(`curl -v ${expected}"${URL}"`);
});

test("go to the intranet URL where the internet URL is disabled, and say where that answers", () => {
  const make = () => ({ auth: HttpAuth.anonymous(), disableInternetUrl: true });
  expect(outputsOf(make).Http_TestSync_185D7E6E).toEqual({
    description:
      "synchronous call: answers with what the function answers; the internet URL is disabled: this one answers only inside Alibaba Cloud's network in the region",
    value: 'curl -v "${alicloud_fcv3_trigger.Http.http_trigger[0].url_intranet}"',
  });
});

describe("with a signature", () => {
  const script = (options?: TestCommandOptions): string => syncOf(() => ({}), options);

  test("sign in the shell, since curl cannot", () => {
    expect(script({ path: "/orders" })).toBe(
      `FC_DATE=$(date -u +%Y-%m-%dT%H:%M:%SZ)
FC_HASH=$(printf 'GET\\n/orders\\n\\nx-acs-date:%s\\n\\nx-acs-date\\n' "$FC_DATE" | openssl dgst -sha256 | sed 's/^.* //')
FC_SIGNATURE=$(printf 'ACS3-HMAC-SHA256\\n%s' "$FC_HASH" | openssl dgst -sha256 -hmac "$ALIBABA_CLOUD_ACCESS_KEY_SECRET" | sed 's/^.* //')
curl -v -H "x-acs-date: $FC_DATE" -H "Authorization: ACS3-HMAC-SHA256 Credential=$ALIBABA_CLOUD_ACCESS_KEY_ID,SignedHeaders=x-acs-date,Signature=$FC_SIGNATURE" "${URL}/orders"`,
    );
    expect(outputsOf(() => ({})).Http_TestAsync_F8C67BA0.description).toBe(
      "asynchronous call: 202 says that the request was accepted, any other status is an error; set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET in the shell first; the signature holds for 15 minutes; needs openssl",
    );
  });
});

test("refuse wrong options, all at once", () => {
  const trigger = triggerIn(stackOf(), { methods: [HttpMethod.POST, HttpMethod.GET] });
  const options = { path: "/a b", method: HttpMethod.PUT, paths: [] };
  expect(thrownBy(() => trigger.testCommands(options)).replace(/^ {2}at .*\n/m, "")).toBe(
    `HttpTrigger: 3 props are wrong
  paths
    got       a prop of an unknown name
    expected  path
    fix       write path
  path
    got       "/a b"
    expected  a path of letters, digits, -, ., _, ~ and /, which starts with /
    fix       name a simpler path
  method
    got       "PUT"
    expected  one of the trigger's methods: GET, POST
    fix       name one of these, or add it to the trigger: any other is answered with 403`,
  );
});
