import { cname } from "../../../lib/rules/custom-domain/cname";
import { judged, testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

const right = { violated: [], undecided: [] };
const REGION = "eu-central-1";
const TARGET = `1234.${REGION}.fc.aliyuncs.com`;
const AFTER = ["alicloud_alidns_record.r"];

const domain = (more: object = {}) => ({
  custom_domain_name: "api.example.com",
  depends_on: AFTER,
  ...more,
});
const record = (more: object = {}) => ({
  domain_name: "example.com",
  rr: "api",
  type: "CNAME",
  value: TARGET,
  ...more,
});

const judge = (resource: object, more: object = {}) =>
  judged(cname, {
    variable: { zone: {}, host: {}, name: {}, type: {}, target: {}, region: {} },
    provider: { alicloud: [{ region: REGION }, { alias: "hk", region: "cn-hongkong" }] },
    data: {
      alicloud_account: { me: {} },
      alicloud_regions: { current: { current: true }, all: {} },
    },
    ...more,
    resource,
  } as never);

/** One domain, `d`, after one record, `r`. */
const pair = (ofRecord: object = {}, ofDomain: object = {}, more: object = {}) =>
  judge(
    {
      alicloud_fcv3_custom_domain: { d: domain(ofDomain) },
      alicloud_alidns_record: { r: record(ofRecord) },
    },
    more,
  );
const got = (value: unknown) => linesOf(pair({ value }).violated, "got");

const atRecord = (needs: string, attribute = "value") => ({
  violated: [],
  undecided: [`alicloud_alidns_record.r ${attribute}: needs ${needs}`],
});
const atDomain = (needs: string) => ({
  violated: [],
  undecided: [`alicloud_fcv3_custom_domain.d custom_domain_name: needs ${needs}`],
});

describe("custom-domain/cname", () => {
  testPage(cname, {
    notOnPlan: { Wrong: "the plan has the id of the account, which the message shows" },
  });

  describe("where a record leads", () => {
    test.each([
      TARGET,
      `${TARGET}.`,
      TARGET.toUpperCase(),
      `1234.${REGION}-internal.fc.aliyuncs.com`,
      "${data.alicloud_account.me.id}.eu-central-1.fc.aliyuncs.com",
      "${data.alicloud_account.me.id}.eu-central-1-internal.fc.aliyuncs.com.",
      "12${data.alicloud_account.me.id}.eu-central-1.fc.aliyuncs.com",
      '${join(".", [data.alicloud_account.me.id, "eu-central-1", "fc.aliyuncs.com"])}',
      "1234.${data.alicloud_regions.current.regions[0].id}.fc.aliyuncs.com",
      "1234.${data.alicloud_regions.current.ids[0]}-internal.fc.aliyuncs.com",
    ])("%s is the endpoint", (value) => {
      expect(pair({ value })).toEqual(right);
      expect(pair({ value, type: "cname" })).toEqual(right);
    });

    test.each([
      "www.example.net",
      "fc.aliyuncs.com",
      "1234.fc.aliyuncs.com",
      "eu-central-1.fc.aliyuncs.com",
      "orders.eu-central-1.fc.aliyuncs.com",
      "a.1234.eu-central-1.fc.aliyuncs.com",
      "1234..fc.aliyuncs.com",
      ".eu-central-1.fc.aliyuncs.com",
      "1234.eu-central-1.fc.aliyuncs.com.example.com",
      "1234.eu-central-1-fc.aliyuncs.com",
      "orders-abcdefghij.eu-central-1.fcapp.run",
      "",
      "203.0.113.10",
    ])("%j is none", (value) => {
      expect(got(value)).toEqual([JSON.stringify(value)]);
    });

    test.each([
      ["${data.alicloud_account.me.id}.eu-central-1.fcapp.run"],
      ["${data.alicloud_account.me.id}.eu-central-1.fc.aliyun.com"],
      ["${data.alicloud_account.me.id}.${var.region}.fc.example.com"],
      ["${var.target}foo.com"],
      ["${var.target}.1234.eu-central-1.fc.aliyuncs.com"],
      ["orders-${var.target}.eu-central-1.fc.aliyuncs.com"],
    ])("%s is none by the part that is known", (value) => {
      expect(got(value)).toEqual([JSON.stringify(value)]);
    });

    test("a record in another region is wrong, also where the account is not known", () => {
      expect(pair({ value: "1234.cn-hongkong.fc.aliyuncs.com" }).violated).toEqual([
        [
          "error  custom-domain/cname: a custom domain is created only while its name leads to the endpoint of its account and region",
          "  resource  alicloud_alidns_record.r (value)",
          '  got       "1234.cn-hongkong.fc.aliyuncs.com", and alicloud_fcv3_custom_domain.d is in "eu-central-1"',
          "  expected  <account>.eu-central-1.fc.aliyuncs.com, or <account>.eu-central-1-internal.fc.aliyuncs.com inside VPCs",
          "  fix       write <account>.eu-central-1.fc.aliyuncs.com with the id of the account",
          "  see       docs/rules/custom-domain/cname.md",
        ].join("\n"),
      ]);
      const value = "${data.alicloud_account.me.id}.cn-hongkong-internal.fc.aliyuncs.com";
      expect(pair({ value }).violated).toHaveLength(1);
      expect(pair({ value: "1234.cn-${var.region}.fc.aliyuncs.com" }).violated).toHaveLength(1);
      expect(pair({ value }, { provider: "alicloud.hk" })).toEqual(right);
      expect(pair({}, { provider: "alicloud.hk" }).violated).toHaveLength(1);
    });

    test.each([
      ["${var.target}", "var.target"],
      ["${var.target}.com", "var.target"],
      ["${var.target}yuncs.com", "var.target"],
      ["${var.target}.fc.aliyuncs.com", "var.target"],
      ["1234.${var.region}.fc.aliyuncs.com", "var.region"],
      ["1234.eu-${var.region}.fc.aliyuncs.com", "var.region"],
      [
        "1234.${data.alicloud_regions.all.ids[0]}.fc.aliyuncs.com",
        "data.alicloud_regions.all.ids[0]",
      ],
    ])("%s is undecided", (value, needs) => {
      expect(pair({ value })).toEqual(atRecord(needs));
    });

    test("a region that is not known is compared as the expression it is", () => {
      const provider = { alicloud: { region: "${var.region}" } };
      const value = "1234.${var.region}.fc.aliyuncs.com";
      expect(pair({ value }, {}, { provider })).toEqual(right);
      expect(pair({}, {}, { provider })).toEqual(atRecord("var.region"));
      const current = "1234.${data.alicloud_regions.current.ids[0]}.fc.aliyuncs.com";
      expect(pair({ value: current }, {}, { provider: {} })).toEqual(right);
      expect(pair({}, {}, { provider: {} })).toEqual(
        atRecord("the region of the provider alicloud"),
      );
    });

    test("a default is followed, and named", () => {
      const variable = { region: { default: "eu-west-1" } };
      const value = "1234.${var.region}.fc.aliyuncs.com";
      expect(pair({ value }, {}, { variable }).violated[0]).toContain(
        "(by the default of var.region)",
      );
    });

    test("a sensitive target is not shown", () => {
      const variable = { target: { sensitive: true, default: "s3cret.example.net" } };
      const { violated } = pair({ value: "${var.target}" }, {}, { variable });
      expect(linesOf(violated, "got")[0]).toContain("a sensitive value");
      expect(violated.join()).not.toContain("s3cret");
    });

    test("of two regions for one name each domain has its record, and a record its line", () => {
      const resource = {
        alicloud_fcv3_custom_domain: { d: domain(), e: domain({ provider: "alicloud.hk" }) },
        alicloud_alidns_record: {
          r: record(),
          s: record({ value: "1234.cn-hongkong.fc.aliyuncs.com", line: "oversea" }),
        },
      };
      expect(judge(resource)).toEqual(right);
      const { e, ...one } = resource.alicloud_fcv3_custom_domain;
      expect(e).toBeDefined();
      expect(judge({ ...resource, alicloud_fcv3_custom_domain: one })).toEqual(right);
    });
  });

  describe("the type of a record", () => {
    test("is CNAME", () => {
      expect(
        linesOf(pair({ type: "REDIRECT_URL", value: "https://a.example" }).violated, "got"),
      ).toEqual(['type "REDIRECT_URL" for "api.example.com"']);
      expect(linesOf(pair({ type: "TXT" }).violated, "got")).toEqual([
        'type "TXT" for "api.example.com"',
      ]);
    });

    test.each(["A", "AAAA", "a"])("is not %s", (type) => {
      const { violated } = pair({ type, value: "203.0.113.10" }, { depends_on: [] });
      expect(violated).toHaveLength(1);
      expect(violated[0]).toContain("alicloud_alidns_record.r (type)");
      expect(linesOf(violated, "got")).toEqual([
        `type ${JSON.stringify(type)} for "api.example.com"`,
      ]);
      expect(linesOf(violated, "fix")).toEqual([
        "point a CNAME record at <account>.eu-central-1.fc.aliyuncs.com",
      ]);
    });

    test("may be of addresses beside a CNAME, and inside VPCs", () => {
      const address = { type: "A", value: "203.0.113.10" };
      const inside = {
        alicloud_pvtz_zone: { z: { zone_name: "example.com" } },
        alicloud_pvtz_zone_record: {
          r: { ...address, zone_id: "${alicloud_pvtz_zone.z.id}", rr: "api" },
        },
      };
      const resource = {
        alicloud_fcv3_custom_domain: { d: domain() },
        alicloud_alidns_record: { r: record(), a: record({ ...address, line: "oversea" }) },
      };
      expect(judge({ ...resource, ...inside })).toEqual(right);
      expect(
        judge({ alicloud_fcv3_custom_domain: { d: domain({ depends_on: [] }) }, ...inside }),
      ).toEqual(right);
    });

    test("that stands beside a CNAME does not say where the name leads", () => {
      const beside = { type: "TXT", value: "v=1" };
      const missing = atDomain("the DNS record of api.example.com");
      expect(pair(beside)).toEqual(missing);
      const resource = {
        alicloud_fcv3_custom_domain: { d: domain() },
        alicloud_alidns_record: { r: record(), t: record(beside) },
      };
      expect(judge(resource)).toEqual(right);
    });

    test("of a record that is switched off is no matter", () => {
      const address = { type: "A", value: "203.0.113.10", status: "DISABLE" };
      const resource = {
        alicloud_fcv3_custom_domain: { d: domain() },
        alicloud_alidns_record: { r: record(), a: record(address) },
      };
      expect(judge(resource)).toEqual(right);
      expect(pair({ status: "DISABLE" })).toEqual(atDomain("the DNS record of api.example.com"));
    });

    test("that is not known is undecided", () => {
      expect(pair({ type: "${var.type}" })).toEqual(atRecord("var.type", "type"));
    });
  });

  describe("which record", () => {
    const wrong = { value: "www.example.net" };
    const found = (ofRecord: object, ofDomain: object = {}) =>
      pair({ ...wrong, ...ofRecord }, ofDomain).violated.length;

    test("letter case is no matter in a name", () => {
      expect(found({ rr: "API" }, { custom_domain_name: "Api.Example.com" })).toBe(1);
    });

    test("the zone itself can be a domain", () => {
      expect(found({ rr: "@" }, { custom_domain_name: "example.com" })).toBe(1);
    });

    test("the same expression is the same name", () => {
      const zone = { domain_name: "${var.zone}" };
      expect(found(zone, { custom_domain_name: "api.${var.zone}" })).toBe(1);
      expect(found(zone, { custom_domain_name: "www.${var.zone}" })).toBe(0);
    });

    test("beside a public record one of a private zone leads where it likes", () => {
      const resource = {
        alicloud_fcv3_custom_domain: { d: domain() },
        alicloud_alidns_record: { r: record() },
        alicloud_pvtz_zone: { z: { zone_name: "example.com" } },
        alicloud_pvtz_zone_record: {
          p: { zone_id: "${alicloud_pvtz_zone.z.id}", rr: "api", type: "CNAME", ...wrong },
        },
      };
      expect(judge(resource)).toEqual(right);
    });

    test("a record of a private zone is one too", () => {
      const resource = {
        alicloud_fcv3_custom_domain: { d: { custom_domain_name: "api.example.com" } },
        alicloud_pvtz_zone: { z: { zone_name: "example.com" } },
        alicloud_pvtz_zone_record: {
          r: { zone_id: "${alicloud_pvtz_zone.z.id}", rr: "api", type: "CNAME", ...wrong },
        },
      };
      expect(judge(resource).violated[0]).toContain("alicloud_pvtz_zone_record.r (value)");
    });

    test("a wildcard covers what has no record of its own", () => {
      expect(pair({ rr: "*" })).toEqual(right);
      expect(pair({ rr: "*" }, { custom_domain_name: "a.b.example.com" })).toEqual(right);
      expect(pair({ rr: "*", value: "1234.eu-west-1.fc.aliyuncs.com" }).violated).toHaveLength(1);
      expect(
        pair({ rr: "*", domain_name: "${var.zone}" }, { custom_domain_name: "a.${var.zone}" }),
      ).toEqual(right);
      const resource = {
        alicloud_fcv3_custom_domain: { d: domain() },
        alicloud_alidns_record: {
          r: record(),
          s: record({ rr: "*", value: "1234.eu-west-1.fc.aliyuncs.com" }),
        },
      };
      expect(judge(resource)).toEqual(right);
    });

    test("of two wildcards the nearer one counts", () => {
      const resource = {
        alicloud_fcv3_custom_domain: { d: domain({ custom_domain_name: "api.eu.example.com" }) },
        alicloud_alidns_record: {
          r: record({ rr: "*.eu" }),
          s: record({ rr: "*", value: "1234.eu-west-1.fc.aliyuncs.com" }),
        },
      };
      expect(judge(resource)).toEqual(right);
    });

    test("a wildcard that leads elsewhere, or may, is meant for other names", () => {
      expect(pair({ rr: "*", value: "www.example.net" })).toEqual(
        atDomain("the DNS record of api.example.com"),
      );
      expect(pair({ rr: "*", value: "${var.target}" })).toEqual(atDomain("var.target"));
    });

    test("a wildcard domain has the wildcard's record", () => {
      const all = { custom_domain_name: "*.example.com" };
      expect(pair({ rr: "*" }, all)).toEqual(right);
      expect(found({ rr: "*" }, all)).toBe(1);
      expect(pair({}, all)).toEqual(atDomain("the DNS record of *.example.com"));
      expect(pair({ rr: "*" }, { custom_domain_name: "*.a.example.com" })).toEqual(
        atDomain("the DNS record of *.a.example.com"),
      );
    });

    test.each([
      [{ domain_name: "example.org" }, {}],
      [{ domain_name: "ample.com" }, {}],
      [{ domain_name: "example.org" }, { custom_domain_name: "${var.name}.example.com" }],
      [{ domain_name: "${var.zone}", rr: "www" }, {}],
      [{ domain_name: null }, {}],
    ])("%j and %j have nothing to do with each other", (ofRecord, ofDomain) => {
      expect(pair({ ...wrong, ...ofRecord }, ofDomain)).toEqual(right);
    });

    test("a record that may be the one, or may stand elsewhere, leaves it undecided", () => {
      expect(pair({ rr: "www" })).toEqual(atDomain("the DNS record of api.example.com"));
      expect(pair({ rr: "${var.host}" })).toEqual(atDomain("var.host"));
      expect(pair({ domain_name: "${var.zone}" })).toEqual(atDomain("var.zone"));
      expect(pair({}, { custom_domain_name: "${var.name}" })).toEqual(atDomain("var.name"));
      expect(
        pair({ domain_name: "${var.zone}", rr: "www" }, { custom_domain_name: "api.${var.zone}" }),
      ).toEqual(atDomain("var.zone"));
    });

    test.each([[["api"]], [{ rr: "api" }], [3], [true], [null]])(
      "strange arguments such as %j do no harm",
      (strange) => {
        expect(() => pair({ rr: strange, domain_name: strange, type: strange })).not.toThrow();
        expect(pair({}, { custom_domain_name: strange }).violated).toEqual([]);
        expect(pair({ type: strange, value: strange })).toBeDefined();
      },
    );
  });

  describe("the order", () => {
    const order = (depends: unknown, more: object = {}, ofRecord: object = {}) =>
      judge({
        alicloud_fcv3_custom_domain: { d: domain({ depends_on: depends }) },
        alicloud_alidns_record: { r: record(ofRecord) },
        ...more,
      });

    test("is by depends_on, by a reference, or by way of another resource", () => {
      const sleep = { time_sleep: { s: { create_duration: "30s", depends_on: AFTER } } };
      expect(order(["time_sleep.s"], sleep)).toEqual(right);
      const name = "${alicloud_alidns_record.r.rr}.${alicloud_alidns_record.r.domain_name}";
      expect(pair({}, { depends_on: [], custom_domain_name: name })).toEqual(right);
    });

    test("is missing where there is neither", () => {
      expect(order([]).violated).toEqual([
        [
          "error  custom-domain/cname: a custom domain is created only after the DNS record of its name",
          "  resource  alicloud_fcv3_custom_domain.d (depends_on)",
          "  got       no dependency on alicloud_alidns_record.r",
          "  expected  a dependency on alicloud_alidns_record.r",
          "  fix       add alicloud_alidns_record.r to depends_on",
          "  see       docs/rules/custom-domain/cname.md",
        ].join("\n"),
      ]);
    });

    test("cannot be right where the record refers to the domain", () => {
      const value = "${alicloud_fcv3_custom_domain.d.account_id}.eu-central-1.fc.aliyuncs.com";
      expect(linesOf(order([], {}, { value }).violated, "got")).toEqual([
        "alicloud_alidns_record.r depends on the domain, and is created after it",
      ]);
    });

    test("is said where the target is not known, and not where the record is wrong", () => {
      const open = order([], {}, { value: "${var.target}" });
      expect(open.violated).toHaveLength(1);
      expect(open.undecided).toHaveLength(1);
      const wrong = order([], {}, { value: "www.example.net" });
      expect(wrong.violated.join()).not.toContain("depends_on");
    });

    test("is by one of several records", () => {
      expect(order(AFTER, { alicloud_dns_record: { s: record() } })).toEqual(right);
    });

    test("of a record in another stack is not known", () => {
      const provider = { alicloud: { region: REGION } };
      const dns = { provider, resource: { alicloud_alidns_record: { r: record() } } };
      const app = {
        provider,
        resource: { alicloud_fcv3_custom_domain: { d: domain({ depends_on: [] }) } },
      };
      expect(judged(cname, { dns, app })).toEqual({
        violated: [],
        undecided: [
          "alicloud_fcv3_custom_domain.d depends_on: needs the order in which dns and app are applied",
        ],
      });
    });
  });
});
