import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import * as fc from "fast-check";
import {
  CustomDomain,
  type CustomDomainProps,
  DomainProtocol,
  DomainRoute,
  FrontDoor,
  HttpAuth,
  HttpMethod,
  HttpMethods,
  type IQualifiedFunction,
  RouteRewrite,
  TlsCipherSuite,
  TlsVersion,
  WebFunction,
} from "../../lib";
import { Fcv3CustomDomain } from "../../lib/alicloud/fcv3-custom-domain";
import { Fcv3Trigger } from "../../lib/alicloud/fcv3-trigger";
import { CIPHER_SUITES, DOMAIN_PROTOCOLS, TLS_VERSIONS } from "../../lib/facts/tls";
import { minimal } from "../function/fixtures";
import { Project, ownLine, provider, thrownBy, trigger } from "../support/app";
import { orders } from "../support/given";
import { addressesOf, resourcesOf, stackOf } from "../support/synth";
import { certificateIn, domainIn, emitted, outputOf, propsIn, refusal } from "./fixtures";

const HERE = ownLine(__filename, "prod/Api");

describe("a custom domain", () => {
  test("with nothing else said speaks HTTPS, asks for a signature, and states its defaults", () => {
    expect(emitted(() => ({}))).toEqual({
      custom_domain_name: "api.example.com",
      protocol: "HTTPS",
      auth_config: { auth_type: "function" },
      cert_config: {
        cert_name: "prod-Api",
        certificate: "${var.certificate}",
        private_key: "${var.private_key}",
      },
      tls_config: {
        min_version: "TLSv1.2",
        cipher_suites: [
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305",
        ],
      },
      route_config: { routes: [{ path: "/*", function_name: "orders", qualifier: "LATEST" }] },
    });
  });

  test("writes every prop", () => {
    const written = emitted((stack) => ({
      domainName: "*.example.com",
      protocol: DomainProtocol.HTTP_AND_HTTPS,
      auth: HttpAuth.anonymous(),
      cors: { allowOrigins: ["https://app.example.com"], maxAgeSeconds: 600 },
      tls: {
        minVersion: TlsVersion.TLS_1_2,
        maxVersion: TlsVersion.TLS_1_3,
        cipherSuites: [TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256],
      },
      waf: true,
      routes: [
        DomainRoute.to(orders(stack), {
          path: "/orders/*",
          methods: [HttpMethod.POST, HttpMethod.GET, HttpMethod.OPTIONS],
          rewrite: [
            RouteRewrite.regex("^/orders/v\\d+/(.*)", "/$1"),
            RouteRewrite.equal("/orders/new", "/create"),
            RouteRewrite.wildcard("/orders/*", "/$1"),
            RouteRewrite.equal("/orders/old", "/archive"),
          ],
        }),
      ],
    }));
    expect(written).toMatchObject({
      custom_domain_name: "*.example.com",
      protocol: "HTTP,HTTPS",
      auth_config: { auth_type: "anonymous" },
      cors_config: { allow_origins: ["https://app.example.com"], max_age: 600 },
      tls_config: {
        min_version: "TLSv1.2",
        max_version: "TLSv1.3",
        cipher_suites: ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"],
      },
      waf_config: { enable_waf: true },
    });
    expect(written.route_config).toEqual({
      routes: [
        {
          path: "/orders/*",
          function_name: "orders",
          qualifier: "LATEST",
          methods: ["GET", "OPTIONS", "POST"],
          rewrite_config: {
            equal_rules: [
              { match: "/orders/new", replacement: "/create" },
              { match: "/orders/old", replacement: "/archive" },
            ],
            wildcard_rules: [{ match: "/orders/*", replacement: "/$1" }],
            regex_rules: [{ match: "^/orders/v\\d+/(.*)", replacement: "/$1" }],
          },
        },
      ],
    });
  });

  test("writes no block that would be empty", () => {
    const written = emitted((stack) => ({
      protocol: DomainProtocol.HTTP,
      certificate: undefined,
      cors: {},
      routes: [DomainRoute.to(orders(stack), { rewrite: [] })],
    }));
    expect(written).toEqual({
      custom_domain_name: "api.example.com",
      protocol: "HTTP",
      auth_config: { auth_type: "function" },
      route_config: { routes: [{ path: "/*", function_name: "orders", qualifier: "LATEST" }] },
    });
  });

  test("keeps its routes in the order in which they are given", () => {
    const { route_config: config } = emitted((stack) => {
      const target = orders(stack);
      return {
        routes: ["/b", "/a/*", "/*", "/a"].map((path) => DomainRoute.to(target, { path })),
      };
    });
    const { routes } = config as { routes: { path: string }[] };
    expect(routes.map(({ path }) => path)).toEqual(["/b", "/a/*", "/*", "/a"]);
  });

  test("refers to its functions, versions and aliases, so that it is made after them", () => {
    const stack = stackOf();
    const made = new WebFunction(stack, "Orders", minimal);
    domainIn(stack, {
      routes: [
        DomainRoute.to(made, { path: "/next/*" }),
        DomainRoute.to(made.currentVersion, { path: "/now/*" }),
        DomainRoute.to(made.addAlias("live")),
      ],
    });
    const { route_config: config } = resourcesOf(stack).alicloud_fcv3_custom_domain.Api;
    const { routes } = config as { routes: { function_name: string; qualifier: string }[] };
    expect(new Set(routes.map((route) => route.function_name))).toEqual(
      new Set(["${alicloud_fcv3_function.Orders.function_name}"]),
    );
    expect(routes.map((route) => route.qualifier)).toEqual([
      "LATEST",
      expect.stringMatching(/^\$\{alicloud_fcv3_function_version\..*\.version_id\}$/),
      "${alicloud_fcv3_alias.Orders_Alias-live_F7A0AFA0.alias_name}",
    ]);
  });

  test("refers to an alias that is named by plain text, also where it is made later", () => {
    const stack = stackOf();
    const made = new WebFunction(stack, "Orders", minimal);
    domainIn(stack, { routes: [DomainRoute.to(made.atQualifier("live"))] });
    made.addAlias("live");
    expect(resourcesOf(stack).alicloud_fcv3_custom_domain.Api.route_config).toMatchObject({
      routes: [{ qualifier: "${alicloud_fcv3_alias.Orders_Alias-live_F7A0AFA0.alias_name}" }],
    });
  });

  test("waits for what the targets of plain text wait for, also where that is said later", () => {
    class Plain extends Construct implements IQualifiedFunction {
      public readonly functionName = "orders";
      public readonly qualifier = "live";
    }
    const stack = stackOf();
    const first = new Plain(stack, "First");
    const second = new Plain(stack, "Second");
    domainIn(stack, {
      routes: [DomainRoute.to(first), DomainRoute.to(second, { path: "/second" })],
    });
    first.node.addDependency(trigger(stack, "A"));
    second.node.addDependency(trigger(stack, "B", { qualifier: "next" }));
    expect(resourcesOf(stack).alicloud_fcv3_custom_domain.Api.depends_on).toEqual([
      "alicloud_fcv3_trigger.A",
      "alicloud_fcv3_trigger.B",
    ]);
  });

  test("waits for another construct by addDependency, and for another resource by dependsOn", () => {
    const stack = stackOf();
    const resource = trigger(stack, "Other");
    const made = new WebFunction(stack, "Billing", minimal);
    domainIn(stack, { dependsOn: [resource] }).node.addDependency(made);
    expect(resourcesOf(stack).alicloud_fcv3_custom_domain.Api.depends_on).toEqual([
      "alicloud_fcv3_trigger.Other",
      "alicloud_fcv3_function.Billing",
    ]);
  });

  test("uses the provider that it is given", () => {
    const stack = stackOf();
    const other = provider(new TerraformStack(Testing.app(), "other"));
    other.alias = "hongkong";
    domainIn(stack, { provider: other });
    expect(resourcesOf(stack).alicloud_fcv3_custom_domain.Api.provider).toBe("alicloud.hongkong");
  });

  test("keeps its address", () => {
    const stack = stackOf();
    const scope = new Construct(stack, "Shop");
    new CustomDomain(scope, "Api", propsIn(stack));
    expect(addressesOf(stack)).toContain("alicloud_fcv3_custom_domain.Shop_Api_4E8988D1");
  });

  test("needs no HTTP trigger", () => {
    const stack = stackOf();
    domainIn(stack, { routes: [DomainRoute.to(new WebFunction(stack, "Orders", minimal))] });
    expect(resourcesOf(stack)).not.toHaveProperty("alicloud_fcv3_trigger");
  });
});

