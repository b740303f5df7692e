import { icp } from "../../../lib/rules/api-gateway/icp";
import { STRANGE } from "../../support/function";
import { api, gateway } from "../../support/gateway";
import { binding, privateRecord, record, template, withDomain } from "../../support/gateway-domain";
import { judged, testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const IN_CHINA = { provider: { alicloud: { region: "cn-hangzhou" } } };
const FILED = { "//": { "fc-frontdoor": { icpFiling: "ICP-2026000001" } } };
const places = (json: Parameters<typeof judged>[1]) =>
  judged(icp, json).violated.map((text) => /resource +(.+)/.exec(text)?.[1]);

describe("api-gateway/icp", () => {
  testPage(icp, {
    notOnPlan: { Wrong: "a text with an id in it is not known as a whole, so the domain is not" },
  });

  test("the stack that binds the domain is named, without one the record", () => {
    expect(places(withDomain({ r: record() }, binding(), IN_CHINA))).toEqual([
      "alicloud_ros_stack.s (template_body)",
    ]);
    expect(places(withDomain({ r: record() }, undefined, IN_CHINA))).toEqual([
      "alicloud_alidns_record.r (value)",
    ]);
  });

  test.each(["eu-central-1", "cn-hongkong"])("nothing is asked for in %s", (region) => {
    const provider = { alicloud: { region } };
    expect(judged(icp, withDomain({ r: record() }, binding(), { provider }))).toEqual(SATISFIED);
  });

  test("a private zone, a proof, and a group without a domain need none", () => {
    const alicloud_pvtz_zone_record = { r: privateRecord() };
    const resource = { alicloud_pvtz_zone_record };
    expect(judged(icp, withDomain({}, undefined, { ...IN_CHINA, resource }))).toEqual(SATISFIED);
    const proof = { r: record({ type: "TXT" }) };
    expect(judged(icp, withDomain(proof, undefined, IN_CHINA))).toEqual(SATISFIED);
    expect(judged(icp, gateway(api(), IN_CHINA))).toEqual(SATISFIED);
  });

  test("the number is stated on the stack, the record, the group or an API", () => {
    const group = { alicloud_api_gateway_group: { shop: { name: "shop_group", ...FILED } } };
    const one = { alicloud_api_gateway_api: { a: { ...api(), ...FILED } } };
    for (const json of [
      withDomain({ r: record(FILED) }, binding(), IN_CHINA),
      withDomain({ r: record(FILED) }, undefined, IN_CHINA),
      withDomain({ r: record() }, binding(template(), FILED), IN_CHINA),
      withDomain({ r: record() }, binding(), { ...IN_CHINA, resource: group }),
      withDomain({ r: record() }, binding(), { ...IN_CHINA, resource: one }),
    ]) {
      expect(judged(icp, json)).toEqual(SATISFIED);
    }
  });

  test("the number of one domain is not that of another", () => {
    const records = { r: record(), www: record({ rr: "www", ...FILED }) };
    expect(places(withDomain(records, binding(), IN_CHINA))).toHaveLength(1);
    expect(places(withDomain(records, undefined, IN_CHINA))).toEqual([
      "alicloud_alidns_record.r (value)",
    ]);
  });

  test("a region or a template that is not known is asked for", () => {
    expect(judged(icp, withDomain({ r: record() })).undecided).toEqual([
      "alicloud_alidns_record.r value: needs the region of the provider alicloud",
    ]);
    const parameters = [
      { parameter_key: "Group", parameter_value: "${alicloud_api_gateway_group.shop.id}" },
    ];
    const open = withDomain({}, binding("${var.template}", { parameters }), IN_CHINA);
    expect(judged(icp, open).undecided).toEqual([
      "alicloud_ros_stack.s template_body: needs var.template",
    ]);
  });

  test("strange records and templates do not crash", () => {
    for (const value of STRANGE) {
      const ros = binding("", { template_body: value });
      const json = withDomain({ r: record({ value, type: value }) }, ros, IN_CHINA);
      expect(() => judged(icp, json)).not.toThrow();
    }
  });
});
