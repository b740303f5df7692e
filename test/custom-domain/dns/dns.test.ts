import {
  type App,
  TerraformOutput,
  TerraformProvider,
  TerraformStack,
  TerraformVariable,
  Testing,
} from "cdktf";
import {
  AlicloudProvider,
  CustomDomain,
  type CustomDomainProps,
  DomainDns,
  DomainRoute,
} from "../../../lib";
import { Project, provider } from "../../support/app";
import { orders } from "../../support/given";
import { stackOf } from "../../support/synth";
import { certificateIn, domainIn, refusal } from "../fixtures";

type Props = Partial<CustomDomainProps>;

/** All that a stack with one domain becomes. */
function document(make: (stack: TerraformStack) => Props) {
  const stack = stackOf();
  domainIn(stack, make(stack));
  return JSON.parse(Testing.synth(stack, true));
}

/** The one record of a type, without what its construct says of it. */
function recordOf(type: string, make: (stack: TerraformStack) => Props) {
  const [record, ...others] = Object.values(document(make).resource[type]) as object[];
  expect(others).toEqual([]);
  return record;
}

const inZone = (...args: Parameters<typeof DomainDns.inZone>) => ({
  dns: DomainDns.inZone(...args),
});
const PRIVATE = { zoneId: "pz-1", zoneName: "example.com" };
const ACCOUNT = "${data.alicloud_account.FrontDoorAccount.id}";

describe("a record in a public zone", () => {
  test("leads to the endpoint of the account in the region, and is there before the domain", () => {
    const { resource, output } = document(() => inZone("example.com"));
    expect(resource.alicloud_alidns_record).toEqual({
      Api_Dns_5E7AC4E5: {
        domain_name: "example.com",
        rr: "api",
        type: "CNAME",
        value: `${ACCOUNT}.cn-hangzhou.fc.aliyuncs.com`,
      },
    });
    expect(resource.alicloud_fcv3_custom_domain.Api.depends_on).toEqual([
      "alicloud_alidns_record.Api_Dns_5E7AC4E5",
    ]);
    expect(output).toBeUndefined();
  });

  test("waits for what the domain waits for", () => {
    const { alicloud_alidns_record: records, alicloud_fcv3_custom_domain: domains } = document(
      (stack) => ({
        ...inZone("example.com"),
        dependsOn: [new TerraformVariable(stack, "zone", {}) as never],
      }),
    ).resource;
    expect(records.Api_Dns_5E7AC4E5.depends_on).toEqual(["var.zone"]);
    expect(domains.Api.depends_on).toEqual(["var.zone", "alicloud_alidns_record.Api_Dns_5E7AC4E5"]);
  });

  test.each([
    ["api.example.com", "example.com", "api"],
    ["API.Example.com", "example.com", "api"],
    ["api.example.com", "Example.COM", "api"],
    ["a.b.example.com", "example.com", "a.b"],
    ["a.b.example.com", "b.example.com", "a"],
    ["api.example.com", "example.com.", "api"],
    ["*.example.com", "example.com", "*"],
    ["*.b.example.com", "example.com", "*.b"],
    ["example.com", "example.com", "@"],
  ])("of %s in %s has the host record %s", (domainName, zone, rr) => {
    const record = recordOf("alicloud_alidns_record", () => ({ domainName, ...inZone(zone) }));
    expect(record).toMatchObject({ rr, domain_name: zone.toLowerCase().replace(/\.$/, "") });
  });

  test("takes tokens: what is before the zone, the zone, and the whole name", () => {
    const record = (make: (variable: (id: string) => string) => Props) =>
      recordOf("alicloud_alidns_record", (stack) =>
        make((id) => new TerraformVariable(stack, id, {}).stringValue),
      );
    expect(
      record((v) => ({ domainName: `${v("sub")}.example.com`, ...inZone("example.com") })),
    ).toMatchObject({ domain_name: "example.com", rr: "${var.sub}" });
    expect(record((v) => ({ domainName: v("name"), ...inZone("example.com") }))).toMatchObject({
      rr: '${trimsuffix(var.name, ".example.com")}',
    });
    expect(record((v) => ({ ...inZone(v("zone")) }))).toMatchObject({
      domain_name: "${var.zone}",
      rr: '${trimsuffix("api.example.com", ".${var.zone}")}',
    });
  });

  test("takes its time to live, the endpoint inside VPCs, and a provider of its own", () => {
    const { resource } = document(() => {
      const dns = provider(new TerraformStack(Testing.app(), "other"));
      dns.alias = "dns";
      return inZone("example.com", { ttlSeconds: 60, internal: true, provider: dns });
    });
    expect(resource.alicloud_alidns_record.Api_Dns_5E7AC4E5).toMatchObject({
      ttl: 60,
      value: `${ACCOUNT}.cn-hangzhou-internal.fc.aliyuncs.com`,
      provider: "alicloud.dns",
    });
    expect(resource.alicloud_fcv3_custom_domain.Api).not.toHaveProperty("provider");
  });

  test("takes null for what is not given", () => {
    const nothing = {
      ttlSeconds: null,
      waitSeconds: null,
      provider: null,
      internal: null,
    } as never;
    const written = recordOf("alicloud_alidns_record", () => inZone("example.com", nothing));
    expect(written).toEqual(recordOf("alicloud_alidns_record", () => inZone("example.com")));
    expect(written).toEqual(
      recordOf("alicloud_alidns_record", () => inZone("example.com", null as never)),
    );
  });

  test("is refused in a zone of others, with a time that is none, and with an unknown option", () => {
    const options = { ttlSeconds: 0, waitSeconds: 1.5, wait: 3 } as never;
    expect(refusal(() => inZone("example.org", options))).toBe(`CustomDomain: 4 props are wrong
  dns.zoneName
    got       "example.org", and the domain is api.example.com
    expected  the zone that the domain is in
    fix       write the zone that the domain's name ends with
  dns.wait
    got       a prop of an unknown name
    expected  one of ttlSeconds, waitSeconds, provider, internal
    fix       remove it
  dns.ttlSeconds
    got       0 seconds
    expected  a whole number from 1 to 86400 seconds
    fix       write 1, or another allowed number
  dns.waitSeconds
    got       1.5 seconds
    expected  a whole number from 1 to 3600 seconds
    fix       write 2, or another allowed number`);
  });

  test.each([
    ["*.example.com", 'leave out "*."'],
    ["https://example.com", "write the name alone, without a protocol and a path"],
    ["example", "write the whole name, with its zone"],
  ])("is refused in the zone %s", (zone, fix) => {
    expect(refusal(() => inZone(zone))).toBe(`CustomDomain: a prop is wrong
  dns.zoneName
    got       ${JSON.stringify(zone)}
    expected  a zone, such as example.com
    fix       ${fix}`);
  });

  test("is refused with a zone whose end is that of the name by chance", () => {
    expect(refusal(() => ({ domainName: "myexample.com", ...inZone("example.com") }))).toContain(
      '"example.com", and the domain is myexample.com',
    );
  });

  test("says nothing of the zone where the name is wrong", () => {
    const text = refusal(() => ({ domainName: "a_b.example.com", ...inZone("example.org") }));
    expect(text).not.toContain("dns.zoneName");
  });

  test("is refused with a token for the time to wait, which decides what is synthesised", () => {
    const text = refusal((stack) =>
      inZone("example.com", { waitSeconds: new TerraformVariable(stack, "w", {}).numberValue }),
    );
    expect(text).toContain("dns.waitSeconds\n    got       a token");
  });
});