describe("the enums have what the service has", () => {
  test("protocols", () => {
    expect(Object.values(DomainProtocol).sort()).toEqual([...DOMAIN_PROTOCOLS].sort());
  });

  test("versions of TLS", () => {
    expect(Object.values(TlsVersion)).toEqual([...TLS_VERSIONS]);
  });

  test("cipher suites", () => {
    expect(Object.values(TlsCipherSuite)).toEqual(CIPHER_SUITES);
    expect(Object.keys(TlsCipherSuite)).toEqual(CIPHER_SUITES);
  });
});

describe("cipher suites that are not named", () => {
  const suites = (minVersion: TlsVersion): string[] => {
    const { tls_config: config } = emitted((stack) => {
      FrontDoor.of(stack).acknowledge({ rule: "custom-domain/tls-minimum", reason: "a test" });
      return { tls: { minVersion } };
    });
    return (config as { cipher_suites: string[] }).cipher_suites;
  };

  test.each([TlsVersion.TLS_1_2, TlsVersion.TLS_1_3])(
    "of %s have forward secrecy and authenticated encryption, for RSA and EC keys",
    (version) => {
      const [rsa, ec] = ["RSA", "ECDSA"].map((key) =>
        suites(version).filter((suite) => suite.startsWith(`TLS_ECDHE_${key}_`)),
      );
      expect([...ec, ...rsa]).toEqual(suites(version));
      expect([rsa.length, ec.length]).toEqual([3, 3]);
      for (const suite of suites(version)) expect(suite).toMatch(/_GCM_|CHACHA20/);
    },
  );

  test.each([TlsVersion.TLS_1_0, TlsVersion.TLS_1_1])(
    "of %s have some that such clients know",
    (version) => {
      expect(suites(version)).toEqual([
        ...suites(TlsVersion.TLS_1_2),
        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
        "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
      ]);
    },
  );
});

