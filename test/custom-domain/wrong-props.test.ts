import type { TerraformStack } from "cdktf";
import {
  CustomDomain,
  DomainProtocol,
  DomainRoute,
  type DomainRouteOptions,
  HttpAuth,
  HttpMethod,
  RouteRewrite,
  TlsVersion,
} from "../../lib";
import { thrownBy } from "../support/app";
import { orders, secretIn } from "../support/given";
import { stackOf } from "../support/synth";
import { propsIn, refusal } from "./fixtures";

const NAME =
  "a domain of your own, such as api.example.com or *.example.com: letters, digits and hyphens between dots";
const PATH = 'a path that starts with "/", with "*" only as a final "/*"';

test("all that is wrong is in one error, with the user's line", () => {
  const stack = stackOf();
  const target = orders(stack);
  const props = {
    domainName: "api_1.example.com",
    routes: [
      DomainRoute.to(target, { path: "orders", methods: [] }),
      DomainRoute.to(target, { path: "orders" }),
    ],
    tls: { minVersion: "TLSv1.4", maxVersion: "TLS1.1", cipherSuites: [] },
    auth: HttpAuth.basic({ users: [] }),
    cors: { allowCredentials: true, allowOrigins: ["*"] },
    corsInCode: "yes",
    waf: "on",
    icpFiling: " ",
    region: "cn-hangzhou",
  } as never;
  expect(thrownBy(() => new CustomDomain(stack, "Api", props))).toMatch(
    new RegExp(
      "^" +
        String.raw`CustomDomain: 15 props are wrong
  at        test/custom-domain/wrong-props\.test\.ts:\d+:\d+ \(prod/Api\)
`,
    ),
  );
  expect(thrownBy(() => new CustomDomain(stack, "Api2", props)).match(/^ {2}\w\S*$/gm)).toEqual([
    "  region",
    "  domainName",
    "  routes[0].path",
    "  routes[0].methods",
    "  routes[1].path",
    "  routes[1].path",
    "  tls.minVersion",
    "  tls.maxVersion",
    "  tls.cipherSuites",
    "  auth.users",
    "  cors.allowOrigins[0]",
    "  corsInCode",
    "  waf",
    "  icpFiling",
    "  certificate",
  ]);
});

type Row = readonly [
  what: string,
  make: (stack: TerraformStack) => object,
  at: string,
  got: string,
  expected: string,
  fix: string,
];

const rows = (list: readonly Row[]): void => {
  test.each(list)("%s", (_what, make, at, got, expected, fix) => {
    expect(refusal(make).split("\n").slice(1)).toEqual([
      `  ${at}`,
      `    got       ${got}`,
      `    expected  ${expected}`,
      `    fix       ${fix}`,
    ]);
  });
};

describe("a name", () => {
  const named = (
    what: string,
    domainName: string,
    got: string,
    fix: string,
    expected = NAME,
  ): Row => [what, () => ({ domainName }), "domainName", got, expected, fix];

  rows([
    named("that is empty", "", '""', "give a name"),
    named("without a zone", "api", '"api"', "write the whole name, with its zone"),
    named(
      "that is a URL",
      "https://api.example.com",
      '"https://api.example.com"',
      "write the name alone, without a protocol and a path",
    ),
    named(
      "in another script",
      "bücher.example.com",
      '"bücher.example.com"',
      "take a name in letters a to z: the platform has no names in other scripts",
    ),
    named(
      "in another script, encoded",
      "xn--bcher-kva.example.com",
      '"xn--bcher-kva.example.com"',
      "take a name in letters a to z: the platform has no names in other scripts, encoded or not",
    ),
    named(
      "of the platform",
      "orders.cn-hangzhou.fcapp.run",
      '"orders.cn-hangzhou.fcapp.run"',
      "take another name: what ends with fcapp.run is the platform's",
      "a domain of your own",
    ),
    named(
      "with * inside",
      "api.*.example.com",
      '"api.*.example.com"',
      "write * only as the whole first part",
    ),
    named(
      "with a part that is too long",
      `${"a".repeat(64)}.example.com`,
      "a part of 64 characters",
      "shorten it",
      "at most 63 characters between two dots",
    ),
    named(
      "that is too long",
      `${"a.".repeat(125)}example`,
      "257 characters",
      "shorten it",
      "at most 256 characters",
    ),
    [
      "that is none",
      () => ({ domainName: 5 }),
      "domainName",
      "the number 5",
      "a string",
      "give a string",
    ],
    [
      "that is missing",
      () => ({ domainName: null }),
      "domainName",
      "nothing",
      "a value",
      "give domainName",
    ],
  ]);
});

