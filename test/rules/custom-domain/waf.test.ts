import { waf } from "../../../lib/rules/custom-domain/waf";
import { judged, testPage } from "../../support/rule";

const judge = (config: unknown, records: Readonly<Record<string, object>> = {}) =>
  judged(waf, {
    variable: { waf: {}, target: {}, on: { default: false } },
    resource: {
      alicloud_fcv3_custom_domain: {
        d: { custom_domain_name: "api.example.com", waf_config: config },
      },
      alicloud_alidns_record: Object.fromEntries(
        Object.entries(records).map(([name, record]) => [
          name,
          { domain_name: "example.com", rr: "api", type: "CNAME", ...record },
        ]),
      ),
    },
  } as never);
const right = { violated: [], undecided: [] };
const internal = { value: "1234.eu-central-1-internal.fc.aliyuncs.com" };
const open = { value: "1234.eu-central-1.fc.aliyuncs.com" };

describe("custom-domain/waf", () => {
  testPage(waf);

  test.each<[unknown, string]>([
    [{ enable_waf: false }, "false"],
    [[{ enable_waf: "false" }], '"false"'],
    [{ enable_waf: "${var.on}" }, "false (by the default of var.on)"],
    [[{}], "no enable_waf"],
    [null, "no enable_waf"],
  ])("%j is off", (config, got) => {
    expect(judge(config).violated.join()).toMatch(`  got       ${got}\n`);
  });

  test.each([[[{ enable_waf: true }]], [{ enable_waf: "true" }]])("%j is on", (config) => {
    expect(judge(config)).toEqual(right);
  });

  test("a domain that is reached inside VPCs only needs none", () => {
    expect(judge(null, { r: internal })).toEqual(right);
    expect(judge(null, { r: { ...internal, rr: "*" } })).toEqual(right);
    expect(judge(null, { r: internal, t: { type: "TXT", value: "x" } })).toEqual(right);
    expect(judge(null, { r: internal, s: open }).violated).toHaveLength(1);
    expect(judge(null, { r: { ...internal, rr: "www" } }).violated).toHaveLength(1);
  });

  test("what is not known is undecided", () => {
    const at = "alicloud_fcv3_custom_domain.d waf_config.enable_waf: needs";
    expect(judge("${var.waf}").undecided).toEqual([`${at} var.waf`]);
    expect(judge(null, { r: { value: "${var.target}" } }).undecided).toEqual([`${at} var.target`]);
    expect(judge("${var.waf}", { r: internal })).toEqual(right);
  });

  test("a domain that waits for an internal record of a zone that is known by its id only needs none", () => {
    const json = (value: string, more: object) => ({
      resource: {
        alicloud_fcv3_custom_domain: { d: { custom_domain_name: "api.example.com", ...more } },
        alicloud_pvtz_zone_record: {
          p: { zone_id: "${var.zone}", rr: "api", type: "CNAME", value },
        },
      },
    });
    const waits = { depends_on: ["alicloud_pvtz_zone_record.p"] };
    expect(judged(waf, json(internal.value, waits))).toEqual(right);
    expect(judged(waf, json(open.value, waits)).violated).toHaveLength(1);
    expect(judged(waf, json(internal.value, {})).violated).toHaveLength(1);
  });
});