describe("tokens", () => {
  test("stand in names, paths, origins, and for the web application firewall", () => {
    const written = emitted((stack) => {
      const variable = (id: string) => new TerraformVariable(stack, id, {});
      return {
        domainName: `${variable("sub").stringValue}.example.com`,
        waf: variable("waf").booleanValue as never,
        cors: { allowOrigins: variable("origins").listValue },
        routes: [DomainRoute.to(orders(stack), { path: `/${variable("tenant").stringValue}/*` })],
      };
    });
    expect(written).toMatchObject({
      custom_domain_name: "${var.sub}.example.com",
      waf_config: { enable_waf: "${var.waf}" },
      cors_config: { allow_origins: "${var.origins}" },
      route_config: { routes: [{ path: "/${var.tenant}/*" }] },
    });
  });

  test("stand in versions of TLS, cipher suites, and rewrite rules", () => {
    const written = emitted((stack) => {
      const variable = (id: string) => new TerraformVariable(stack, id, {});
      return {
        tls: {
          minVersion: variable("least").stringValue as TlsVersion,
          cipherSuites: variable("suites").listValue as TlsCipherSuite[],
        },
        routes: [
          DomainRoute.to(orders(stack), {
            rewrite: [RouteRewrite.equal(variable("from").stringValue, "/to/${1}/%{2}")],
          }),
        ],
      };
    });
    expect(written).toMatchObject({
      tls_config: { min_version: "${var.least}", cipher_suites: "${var.suites}" },
      route_config: {
        routes: [
          {
            rewrite_config: {
              // What looks like a template is text.
              equal_rules: [{ match: "${var.from}", replacement: "/to/$${1}/%%{2}" }],
            },
          },
        ],
      },
    });
  });

  test.each([
    ["protocol", (token: TerraformVariable) => ({ protocol: token.stringValue })],
    ["corsInCode", (token: TerraformVariable) => ({ corsInCode: token.booleanValue })],
    ["icpFiling", (token: TerraformVariable) => ({ icpFiling: token.stringValue })],
    ["routes", (token: TerraformVariable) => ({ routes: token.listValue })],
  ])("for %s, which decides what is synthesised, are refused", (at, make) => {
    expect(refusal((stack) => make(new TerraformVariable(stack, "v", {})))).toBe(
      `CustomDomain: a prop is wrong
  ${at}
    got       a token, which is known only when Terraform runs
    expected  a literal, since it decides what is synthesised
    fix       write the value itself`,
    );
  });
});