describe("a route", () => {
  const routed = (options: object) => (stack: TerraformStack) => ({
    routes: [DomainRoute.to(orders(stack), options as DomainRouteOptions)],
  });
  const path = (what: string, given: string, fix: string): Row => [
    what,
    routed({ path: given }),
    "routes[0].path",
    JSON.stringify(given),
    PATH,
    fix,
  ];

  rows([
    path("whose path has no / in front", "api", 'write "/api"'),
    path("whose path is a URL", "https://api.example.com/orders", 'write "/orders"'),
    path("whose path is empty", "", 'write a path, such as "/*"'),
    path("whose path has * behind a word", "/api*", 'write "/api/*", or a path without "*"'),
    path("whose path has * inside", "/a/*/b", 'write "/a/*", or a path without "*"'),
    [
      "whose path is too long",
      routed({ path: `/${"a".repeat(2048)}` }),
      "routes[0].path",
      "2049 characters",
      "at most 2048 characters",
      "shorten it",
    ],
    [
      "that is one of an earlier path",
      (stack) => {
        const target = orders(stack);
        const options = { path: "/orders" };
        return { routes: [DomainRoute.to(target, options), DomainRoute.to(target, options)] };
      },
      "routes[1].path",
      '"/orders" again, as routes[0]',
      "each path once",
      "make one route of the two, with the methods of both, or give one another path",
    ],
    [
      "that is one of an earlier path of a token",
      (stack) => {
        const target = orders(stack);
        const options = { path: `/${secretIn(stack)}` };
        return { routes: [DomainRoute.to(target, options), DomainRoute.to(target, options)] };
      },
      "routes[1].path",
      "the same again, as routes[0]",
      "each path once",
      "make one route of the two, with the methods of both, or give one another path",
    ],
    [
      "of no methods",
      routed({ methods: [] }),
      "routes[0].methods",
      "an empty list",
      "a list of at least one method",
      "give a list of at least one method",
    ],
    [
      "of a method that there is not",
      routed({ methods: [HttpMethod.GET, "post"] }),
      "routes[0].methods[1]",
      '"post"',
      "one of DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
      'write "POST"',
    ],
    [
      "of an option that there is not",
      routed({ method: ["GET"] }),
      "routes[0].method",
      "a prop of an unknown name",
      "methods",
      "write methods",
    ],
    [
      "to nothing",
      () => ({ routes: [DomainRoute.to(undefined as never)] }),
      "routes[0].target",
      "nothing",
      "a value",
      "give routes[0].target",
    ],
    [
      "to what is no function",
      () => ({ routes: [DomainRoute.to("orders" as never)] }),
      "routes[0].target",
      "a string",
      "a function, a version or an alias",
      "give a function, a version or an alias",
    ],
    [
      "to a qualifier that is misspelt",
      () => ({
        routes: [
          DomainRoute.to({ node: {}, functionName: "orders", qualifier: "latest" } as never),
        ],
      }),
      "routes[0].target.qualifier",
      '"latest"',
      "LATEST, a version's number or the name of an alias",
      'write "LATEST", in capitals',
    ],
    [
      "that is plain JSON",
      () => ({ routes: [{ path: "/*" }] }),
      "routes[0]",
      "an object",
      "a DomainRoute, such as DomainRoute.to(orders)",
      "give a DomainRoute, such as DomainRoute.to(orders)",
    ],
    [
      "is needed",
      () => ({ routes: [] }),
      "routes",
      "an empty list",
      "at least one route; without one every plan differs too",
      "give DomainRoute.to(…)",
    ],
    [
      "is in a list",
      (stack) => ({ routes: DomainRoute.to(orders(stack)) }),
      "routes",
      "a DomainRoute",
      "a list",
      "give a list",
    ],
  ]);

  test("a hole in the list", () => {
    const message = refusal((stack) => {
      const routes: DomainRoute[] = [];
      routes[1] = DomainRoute.to(orders(stack));
      return { routes };
    });
    expect(message).toContain("routes[0]\n    got       undefined");
  });
});

