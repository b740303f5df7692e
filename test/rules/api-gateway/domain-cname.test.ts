import { domainCname } from "../../../lib/rules/api-gateway/domain-cname";
import { STRANGE } from "../../support/function";
import { urlOf } from "../../support/gateway";
import {
  binding,
  domainOf,
  privateRecord,
  record,
  template,
  withDomain,
} from "../../support/gateway-domain";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, linesOf } from "../../support/trigger";

const got = (json: ReturnType<typeof withDomain>) =>
  linesOf(judged(domainCname, json).violated, "got");
const needs = (json: ReturnType<typeof withDomain>) => judged(domainCname, json).undecided;

describe("api-gateway/domain-cname", () => {
  testPage(domainCname);

  test("a CNAME to the public domain is right, bound or not, in either letter case", () => {
    expect(judged(domainCname, withDomain({ r: record() }))).toEqual(SATISFIED);
    expect(judged(domainCname, withDomain({ r: record({ type: "cname" }) }, binding()))).toEqual(
      SATISFIED,
    );
  });

  test("a private zone may have either domain", () => {
    const zone = { alicloud_pvtz_zone: { z: { zone_name: "example.com" } } };
    for (const attribute of ["sub_domain", "vpc_domain"] as const) {
      const alicloud_pvtz_zone_record = { r: privateRecord({ value: domainOf(attribute) }) };
      const resource = { ...zone, alicloud_pvtz_zone_record };
      expect(judged(domainCname, withDomain({}, binding(), { resource }))).toEqual(SATISFIED);
    }
  });

  test("the VPC domain in a public zone is wrong, also as text", () => {
    expect(got(withDomain({ r: record({ value: domainOf("vpc_domain") }) }, binding()))).toEqual([
      "vpc_domain of alicloud_api_gateway_group.shop",
    ]);
    for (const host of [
      "0a1b-vpc.eu-central-1.alicloudapi.com",
      "0a1b-eu-central-1-vpc.alicloudapi.com",
    ]) {
      expect(got(withDomain({ r: record({ value: host }) }))).toEqual([JSON.stringify(host)]);
    }
  });

  test("a domain that is known, as from a plan, is told from that of another group", () => {
    const host = "0a1b-eu-central-1.alicloudapi.com";
    const alicloud_api_gateway_group = {
      shop: { name: "shop_group" },
      other: { name: "other_group", sub_domain: host },
    };
    const resource = { alicloud_api_gateway_group };
    expect(got(withDomain({ r: record({ value: host }) }, binding(), { resource }))).toEqual([
      'sub_domain of alicloud_api_gateway_group.other for "api.example.com", the name that alicloud_ros_stack.s binds to alicloud_api_gateway_group.shop',
    ]);
    const id = "0a1b";
    const planned = { shop: { name: "shop_group", id }, other: { name: "other_group" } };
    const bound = binding(template({ GroupId: id }));
    const json = withDomain({ r: record({ value: domainOf("sub_domain", "other") }) }, bound, {
      resource: { alicloud_api_gateway_group: planned },
    });
    expect(got(json)).toHaveLength(1);
  });

  test("another type with the group's domain is wrong; a proof and an address are not for this rule", () => {
    expect(got(withDomain({ r: record({ type: "MX" }) }))).toEqual([
      'type "MX" for the domain of alicloud_api_gateway_group.shop',
    ]);
    for (const type of ["TXT", "A", "AAAA"]) {
      expect(judged(domainCname, withDomain({ r: record({ type }) }, binding()))).toEqual(
        SATISFIED,
      );
    }
  });

  test("another type for a name that is bound is wrong; an address is for http-trigger/vip-pinned", () => {
    const judge = (more: object) => withDomain({ r: record(more) }, binding());
    expect(got(judge({ type: "MX", value: "mail.example.com" }))).toEqual([
      'type "MX" for "api.example.com", the name that alicloud_ros_stack.s binds to alicloud_api_gateway_group.shop',
    ]);
    for (const type of ["A", "AAAA"]) {
      expect(judged(domainCname, judge({ type, value: "203.0.113.7" }))).toEqual(SATISFIED);
    }
    const other = judge({ rr: "www", type: "MX", value: "mail.example.com" });
    expect(judged(domainCname, other)).toEqual(SATISFIED);
  });

  test("the group's domain stands alone, but for a dot at its end", () => {
    const judge = (value: string) => withDomain({ r: record({ value }) }, binding());
    const url = `https://${domainOf("sub_domain")}`;
    expect(got(judge(url))).toEqual([
      '"https://${…}", with sub_domain of alicloud_api_gateway_group.shop',
    ]);
    expect(judged(domainCname, judge(`${domainOf("sub_domain")}.`))).toEqual(SATISFIED);
  });

  test("a record that a stack comes after, whose name is not known, is asked for", () => {
    const name = binding(template({ DomainName: "${var.name}" }), {
      depends_on: ["alicloud_alidns_record.r"],
    });
    const judge = (value?: string) => withDomain({ r: record(value ? { value } : {}) }, name);
    expect(needs(judge("www.example.com"))).toEqual([
      "alicloud_alidns_record.r value: needs var.name",
    ]);
    expect(judged(domainCname, judge())).toEqual(SATISFIED);
  });

  test("a bound name that is put together of known pieces is known", () => {
    const name = binding(template({ DomainName: "${local.host}.${local.zone}" }));
    const json = withDomain({ r: record({ value: "www.example.com" }) }, name, {
      locals: { host: "api", zone: "example.com" },
    });
    expect(got(json)).toHaveLength(1);
  });

  test.each([
    ["www.example.com", '"www.example.com"'],
    ["1234.eu-central-1.fc.aliyuncs.com", '"1234.eu-central-1.fc.aliyuncs.com"'],
    [urlOf("internet"), "${alicloud_fcv3_trigger.http.http_trigger[0].url_internet}"],
    ["${var.account}.eu-central-1.fc.aliyuncs.com", "${var.account}"],
    [domainOf("sub_domain", "other"), "sub_domain of alicloud_api_gateway_group.other"],
  ])("a bound name that leads to %s is wrong", (value, shown) => {
    const resource = {
      alicloud_api_gateway_group: { shop: { name: "shop_group" }, other: { name: "other_group" } },
    };
    expect(got(withDomain({ r: record({ value }) }, binding(), { resource }))).toEqual([
      `${shown} for "api.example.com", the name that alicloud_ros_stack.s binds to alicloud_api_gateway_group.shop`,
    ]);
  });

  test("of a gateway's domain as text it is asked which group it is of", () => {
    const records = { r: record({ value: "0a1b-eu-central-1.alicloudapi.com" }) };
    expect(needs(withDomain(records, binding()))).toEqual([
      "alicloud_alidns_record.r value: needs alicloud_api_gateway_group.shop.sub_domain",
    ]);
  });

  test("a gateway's domain as text is right where the group is declared elsewhere, as by its id", () => {
    const records = { r: record({ value: "0a1b-eu-central-1.alicloudapi.com" }) };
    const byId = binding(template({ GroupId: "0a1b" }));
    expect(judged(domainCname, withDomain(records, byId))).toEqual(SATISFIED);
    expect(got(withDomain({ r: record({ value: "www.example.com" }) }, byId))).toHaveLength(1);
  });

  test("a bound name may lead to a CDN or firewall first", () => {
    for (const value of ["api.example.com.w.kunlunaq.com", "abc.yundunwaf2.com"]) {
      expect(judged(domainCname, withDomain({ r: record({ value }) }, binding()))).toEqual(
        SATISFIED,
      );
    }
  });

  test("what is not known is asked for", () => {
    expect(needs(withDomain({ r: record({ value: "${var.host}" }) }, binding()))).toEqual([
      "alicloud_alidns_record.r value: needs var.host",
    ]);
    expect(needs(withDomain({ r: record({ type: "${var.type}" }) }, binding()))).toEqual([
      "alicloud_alidns_record.r type: needs var.type",
    ]);
    const number = binding(template(), { count: "${var.n}" });
    expect(needs(withDomain({ r: record({ value: "www.example.com" }) }, number))).toEqual([
      "alicloud_alidns_record.r value: needs var.n",
    ]);
    const name = binding(template({ DomainName: "${var.name}.example.com" }));
    expect(needs(withDomain({ r: record({ value: "www.example.com" }) }, name))).toEqual([]);
    const open = withDomain(
      { r: record({ rr: "${var.rr}", value: "www.example.com" }) },
      binding(),
    );
    expect(needs(open)).toEqual(["alicloud_alidns_record.r value: needs var.rr"]);
  });

  test("a name that is the same expression on both sides is the same name", () => {
    const name = binding(template({ DomainName: "${var.rr}.example.com" }));
    const records = { r: record({ rr: "${var.rr}", value: "www.example.com" }) };
    expect(judged(domainCname, withDomain(records, name)).violated).toHaveLength(1);
  });

  test("strange records and templates do not crash", () => {
    for (const value of STRANGE) {
      const records = { r: record({ value, type: value }), s: record({ rr: value, value }) };
      expect(() => judged(domainCname, withDomain(records, binding()))).not.toThrow();
      const strange = binding(template({ DomainName: value, GroupId: value }));
      expect(() => judged(domainCname, withDomain({ r: record() }, strange))).not.toThrow();
    }
  });
});