describe("what a domain gives to others", () => {
  test.each([
    ["domainName", "${alicloud_fcv3_custom_domain.Api.custom_domain_name}"],
    ["url", "https://${alicloud_fcv3_custom_domain.Api.custom_domain_name}"],
  ] as const)("%s", (name, expected) => {
    expect(outputOf((stack) => domainIn(stack)[name])).toBe(expected);
  });

  test("a URL of the protocol that it speaks", () => {
    const url = (props: Partial<CustomDomainProps>): unknown =>
      outputOf((stack) => domainIn(stack, props).url);
    expect(url({ protocol: DomainProtocol.HTTP, certificate: undefined })).toMatch(/^http:/);
    expect(url({ protocol: DomainProtocol.HTTP_AND_HTTPS })).toMatch(/^https:/);
  });

  test("no URL of a wildcard", () => {
    const domain = domainIn(stackOf(), { domainName: "*.example.com" });
    expect(thrownBy(() => domain.url).split("\n")).toEqual([
      "url: *.example.com stands for many names, each with a URL of its own",
      HERE,
      "  fix       write the one that is meant, such as https://a.example.com",
    ]);
  });

  test("where its name has to lead, without a reference to the domain", () => {
    for (const [name, suffix] of [
      ["cnameTarget", ".fc.aliyuncs.com"],
      ["internalCnameTarget", "-internal.fc.aliyuncs.com"],
    ] as const) {
      const target = String(outputOf((stack) => domainIn(stack)[name]));
      expect(target.endsWith(suffix)).toBe(true);
      expect(target).not.toContain("custom_domain");
    }
  });
});

describe("an imported domain", () => {
  test("gives what is known of it", () => {
    const stack = stackOf();
    const domain = CustomDomain.fromCustomDomainAttributes(stack, "Api", {
      domainName: "api.example.com",
    });
    expect(domain).toMatchObject({
      domainName: "api.example.com",
      url: "https://api.example.com",
    });
    const plain = CustomDomain.fromCustomDomainAttributes(stack, "Plain", {
      domainName: "plain.example.com",
      protocol: DomainProtocol.HTTP,
    });
    expect(plain.url).toBe("http://plain.example.com");
    expect(addressesOf(stack)).toEqual([]);
  });

  test("has no URL where it is a wildcard", () => {
    const domain = CustomDomain.fromCustomDomainAttributes(stackOf(), "Api", {
      domainName: "*.example.com",
    });
    expect(thrownBy(() => domain.url)).toContain("url: *.example.com stands for many names");
  });

  test("refuses wrong attributes", () => {
    const attributes = { domainName: "a_b.example.com", protocol: "HTTPS,HTTP", url: "x" } as never;
    expect(
      thrownBy(() => CustomDomain.fromCustomDomainAttributes(stackOf(), "Api", attributes)).split(
        "\n",
      ),
    ).toEqual([
      "CustomDomain.fromCustomDomainAttributes: 3 props are wrong",
      HERE,
      "  url",
      "    got       a prop of an unknown name",
      "    expected  one of domainName, protocol",
      "    fix       remove it",
      "  domainName",
      '    got       "a_b.example.com"',
      "    expected  a domain of your own, such as api.example.com or *.example.com: letters, digits and hyphens between dots",
      '    fix       write "-" for "_"',
      "  protocol",
      '    got       "HTTPS,HTTP"',
      '    expected  one of "HTTP", "HTTPS" and "HTTP,HTTPS"',
      '    fix       write "HTTP,HTTPS"',
    ]);
  });
});

