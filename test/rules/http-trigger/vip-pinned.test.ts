import { vipPinned } from "../../../lib/rules/http-trigger/vip-pinned";
import {
  binding,
  record as gatewayRecord,
  template,
  withDomain as withGateway,
} from "../../support/gateway-domain";
import { judged, testPage } from "../../support/rule";

const domain = (name: string) => ({ custom_domain_name: name });
const record = (more: object = {}) => ({
  domain_name: "example.com",
  rr: "api",
  type: "A",
  value: "203.0.113.10",
  ...more,
});
const judge = (resource: object, more: object = {}) =>
  judged(vipPinned, { ...more, resource } as never);
const withDomain = (more: object, name = "api.example.com", rest: object = {}) =>
  judge({
    alicloud_fcv3_custom_domain: { d: domain(name) },
    alicloud_alidns_record: { r: record(more) },
    ...rest,
  });
const right = { violated: [], undecided: [] };

describe("http-trigger/vip-pinned", () => {
  testPage(vipPinned);

  test.each(["A", "AAAA", "a"])("%s is refused for the name of a custom domain", (type) => {
    expect(withDomain({ type }).violated).toHaveLength(1);
  });

  test.each(["CNAME", "TXT", "MX"])("%s is none of its business", (type) => {
    expect(withDomain({ type })).toEqual(right);
  });

  test.each([
    ["@", "example.com"],
    ["*", "*.example.com"],
    ["API", "api.Example.com"],
    ["a.b", "a.b.example.com"],
  ])("host record %s is %s", (rr, name) => {
    expect(withDomain({ rr }, name).violated).toHaveLength(1);
  });

  test.each([
    ["www", "api.example.com"],
    ["@", "api.example.com"],
    ["api", "*.example.com"],
    ["*", "api.example.com"],
  ])("host record %s is not %s", (rr, name) => {
    expect(withDomain({ rr }, name)).toEqual(right);
  });

  test("the older record resource and the private zone are read too", () => {
    const { violated } = judge({
      alicloud_fcv3_custom_domain: { d: domain("api.example.com") },
      alicloud_dns_record: {
        r: { name: "example.com", host_record: "api", type: "A", value: "203.0.113.10" },
      },
      alicloud_pvtz_zone: { z: { zone_name: "example.com" } },
      alicloud_pvtz_zone_record: {
        r: { zone_id: "${alicloud_pvtz_zone.z.id}", rr: "api", type: "A", value: "10.0.0.1" },
      },
    });
    expect(violated).toHaveLength(2);
  });

  test("a private zone that is declared elsewhere may be the domain's", () => {
    const zone = { zone_id: "${data.alicloud_pvtz_zones.z.zones[0].zone_id}" };
    const { undecided } = judge(
      {
        alicloud_fcv3_custom_domain: { d: domain("api.example.com") },
        alicloud_pvtz_zone_record: {
          api: { ...zone, rr: "api", type: "A", value: "10.0.0.1" },
          db: { ...zone, rr: "db", type: "A", value: "10.0.0.2" },
          literal: { zone_id: "abc", rr: "api", type: "A", value: "10.0.0.3" },
        },
      },
      { data: { alicloud_pvtz_zones: { z: {} } } },
    );
    expect(undecided).toEqual([
      "alicloud_pvtz_zone_record.api type: needs data.alicloud_pvtz_zones.z.zones[0].zone_id",
      "alicloud_pvtz_zone_record.literal type: needs the name of the private zone abc",
    ]);
  });

  test("a name that is made of the same unknown parts is the same", () => {
    const { violated, undecided } = judge(
      {
        alicloud_fcv3_custom_domain: { d: domain("api.${var.zone}") },
        alicloud_alidns_record: {
          a: record({ domain_name: "${var.zone}" }),
          b: record({ domain_name: "${var.zone}", rr: "www" }),
        },
      },
      { variable: { zone: {} } },
    );
    expect(undecided).toEqual([]);
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_alidns_record.a (type)");
  });

  test("the arguments of the record itself lead to its name", () => {
    const name = "${alicloud_alidns_record.r.rr}.${alicloud_alidns_record.r.domain_name}";
    expect(withDomain({}, name).violated).toHaveLength(1);
  });

  test("a host record that is not known may be the domain's in its zone, and in no other", () => {
    const json = {
      alicloud_fcv3_custom_domain: { d: domain("api.example.com"), e: domain("www.example.net") },
      alicloud_alidns_record: {
        a: record({ rr: "${var.rr}" }),
        b: record({ rr: "a${var.rr}" }),
        c: record({ rr: "b-${var.rr}" }),
        d: record({ rr: "${var.rr}", domain_name: "example.org" }),
      },
    };
    expect(judge(json, { variable: { rr: {} } }).undecided).toEqual([
      "alicloud_alidns_record.a type: needs var.rr",
      "alicloud_alidns_record.b type: needs var.rr",
    ]);
  });

  test("a domain whose first label is not known may be the record's", () => {
    const json = {
      alicloud_fcv3_custom_domain: {
        d: domain("${var.sub}.example.com"),
        e: domain("*.${var.zone}"),
      },
      alicloud_alidns_record: {
        a: record(),
        b: record({ domain_name: "example.org" }),
        c: record({ rr: "*", domain_name: "example.net" }),
      },
    };
    expect(judge(json, { variable: { sub: {}, zone: {} } }).undecided).toEqual([
      "alicloud_alidns_record.a type: needs var.sub",
      "alicloud_alidns_record.c type: needs var.zone",
    ]);
  });

  test("a name of which nothing is known may be any", () => {
    const json = {
      alicloud_fcv3_custom_domain: { d: domain("api.example.com"), e: domain("${var.domain}") },
      alicloud_alidns_record: {
        r: record({ rr: "${var.rr}", domain_name: "${var.zone}" }),
        s: record({ rr: "db" }),
      },
    };
    expect(judge(json, { variable: { rr: {}, zone: {}, domain: {} } })).toEqual({
      violated: [],
      undecided: [
        "alicloud_alidns_record.r type: needs var.rr, var.zone, var.domain",
        "alicloud_alidns_record.s type: needs var.domain",
      ],
    });
  });

  test("a type that is not known is undecided where the name is the domain's", () => {
    const json = {
      alicloud_fcv3_custom_domain: { d: domain("api.example.com") },
      alicloud_alidns_record: {
        r: record({ type: "${var.type}" }),
        s: record({ type: "${var.type}", rr: "www" }),
      },
    };
    expect(judge(json, { variable: { type: {} } }).undecided).toEqual([
      "alicloud_alidns_record.r type: needs var.type",
    ]);
  });

  test("a value that comes from a trigger or a gateway group is the address of its host", () => {
    const { violated } = judge(
      {
        alicloud_fcv3_trigger: { t: { trigger_type: "http" } },
        alicloud_api_gateway_group: { g: { name: "orders" } },
        alicloud_fcv3_custom_domain: { d: domain("orders.example.org") },
        alicloud_alidns_record: {
          a: record({ value: "${alicloud_api_gateway_group.g.sub_domain}" }),
          b: record({ value: "${data.dns_a_record_set.t.addrs[0]}" }),
          c: record({ value: "1234.eu-central-1.fc.aliyuncs.com" }),
          d: record({ type: "CNAME", value: "${alicloud_api_gateway_group.g.sub_domain}" }),
          e: record({ value: "${data.dns_a_record_set.other.addrs[0]}" }),
          f: record({ value: "${data.dns_a_record_set.pasted.addrs[0]}" }),
          g: record({ value: "${data.dns_a_record_set.domain.addrs[0]}" }),
        },
      },
      {
        data: {
          dns_a_record_set: {
            t: {
              host: '${replace(alicloud_fcv3_trigger.t.http_trigger[0].url_internet, "https://", "")}',
            },
            other: { host: "www.example.org" },
            domain: { host: "${alicloud_fcv3_custom_domain.d.custom_domain_name}" },
            pasted: { host: "orders-abcdefghij.eu-central-1.fcapp.run" },
          },
        },
      },
    );
    expect(violated.map((text) => /_record\.(\w)/.exec(text)?.[1])).toEqual([
      "a",
      "b",
      "c",
      "f",
      "g",
    ]);
    expect(violated[1]).toContain(
      'type "A" for "api.example.com", a record that holds an address of alicloud_fcv3_trigger.t.http_trigger[0].url_internet, looked up by data.dns_a_record_set.t',
    );
  });

  test.each([
    ["orders-abcdefghij", "eu-central-1-vpc.fcapp.run", 1],
    ["@", "orders-abcdefghij.eu-central-1.fcapp.run", 1],
    ["x", "not-fcapp.run", 0],
  ])("%s in the private zone %s is the host of a trigger: %i", (rr, zone_name, count) => {
    const { violated } = judge({
      alicloud_pvtz_zone: { z: { zone_name } },
      alicloud_pvtz_zone_record: {
        r: { zone_id: "${alicloud_pvtz_zone.z.id}", rr, type: "A", value: "10.0.0.8" },
      },
    });
    expect(violated).toHaveLength(count);
  });

  test("a record that is switched off answers nobody", () => {
    expect(withDomain({ status: "DISABLE" })).toEqual(right);
    expect(withDomain({ status: "ENABLE" }).violated).toHaveLength(1);
    expect(withDomain({ status: "${var.status}" }).violated).toHaveLength(1);
  });

  test("strange arguments do no harm", () => {
    expect(withDomain({ rr: ["api"], domain_name: { a: 1 }, type: ["A"], value: null })).toEqual(
      right,
    );
    expect(withDomain({ rr: null, domain_name: null, value: [1] })).toEqual(right);
  });

  test.each(["A", "AAAA"])("%s is refused for a name that is bound to a gateway", (type) => {
    const records = { r: gatewayRecord({ type, value: "203.0.113.7" }) };
    const { violated, undecided } = judged(vipPinned, withGateway(records, binding()));
    expect(undecided).toEqual([]);
    expect(violated.join()).toContain(
      `got       type "${type}" for "api.example.com", the name that alicloud_ros_stack.s binds to a gateway`,
    );
    expect(violated.join()).toContain(
      "point a CNAME record at ${alicloud_api_gateway_group.shop.sub_domain}",
    );
  });

  test("a name that may be bound to a gateway is asked for", () => {
    const records = { r: gatewayRecord({ type: "A", value: "203.0.113.7" }) };
    const perhaps = binding(template(), { count: "${var.n}" });
    expect(judged(vipPinned, withGateway(records, perhaps)).undecided).toEqual([
      "alicloud_alidns_record.r type: needs var.n",
    ]);
    const typeless = { r: gatewayRecord({ type: "${var.type}", value: "203.0.113.7" }) };
    expect(judged(vipPinned, withGateway(typeless, binding())).undecided).toEqual([
      "alicloud_alidns_record.r type: needs var.type",
    ]);
  });

  test("a private zone may have an address of its own for such a name", () => {
    const resource = {
      alicloud_pvtz_zone: { z: { zone_name: "example.com" } },
      alicloud_pvtz_zone_record: {
        r: { zone_id: "${alicloud_pvtz_zone.z.id}", rr: "api", type: "A", value: "10.0.0.1" },
      },
    };
    expect(judged(vipPinned, withGateway({}, binding(), { resource }))).toEqual(right);
  });
});