describe("a rewrite rule", () => {
  const rewritten = (
    what: string,
    rule: unknown,
    at: string,
    ...words: [string, string, string]
  ): Row => [
    what,
    (stack) => ({
      routes: [DomainRoute.to(orders(stack), { rewrite: [rule as RouteRewrite] })],
    }),
    `routes[0].rewrite[0]${at}`,
    ...words,
  ];

  rows([
    rewritten(
      "of a wildcard that is a regular expression",
      RouteRewrite.wildcard("^/api/.+?/(.*)", "/$1"),
      ".match",
      '"^/api/.+?/(.*)", with "^" of a regular expression',
      'a path in which "*" stands for anything, such as "/api/*"',
      "use RouteRewrite.regex, or write it as a path",
    ),
    rewritten(
      "of a regular expression that does not compile",
      RouteRewrite.regex("^/api/(.*", "/$1"),
      ".match",
      '"^/api/(.*"',
      "a regular expression that compiles",
      'close the group with ")"',
    ),
    rewritten(
      "whose match is empty",
      RouteRewrite.equal("", "/new"),
      ".match",
      "nothing",
      "what the path has to match",
      "give what the path has to match",
    ),
    rewritten(
      "whose replacement is missing",
      RouteRewrite.equal("/old", undefined as never),
      ".replacement",
      "nothing",
      "what the match is replaced with",
      "give what the match is replaced with",
    ),
    rewritten(
      "that is too long",
      RouteRewrite.equal(`/${"a".repeat(256)}`, "/new"),
      ".match",
      "257 characters",
      "at most 256 characters",
      "shorten it, or divide it into several rules",
    ),
    rewritten(
      "that is plain JSON",
      { match: "/a", replacement: "/b" },
      "",
      "an object",
      'a RouteRewrite, such as RouteRewrite.wildcard("/api/*", "/$1")',
      'give a RouteRewrite, such as RouteRewrite.wildcard("/api/*", "/$1")',
    ),
  ]);

  test("of a regular expression may replace what it matches by nothing", () => {
    expect(
      refusedOrNot((stack) => ({
        routes: [DomainRoute.to(orders(stack), { rewrite: [RouteRewrite.regex("^/api", "")] })],
      })),
    ).toBe("");
  });
});

/** What is said; nothing of what is right. */
function refusedOrNot(make: (stack: TerraformStack) => object): string {
  const stack = stackOf();
  new CustomDomain(stack, "Api", propsIn(stack, make(stack)));
  return "";
}

describe("protocol, certificate and TLS", () => {
  rows([
    [
      "no certificate and no protocol",
      () => ({ certificate: undefined }),
      "certificate",
      "nothing beside no protocol, which means HTTPS",
      "a certificate for HTTPS",
      "give DomainCertificate.fromFiles({ … }); or write protocol: DomainProtocol.HTTP, with which all can be read on its way",
    ],
    [
      "both protocols without a certificate",
      () => ({ certificate: undefined, protocol: DomainProtocol.HTTP_AND_HTTPS }),
      "certificate",
      'nothing beside protocol "HTTP,HTTPS"',
      "a certificate for HTTPS",
      "give DomainCertificate.fromFiles({ … }); or write protocol: DomainProtocol.HTTP, with which all can be read on its way",
    ],
    [
      "a certificate beside HTTP",
      () => ({ protocol: DomainProtocol.HTTP }),
      "certificate",
      'certificate beside protocol "HTTP"',
      "nothing: it is for HTTPS",
      "remove it, or write protocol: DomainProtocol.HTTPS",
    ],
    [
      "TLS beside HTTP",
      () => ({ protocol: DomainProtocol.HTTP, certificate: undefined, tls: {} }),
      "tls",
      'tls beside protocol "HTTP"',
      "nothing: it is for HTTPS",
      "remove it, or write protocol: DomainProtocol.HTTPS",
    ],
    [
      "both protocols in another order",
      () => ({ protocol: "HTTPS,HTTP" }),
      "protocol",
      '"HTTPS,HTTP"',
      'one of "HTTP", "HTTPS" and "HTTP,HTTPS"',
      'write "HTTP,HTTPS"',
    ],
    [
      "a protocol in lower case",
      () => ({ protocol: "https" }),
      "protocol",
      '"https"',
      'one of "HTTP", "HTTPS" and "HTTP,HTTPS"',
      'write "HTTPS"',
    ],
    [
      "another protocol",
      () => ({ protocol: "TCP" }),
      "protocol",
      '"TCP"',
      'one of "HTTP", "HTTPS" and "HTTP,HTTPS"',
      "write one of these",
    ],
    [
      "a certificate that is none",
      () => ({ certificate: "-----BEGIN CERTIFICATE-----" }),
      "certificate",
      "a string",
      "a DomainCertificate, such as DomainCertificate.fromFiles({ … })",
      "give a DomainCertificate, such as DomainCertificate.fromFiles({ … })",
    ],
    [
      "a least version above the greatest",
      () => ({ tls: { minVersion: TlsVersion.TLS_1_3, maxVersion: TlsVersion.TLS_1_2 } }),
      "tls.maxVersion",
      "minVersion TLSv1.3 above maxVersion TLSv1.2",
      "a minVersion that is not newer than maxVersion",
      "swap the two, or leave maxVersion out",
    ],
    [
      "a greatest version below the default's least",
      () => ({ tls: { maxVersion: TlsVersion.TLS_1_1 } }),
      "tls.maxVersion",
      "minVersion TLSv1.2 above maxVersion TLSv1.1",
      "a minVersion that is not newer than maxVersion",
      "swap the two, or leave maxVersion out",
    ],
    [
      "a version that there is not",
      () => ({ tls: { minVersion: "1.2" } }),
      "tls.minVersion",
      '"1.2"',
      "one of TLSv1.0, TLSv1.1, TLSv1.2, TLSv1.3",
      'write "TLSv1.2"',
    ],
    [
      "a cipher suite by another notation",
      () => ({ tls: { cipherSuites: ["ECDHE-RSA-AES128-GCM-SHA256"] } }),
      "tls.cipherSuites[0]",
      '"ECDHE-RSA-AES128-GCM-SHA256"',
      "a cipher suite that custom domains have, such as TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
      'write "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"',
    ],
    [
      "no cipher suite",
      () => ({ tls: { cipherSuites: [] } }),
      "tls.cipherSuites",
      "an empty list",
      "a list of at least one cipher suite",
      "give a list of at least one cipher suite",
    ],
    [
      "TLS that is a version",
      () => ({ tls: "TLSv1.2" }),
      "tls",
      "a string",
      "an object",
      "give an object",
    ],
  ]);
});