describe("the metadata", () => {
  test("says where the domain was made and what its author declared", () => {
    const project = new Project();
    const stack = stackOf("prod", project.app());
    domainIn(stack, { corsInCode: true, icpFiling: "ICP-2024-0001" });
    (stack.node.root as App).synth();
    const { Api } = project.stack("prod").resource.alicloud_fcv3_custom_domain;
    expect(Api["//"]).toEqual({
      metadata: { path: "prod/Api/Default", uniqueId: "Api" },
      "fc-frontdoor": {
        location: {
          file: "test/custom-domain/fixtures.ts",
          line: expect.any(Number),
          column: expect.any(Number),
        },
        icpFiling: "ICP-2024-0001",
        corsInCode: true,
      },
    });
  });
});

describe("the rules", () => {
  const printed = (make: (stack: TerraformStack) => Partial<CustomDomainProps>): string[] => {
    const project = new Project();
    const stack = stackOf("prod", project.app());
    domainIn(stack, make(stack));
    (stack.node.root as App).synth();
    return project.printed.filter((line) => !line.startsWith("@cdktf/info"));
  };

  test("find nothing in a domain with its filing", () => {
    expect(printed(() => ({}))).toEqual([]);
  });

  test("warn of one without a filing in a mainland region", () => {
    expect(printed(() => ({ icpFiling: undefined })).join("\n")).toContain("custom-domain/icp");
  });

  test("take an acknowledgement instead of the filing", () => {
    const lines = printed((stack) => {
      FrontDoor.of(stack).acknowledge({ rule: "custom-domain/icp", reason: "filed by the group" });
      return { icpFiling: undefined };
    });
    expect(lines).toEqual([]);
  });

  test("take an acknowledgement on the domain itself", () => {
    const project = new Project();
    const stack = stackOf("prod", project.app());
    const domain = domainIn(stack, { icpFiling: undefined });
    FrontDoor.of(domain).acknowledge({ rule: "custom-domain/icp", reason: "filed", owner: "web" });
    (stack.node.root as App).synth();
    expect(project.printed.filter((line) => line.includes("icp"))).toEqual([]);
    const { Api } = project.stack("prod").resource.alicloud_fcv3_custom_domain;
    expect(Api["//"]["fc-frontdoor"].acknowledged).toEqual([
      { rule: "custom-domain/icp", reason: "filed", owner: "web", path: "prod/Api" },
    ]);
  });

  test.each([
    ["custom-domain/plain-http", { protocol: DomainProtocol.HTTP, certificate: undefined }],
    ["custom-domain/tls-minimum", { tls: { minVersion: TlsVersion.TLS_1_1 } }],
    [
      "custom-domain/credentials-drift",
      { cors: { allowCredentials: true, allowOrigins: ["https://app.example.com"] } },
    ],
  ])("warn by %s of what is weaker, or needs a second apply", (rule, props) => {
    expect(printed(() => props).join("\n")).toContain(rule);
  });

  test("read corsInCode: routes that list methods need OPTIONS", () => {
    const lines = printed((stack) => ({
      corsInCode: true,
      routes: [DomainRoute.to(orders(stack), { methods: [HttpMethod.GET] })],
    }));
    expect(lines.join("\n")).toContain("custom-domain/cors-preflight");
  });

  test("look at what is overridden", () => {
    const stack = stackOf();
    const resource = domainIn(stack).node.defaultChild as Fcv3CustomDomain;
    resource.addOverride("route_config.routes.0.path", "/api*");
    expect(thrownBy(() => Testing.synth(stack, true))).toContain("custom-domain/routes");
  });
});

