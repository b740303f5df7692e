import { appAuthorised } from "../../../lib/rules/api-gateway/app-authorised";
import { gotIn, judgedApi } from "../../support/attached";
import { STRANGE } from "../../support/function";
import { api } from "../../support/gateway";
import { testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const app = (more: object = {}) => ({
  alicloud_api_gateway_app_attachment: {
    shop: {
      group_id: "${alicloud_api_gateway_group.shop.id}",
      api_id: "${alicloud_api_gateway_api.a.api_id}",
      app_id: "${alicloud_api_gateway_app.shop.id}",
      stage_name: "RELEASE",
      ...more,
    },
  },
});
const judge = (a: object, resource: object = {}, more = {}) =>
  judgedApi(appAuthorised, api(a), resource, more);

describe("api-gateway/app-authorised", () => {
  testPage(appAuthorised);

  test("an app on each stage is right", () => {
    expect(judge({}, app())).toEqual(SATISFIED);
    const each = { for_each: '${toset(["PRE", "RELEASE"])}', stage_name: "${each.value}" };
    expect(judge({ stage_names: ["RELEASE", "PRE"] }, app(each))).toEqual(SATISFIED);
    const all = { for_each: "${toset(var.stages)}", stage_name: "${each.value}" };
    expect(judge({ stage_names: "${var.stages}" }, app(all))).toEqual(SATISFIED);
  });

  test("a stage without one is named", () => {
    expect(gotIn(judge({}))).toEqual(['"APP", and no app attached on RELEASE']);
    expect(gotIn(judge({ stage_names: ["RELEASE", "PRE", "TEST"] }, app()))).toEqual([
      '"APP", and no app attached on PRE and TEST',
    ]);
    expect(gotIn(judge({ auth_type: "APPOPENID" }))).toHaveLength(1);
    expect(gotIn(judge({}, app({ api_id: "${alicloud_api_gateway_api.b.api_id}" })))).toHaveLength(
      0,
    );
  });

  test("ANONYMOUS, an API that is published nowhere, and a custom stage are left alone", () => {
    expect(judge({ auth_type: "ANONYMOUS" })).toEqual(SATISFIED);
    expect(judge({ stage_names: [] })).toEqual(SATISFIED);
    expect(judge({ stage_names: ["RELEASE", "BLUE"] }, app())).toEqual(SATISFIED);
  });

  test("what is not known is asked for", () => {
    const at = "alicloud_api_gateway_api.a auth_type: needs";
    expect(judge({ auth_type: "${var.x}" }).undecided).toEqual([`${at} var.x`]);
    expect(judge({ auth_type: "${var.x}" }, app())).toEqual(SATISFIED);
    expect(judge({ stage_names: "${var.stages}" }).undecided).toEqual([`${at} var.stages`]);
    expect(judge({}, app({ stage_name: "${var.x}" })).undecided).toEqual([`${at} var.x`]);
    expect(judge({}, app({ api_id: "${var.x}" })).undecided).toEqual([`${at} var.x`]);
    expect(judge({}, app({ count: "${var.x}" })).undecided).toEqual([`${at} var.x`]);
  });

  test("a default is followed", () => {
    const variable = { auth: { default: "APP" } };
    expect(gotIn(judge({ auth_type: "${var.auth}" }, {}, { variable }))).toEqual([
      '"APP", and no app attached on RELEASE (by the default of var.auth)',
    ]);
  });

  test("strange values are no crash", () => {
    for (const value of STRANGE) {
      const more = { api_id: value, group_id: value, stage_name: value };
      expect(() => judge({ auth_type: value, stage_names: value }, app(more))).not.toThrow();
    }
  });
});