describe("an authentication", () => {
  const fix =
    "take HttpAuth.jwt({ … }) or HttpAuth.signature(), or HttpAuth.anonymous() where the functions tell their callers apart themselves";
  const expected =
    "one of anonymous, function, jwt: the provider takes no other for a custom domain";

  rows([
    [
      "that the provider does not take for a domain: bearer",
      (stack) => ({
        auth: HttpAuth.bearer({ tokens: [{ tokenName: "app", tokenData: secretIn(stack) }] }),
      }),
      "auth",
      '"bearer" authentication',
      expected,
      fix,
    ],
    [
      "that the provider does not take for a domain: basic",
      (stack) => ({
        auth: HttpAuth.basic({ users: [{ username: "orders-client", password: secretIn(stack) }] }),
      }),
      "auth",
      '"basic" authentication',
      expected,
      fix,
    ],
    [
      "that nobody knows",
      () => ({ auth: HttpAuth.raw("oauth") }),
      "auth",
      '"oauth" authentication',
      expected,
      fix,
    ],
    [
      "that is a text",
      () => ({ auth: "anonymous" }),
      "auth",
      "a string",
      "an HttpAuth, such as HttpAuth.signature()",
      "give an HttpAuth, such as HttpAuth.signature()",
    ],
  ]);
});

describe("the rest", () => {
  rows([
    [
      "credentials for every origin",
      () => ({ cors: { allowCredentials: true, allowOrigins: ["*"] } }),
      "cors.allowOrigins[0]",
      '"*" with allowCredentials true',
      "named origins, or allowCredentials false",
      "name the origins that may send credentials, such as https://app.example.com",
    ],
    [
      "a filing that says nothing",
      () => ({ icpFiling: "" }),
      "icpFiling",
      "text that says nothing",
      "the number of the filing",
      "write it as the authority gave it",
    ],
    [
      "a filing that is no text",
      () => ({ icpFiling: true }),
      "icpFiling",
      "true",
      "a string",
      "give a string",
    ],
    [
      "a firewall that is neither on nor off",
      () => ({ waf: "on" }),
      "waf",
      "a string",
      "true or false",
      "give true or false",
    ],
    [
      "a prop of another name",
      () => ({ domainname: "api.example.com" }),
      "domainname",
      "a prop of an unknown name",
      "domainName",
      "write domainName",
    ],
  ]);

  test("props that are none", () => {
    for (const props of [5, null, undefined, [], "x"]) {
      expect(thrownBy(() => new CustomDomain(stackOf(), "Api", props as never))).toMatch(
        / {2}props\n {4}got {7}.*\n {4}expected {2}an object\n/,
      );
    }
  });

  test("no secret is in any message", () => {
    const message = refusal(() => ({
      auth: HttpAuth.bearer({ tokens: [{ tokenName: "app", tokenData: "s3cr3t-".repeat(6) }] }),
    }));
    expect(message).toContain("auth.tokens[0].tokenData");
    expect(message).not.toContain("s3cr3t");
  });
});