describe("the escape hatch", () => {
  const child = (domain: CustomDomain): Fcv3CustomDomain =>
    domain.node.defaultChild as Fcv3CustomDomain;
  const changed = (change: (resource: Fcv3CustomDomain) => void) => {
    const stack = stackOf();
    change(child(domainIn(stack)));
    return JSON.parse(Testing.synth(stack, true));
  };

  test("takes overrides", () => {
    const json = changed((resource) => resource.addOverride("timeouts", { create: "10m" }));
    expect(json.resource.alicloud_fcv3_custom_domain.Api.timeouts).toEqual({ create: "10m" });
  });

  test("takes a lifecycle", () => {
    const json = changed((resource) => {
      resource.lifecycle = { preventDestroy: true };
    });
    expect(json.resource.alicloud_fcv3_custom_domain.Api.lifecycle).toEqual({
      prevent_destroy: true,
    });
  });

  test("takes an import, by the domain's name", () => {
    const json = changed((resource) => resource.importFrom("api.example.com"));
    expect(json.import).toEqual([{ id: "api.example.com", to: "alicloud_fcv3_custom_domain.Api" }]);
  });
});

describe("what is written", () => {
  test("does not depend on the order of methods", () => {
    const written = (methods: HttpMethod[]): unknown =>
      emitted((stack) => ({ routes: [DomainRoute.to(orders(stack), { methods })] }));
    const sorted = written(HttpMethods.all());
    fc.assert(
      fc.property(fc.shuffledSubarray(HttpMethods.all(), { minLength: 7 }), (methods) => {
        expect(written(methods)).toEqual(sorted);
      }),
      { numRuns: 20 },
    );
  });

  test("is the same in a second synth", () => {
    const [first, second] = [1, 2].map(() => {
      const stack = stackOf();
      domainIn(stack, { cors: { allowOrigins: ["*"] }, waf: true });
      return [Testing.synth(stack), Testing.synth(stack)];
    });
    expect(first[0]).toBe(first[1]);
    expect(second).toEqual(first);
  });
});

describe("null stands for what is not given, as JavaScript has it", () => {
  test("of the domain", () => {
    const nothing = {
      protocol: null,
      tls: null,
      auth: null,
      cors: null,
      corsInCode: null,
      waf: null,
      dns: null,
      provider: null,
      dependsOn: null,
    } as never;
    expect(emitted(() => nothing)).toEqual(emitted(() => ({})));
  });

  test("of a route", () => {
    const nothing = { path: null, methods: null, rewrite: null } as never;
    const written = (options: never): unknown =>
      emitted((stack) => ({ routes: [DomainRoute.to(orders(stack), options)] }));
    expect(written(nothing)).toEqual(emitted(() => ({})));
    expect(written(null as never)).toEqual(emitted(() => ({})));
  });

  test("of TLS", () => {
    const tls = { minVersion: null, maxVersion: null, cipherSuites: null } as never;
    expect(emitted(() => ({ tls }))).toEqual(emitted(() => ({})));
  });
});

test("one certificate serves several domains", () => {
  const stack = stackOf();
  const certificate = certificateIn(stack);
  const target = orders(stack);
  for (const name of ["a", "b"]) {
    new CustomDomain(stack, name, {
      domainName: `${name}.example.com`,
      icpFiling: "ICP-2024-0001",
      routes: [DomainRoute.to(target)],
      certificate,
    });
  }
  const domains = Object.values(resourcesOf(stack).alicloud_fcv3_custom_domain);
  expect(domains.map(({ cert_config: config }) => config)).toMatchObject([
    { cert_name: "prod-a", certificate: "${var.certificate}" },
    { cert_name: "prod-b", certificate: "${var.certificate}" },
  ]);
});

test("a trigger of the function stays as it is", () => {
  const stack = stackOf();
  trigger(stack, "Http");
  domainIn(stack);
  expect(Fcv3Trigger.tfResourceType in resourcesOf(stack)).toBe(true);
});
