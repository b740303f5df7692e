import { pluginConflict } from "../../../lib/rules/api-gateway/plugin-conflict";
import { gatewayWith, gotIn, judgedApi, onApi, onGroup, together } from "../../support/attached";
import { STRANGE } from "../../support/function";
import { api } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const judge = (a: object, ...all: object[]) =>
  judgedApi(pluginConflict, api({ auth_type: "ANONYMOUS", ...a }), together(...all));
const jwt = (parameter: unknown, parameterLocation: unknown = "header") => ({
  parameter,
  parameterLocation,
  jwk: {},
});
const byApp = (appId: unknown) => ({
  type: "ALLOW",
  items: [{ blocks: ["10.0.0.1"] }, { blocks: ["10.0.0.2"], appId }],
});

describe("api-gateway/plugin-conflict", () => {
  testPage(pluginConflict);

  test.each(["Authorization", "authorization"])("both read %s, on any two levels", (name) => {
    const sentence =
      "a basicAuth plugin, and a jwtAuth plugin that reads Authorization, on RELEASE";
    for (const basic of [onApi("basicAuth"), onGroup("basicAuth")]) {
      for (const token of [
        onApi("jwtAuth", "RELEASE", jwt(name)),
        onGroup("jwtAuth", "RELEASE", jwt(name, undefined)),
      ]) {
        expect(gotIn(judge({}, basic, token))).toEqual([sentence]);
      }
    }
  });

  test("data in YAML is read as well", () => {
    const yaml = "parameter: Authorization\nparameterLocation: header\n";
    const all = together(onApi("basicAuth"), onApi("jwtAuth", "RELEASE", yaml as never));
    expect(judge({}, all).violated).toHaveLength(1);
  });

  test("another place, another stage, or the API's own plugin over its group's is no conflict", () => {
    const basic = onApi("basicAuth");
    expect(judge({}, basic, onApi("jwtAuth", "RELEASE", jwt("X-Token")))).toEqual(SATISFIED);
    expect(judge({}, basic, onApi("jwtAuth", "RELEASE", jwt("Authorization", "query")))).toEqual(
      SATISFIED,
    );
    const pre = onApi("jwtAuth", "PRE", jwt("Authorization"));
    expect(judge({ stage_names: ["RELEASE", "PRE"] }, basic, pre)).toEqual(SATISFIED);
    const [group, own] = [onGroup("jwtAuth", "RELEASE", jwt("Authorization")), onApi("ipControl")];
    expect(
      judge({}, basic, group, own, {
        alicloud_api_gateway_plugin: {
          own: { plugin_name: "own_", plugin_type: "jwtAuth", plugin_data: '{"parameter":"X"}' },
        },
        alicloud_api_gateway_plugin_attachment: {
          own: {
            group_id: "${alicloud_api_gateway_group.shop.id}",
            api_id: "${alicloud_api_gateway_api.a.api_id}",
            plugin_id: "${alicloud_api_gateway_plugin.own.id}",
            stage_name: "RELEASE",
          },
        },
      }),
    ).toEqual(SATISFIED);
  });

  test("an app's items need an API that knows apps", () => {
    const plugin = onApi("ipControl", "RELEASE", byApp(110000001));
    expect(gotIn(judge({}, plugin))).toEqual([
      '"ANONYMOUS", and an ipControl plugin with appId on RELEASE',
    ]);
    expect(judge({ auth_type: "APP" }, plugin)).toEqual(SATISFIED);
    expect(judge({ auth_type: "APPOPENID" }, plugin)).toEqual(SATISFIED);
    expect(judge({}, onApi("ipControl"))).toEqual(SATISFIED);
    expect(judge({}, onGroup("ipControl", "RELEASE", byApp("${var.x}"))).violated).toHaveLength(1);
  });

  test("what is not known is asked for", () => {
    const at = "alicloud_api_gateway_api.a";
    const basic = onApi("basicAuth");
    expect(judge({}, basic, onApi("jwtAuth", "RELEASE", jwt("${var.x}"))).undecided).toEqual([
      `${at} stage_names: needs var.x`,
    ]);
    expect(
      judge({}, basic, onApi("jwtAuth", "RELEASE", jwt("Authorization", "${var.x}"))).undecided,
    ).toEqual([`${at} stage_names: needs var.x`]);
    expect(judge({}, basic, onApi("jwtAuth", "${var.x}", jwt("Authorization"))).undecided).toEqual([
      `${at} stage_names: needs var.x`,
    ]);
    expect(
      judge({ auth_type: "${var.x}" }, onApi("ipControl", "RELEASE", byApp(1))).undecided,
    ).toEqual([`${at} auth_type: needs var.x`]);
    expect(judge({}, onApi("ipControl", "RELEASE", "${var.x}" as never)).undecided).toEqual([
      `${at} auth_type: needs var.x`,
    ]);
    expect(
      judge({ stage_names: "${var.stages}" }, onApi("ipControl", "RELEASE", byApp(1))).undecided,
    ).toEqual([`${at} auth_type: needs var.stages`]);
  });

  test("strange values are no crash", () => {
    for (const value of STRANGE) {
      for (const data of [value, { items: value, parameter: value }, { items: [value] }]) {
        const all = ["basicAuth", "jwtAuth", "ipControl"].map((type) =>
          onApi(type, "RELEASE", data as object),
        );
        const json = gatewayWith(api({ auth_type: value }), together(...all));
        expect(() => judged(pluginConflict, json)).not.toThrow();
      }
    }
  });
});