describe("a wait for the record", () => {
  const waiting = (waitSeconds: number) => document(() => inZone("example.com", { waitSeconds }));

  test("is a resource between the two, made anew with the record, and declares its provider", () => {
    const { resource, terraform, provider: providers } = waiting(60);
    expect(resource.time_sleep).toEqual({
      Api_Dns_Wait_CBF3E18A: {
        create_duration: "60s",
        triggers: {
          record: "${alicloud_alidns_record.Api_Dns_5E7AC4E5.id}",
          rr: "${alicloud_alidns_record.Api_Dns_5E7AC4E5.rr}",
          value: "${alicloud_alidns_record.Api_Dns_5E7AC4E5.value}",
        },
      },
    });
    expect(resource.alicloud_fcv3_custom_domain.Api.depends_on).toEqual([
      "alicloud_alidns_record.Api_Dns_5E7AC4E5",
      "time_sleep.Api_Dns_Wait_CBF3E18A",
    ]);
    expect(terraform.required_providers.time).toEqual({
      source: "hashicorp/time",
      version: ">= 0.9.0, < 1.0.0",
    });
    expect(providers.time).toEqual([{}]);
  });

  test("is not there, and neither is its provider, where it is not asked for", () => {
    const { resource, terraform, provider: providers } = document(() => inZone("example.com"));
    expect(resource).not.toHaveProperty("time_sleep");
    expect(Object.keys(terraform.required_providers)).toEqual(["alicloud"]);
    expect(Object.keys(providers)).toEqual(["alicloud"]);
  });

  test("declares its provider once for several domains", () => {
    const stack = stackOf();
    twoDomains(stack, { ...inZone("example.com", { waitSeconds: 5 }) });
    const json = JSON.parse(Testing.synth(stack, true));
    expect(Object.keys(json.resource.time_sleep)).toHaveLength(2);
    expect(json.provider.time).toEqual([{}]);
  });

  test.each(["before", "after"])("leaves it to the user's own, made %s the domain", (when) => {
    class Time extends TerraformProvider {}
    const own = () =>
      new Time(stack, "time", {
        terraformResourceType: "time",
        terraformGeneratorMetadata: { providerName: "time", providerVersionConstraint: "0.12.1" },
        terraformProviderSource: "hashicorp/time",
      });
    const stack = stackOf();
    if (when === "before") own();
    domainIn(stack, inZone("example.com", { waitSeconds: 5 }));
    if (when === "after") own();
    const json = JSON.parse(Testing.synth(stack, true));
    expect(json.provider.time).toEqual([{}]);
    expect(json.terraform.required_providers.time.version).toBe("0.12.1");
  });

  test("is written as HCL too", () => {
    const stack = stackOf();
    domainIn(stack, inZone("example.com", { waitSeconds: 5 }));
    const { hcl } = stack.toHclTerraform() as { hcl: string };
    expect(hcl).toContain('create_duration = "5s"');
    expect(hcl).toContain('record = "${alicloud_alidns_record.Api_Dns_5E7AC4E5.id}"');
    expect(hcl.match(/provider "time"/g)).toHaveLength(1);
  });
});

