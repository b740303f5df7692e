import { dedicatedPlugin } from "../../../lib/rules/api-gateway/dedicated-plugin";
import { gotIn, judgedApi, onApi, onGroup, together } from "../../support/attached";
import { STRANGE } from "../../support/function";
import { api } from "../../support/gateway";
import { testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const group = (instance_id: unknown) => ({
  alicloud_api_gateway_group: { shop: { name: "shop_group", instance_id } },
});
const instance = (more: object = {}) => ({
  alicloud_api_gateway_instance: {
    own: { instance_name: "own", instance_type: "normal", ...more },
  },
});
const judge = (...all: object[]) => judgedApi(dedicatedPlugin, api(), together(...all));
const OWN = "${alicloud_api_gateway_instance.own.id}";

describe("api-gateway/dedicated-plugin", () => {
  testPage(dedicatedPlugin);

  test.each(["circuitBreaker", "remoteAuth"])("%s does nothing on a shared instance", (type) => {
    for (const id of [undefined, null, "", "api-shared-vpc-001"]) {
      expect([id, judge(onApi(type), group(id)).violated.length]).toEqual([id, 1]);
      expect([id, judge(onGroup(type), group(id)).violated.length]).toEqual([id, 1]);
    }
    expect(gotIn(judge(onGroup(type)))).toEqual([
      `"${type}" on the shared instance, by alicloud_api_gateway_group_plugin_attachment.${type}`,
    ]);
  });

  test("it works on one's own, and other plugins on any", () => {
    expect(judge(onApi("circuitBreaker"), group(OWN), instance())).toEqual(SATISFIED);
    expect(
      judge(onApi("circuitBreaker"), group(OWN), instance({ instance_type: "vpc_connect" })),
    ).toEqual(SATISFIED);
    expect(judge(onApi("circuitBreaker"), group("apigateway-cn-0pp1abcd"))).toEqual(SATISFIED);
    expect(judge(onApi("ipControl"))).toEqual(SATISFIED);
  });

  test("what is attached nowhere, or to a group that is declared elsewhere, is left alone", () => {
    const plugin = { alicloud_api_gateway_plugin: { p: { plugin_type: "remoteAuth" } } };
    expect(judge(plugin)).toEqual(SATISFIED);
    expect(
      judge(plugin, {
        alicloud_api_gateway_group_plugin_attachment: {
          p: {
            group_id: "7a",
            plugin_id: "${alicloud_api_gateway_plugin.p.id}",
            stage_name: "RELEASE",
          },
        },
      }),
    ).toEqual(SATISFIED);
  });

  test("what is not known is asked for", () => {
    const at = "alicloud_api_gateway_plugin.circuitBreaker plugin_type: needs";
    expect(judge(onApi("circuitBreaker"), group("${var.x}")).undecided).toEqual([`${at} var.x`]);
    expect(
      judge(onApi("circuitBreaker"), group(OWN), instance({ instance_type: "${var.x}" })).undecided,
    ).toEqual([`${at} var.x`]);
    const unknown = together(onApi("circuitBreaker"), {
      alicloud_api_gateway_plugin: { circuitBreaker: { plugin_type: "${var.x}" } },
    });
    expect(judge(unknown).undecided).toEqual([`${at} var.x`]);
    expect(judge(unknown, group("apigateway-cn-0pp1abcd"))).toEqual(SATISFIED);
  });

  test("strange values are no crash", () => {
    for (const value of STRANGE) {
      expect(() => judge(onApi("circuitBreaker"), group(value))).not.toThrow();
      expect(() =>
        judge(onApi("remoteAuth"), group(OWN), instance({ instance_type: value })),
      ).not.toThrow();
    }
  });
});