describe("a record in a private zone", () => {
  test("leads to the endpoint inside VPCs, and is there before the domain", () => {
    const { resource } = document(() => ({ dns: DomainDns.inPrivateZone(PRIVATE) }));
    expect(resource.alicloud_pvtz_zone_record).toEqual({
      Api_Dns_5E7AC4E5: {
        zone_id: "pz-1",
        rr: "api",
        type: "CNAME",
        value: `${ACCOUNT}.cn-hangzhou-internal.fc.aliyuncs.com`,
      },
    });
    expect(resource.alicloud_fcv3_custom_domain.Api.depends_on).toEqual([
      "alicloud_pvtz_zone_record.Api_Dns_5E7AC4E5",
    ]);
  });

  test("takes a time to live, a wait, and a zone that is made beside it", () => {
    const { resource } = document((stack) => ({
      dns: DomainDns.inPrivateZone(
        { ...PRIVATE, zoneId: new TerraformVariable(stack, "zone", {}).stringValue },
        { ttlSeconds: 5, waitSeconds: 10 },
      ),
    }));
    expect(resource.alicloud_pvtz_zone_record.Api_Dns_5E7AC4E5).toMatchObject({
      zone_id: "${var.zone}",
      ttl: 5,
    });
    expect(resource.time_sleep.Api_Dns_Wait_CBF3E18A).toMatchObject({
      create_duration: "10s",
      triggers: {
        record: "${alicloud_pvtz_zone_record.Api_Dns_5E7AC4E5.id}",
        rr: "${alicloud_pvtz_zone_record.Api_Dns_5E7AC4E5.rr}",
        value: "${alicloud_pvtz_zone_record.Api_Dns_5E7AC4E5.value}",
      },
    });
  });

  test("is refused without an id, and in a zone of others", () => {
    const zone = { zoneId: "", zoneName: "example.org" };
    expect(refusal(() => ({ dns: DomainDns.inPrivateZone(zone) })))
      .toBe(`CustomDomain: 2 props are wrong
  dns.zoneId
    got       an empty text
    expected  the id of a private zone
    fix       write the id
  dns.zoneName
    got       "example.org", and the domain is api.example.com
    expected  the zone that the domain is in
    fix       write the zone that the domain's name ends with`);
  });

  test("is refused with what is no zone, and with the option of public zones", () => {
    const text = refusal(() => ({
      dns: DomainDns.inPrivateZone("pz-1" as never, { internal: true } as never),
    }));
    expect(text).toContain("dns\n    got       a string\n    expected  an object");
    expect(text).toContain("dns.internal\n    got       a prop of an unknown name");
  });
});

describe("a record that somebody else makes", () => {
  const line = (make: () => Props) => {
    const { output, resource } = document(make);
    expect(Object.keys(resource)).toEqual(["alicloud_fcv3_custom_domain"]);
    expect(resource.alicloud_fcv3_custom_domain.Api).not.toHaveProperty("depends_on");
    return Object.values(output);
  };

  test("is an output of the stack, in one line of a zone file", () => {
    expect(line(() => ({ dns: DomainDns.elsewhere() }))).toEqual([
      {
        description: "The DNS record that has to be there before the custom domain is created.",
        value: `api.example.com. 600 IN CNAME ${ACCOUNT}.cn-hangzhou.fc.aliyuncs.com.`,
      },
    ]);
  });

  test("is what a domain without dns has", () => {
    expect(line(() => ({}))).toEqual(line(() => ({ dns: DomainDns.elsewhere() })));
  });

  test("can lead to the endpoint inside VPCs", () => {
    const dns = DomainDns.elsewhere({ internal: true });
    expect(line(() => ({ domainName: "*.example.com", dns }))).toMatchObject([
      { value: `*.example.com. 600 IN CNAME ${ACCOUNT}.cn-hangzhou-internal.fc.aliyuncs.com.` },
    ]);
  });

  test("is refused with other options", () => {
    expect(refusal(() => ({ dns: DomainDns.elsewhere({ internal: "yes" } as never) })))
      .toBe(`CustomDomain: a prop is wrong
  dns.internal
    got       a string
    expected  true or false
    fix       give true or false`);
  });
});

describe("the endpoint", () => {
  const targets = (make: (stack: TerraformStack) => Props) => {
    const stack = new TerraformStack(Testing.app(), "prod");
    const props = make(stack);
    const domain = new CustomDomain(stack, "Api", {
      domainName: "api.example.com",
      routes: [DomainRoute.to(orders(stack))],
      certificate: certificateIn(stack),
      dns: DomainDns.inZone("example.com"),
      ...props,
    });
    for (const [id, value] of Object.entries({
      public: domain.cnameTarget,
      internal: domain.internalCnameTarget,
    })) {
      new TerraformOutput(stack, id, { value, staticId: true });
    }
    const { output, data = {} } = JSON.parse(Testing.synth(stack));
    return { public: output.public.value, internal: output.internal.value, data };
  };

  test("is made of what the provider states", () => {
    expect(
      targets((stack) => {
        new AlicloudProvider(stack, "alicloud", { region: "cn-beijing", accountId: "123" });
        return {};
      }),
    ).toEqual({
      public: "123.cn-beijing.fc.aliyuncs.com",
      internal: "123.cn-beijing-internal.fc.aliyuncs.com",
      data: {},
    });
  });

  test("is made of variables where the provider is", () => {
    const { public: target, data } = targets((stack) => {
      const region = new TerraformVariable(stack, "region", {}).stringValue;
      new AlicloudProvider(stack, "alicloud", { region, accountId: "123" });
      return {};
    });
    expect([target, data]).toEqual(["123.${var.region}.fc.aliyuncs.com", {}]);
  });

  test("is asked for where the provider does not say, each once", () => {
    const { data, ...found } = targets((stack) => {
      new AlicloudProvider(stack, "alicloud", {});
      return {};
    });
    expect(found.internal).toBe(
      `${ACCOUNT}.\${data.alicloud_regions.FrontDoorRegions.regions[0].id}-internal.fc.aliyuncs.com`,
    );
    expect(data).toEqual({
      alicloud_account: { FrontDoorAccount: {} },
      alicloud_regions: { FrontDoorRegions: { current: true } },
    });
  });

  test("is that of the domain's own provider, not of the stack's", () => {
    const { data, ...found } = targets((stack) => {
      new AlicloudProvider(stack, "alicloud", { region: "cn-beijing", accountId: "123" });
      return {
        provider: new AlicloudProvider(stack, "other", {
          alias: "hongkong",
          region: "cn-hongkong",
        }),
      };
    });
    expect(found.public).toBe(
      "${data.alicloud_account.FrontDoorAccount-hongkong.id}.cn-hongkong.fc.aliyuncs.com",
    );
    expect(data).toEqual({
      alicloud_account: { "FrontDoorAccount-hongkong": { provider: "alicloud.hongkong" } },
    });
  });

  test("is not that of a provider with an alias, which resources do not have by themselves", () => {
    const { data } = targets((stack) => {
      new AlicloudProvider(stack, "other", { alias: "b", region: "cn-beijing", accountId: "1" });
      new AlicloudProvider(stack, "alicloud", { region: "cn-shanghai" });
      return {};
    });
    expect(data).toEqual({ alicloud_account: { FrontDoorAccount: {} } });
  });

  test("asks once in a stack for several domains", () => {
    const stack = stackOf();
    twoDomains(stack, {});
    const { data } = JSON.parse(Testing.synth(stack, true));
    expect(data).toEqual({ alicloud_account: { FrontDoorAccount: {} } });
  });
});

test.each([
  ["public", DomainDns.inZone("example.com", { waitSeconds: 5 })],
  ["private", DomainDns.inPrivateZone(PRIVATE)],
  ["other", DomainDns.elsewhere()],
])("the rules find nothing to warn of in a domain of a %s zone", (_, dns) => {
  const project = new Project();
  const stack = stackOf("prod", project.app());
  domainIn(stack, { dns });
  (stack.node.root as App).synth();
  expect(project.printed.filter((line) => !line.startsWith("@cdktf/info"))).toEqual([]);
});

function twoDomains(stack: TerraformStack, props: Props): void {
  const target = orders(stack);
  const certificate = certificateIn(stack);
  for (const id of ["A", "B"]) {
    const domainName = `${id.toLowerCase()}.example.com`;
    const routes = [DomainRoute.to(target)];
    new CustomDomain(stack, id, { domainName, routes, certificate, ...props });
  }
}
