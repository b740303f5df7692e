import { open } from "../../../lib/rules/api-gateway/open";
import { gotIn, judgedApi, onApi, onGroup, together } from "../../support/attached";
import { STRANGE } from "../../support/function";
import { api, backend, backendApi } from "../../support/gateway";
import { testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const anonymous = { auth_type: "ANONYMOUS" };
const judge = (a: object, ...all: object[]) =>
  judgedApi(open, api({ ...anonymous, ...a }), together(...all));

describe("api-gateway/open", () => {
  testPage(open);

  test.each(["jwtAuth", "basicAuth", "ipControl", "remoteAuth"])("%s guards a stage", (type) => {
    expect(judge({}, onApi(type))).toEqual(SATISFIED);
    expect(judge({}, onGroup(type))).toEqual(SATISFIED);
    expect(judge({}, onApi(type, "PRE")).violated).toHaveLength(1);
  });

  test("no plugin, or one of another type, leaves every stage open", () => {
    const sentence = '"ANONYMOUS", and on RELEASE no plugin that turns callers away';
    expect(gotIn(judge({}))).toEqual([sentence]);
    expect(gotIn(judge({}, onApi("backendSignature")))).toEqual([sentence]);
    expect(gotIn(judge({ stage_names: ["PRE", "RELEASE", "TEST"] }, onApi("ipControl")))).toEqual([
      '"ANONYMOUS", and on PRE and TEST no plugin that turns callers away',
    ]);
  });

  test("a jwtAuth plugin that lets callers without a token in is none", () => {
    const data = { parameter: "X-Token", bypassEmptyToken: true };
    expect(judge({}, onApi("jwtAuth", "RELEASE", data)).violated).toHaveLength(1);
    expect(judge({}, onGroup("jwtAuth", "RELEASE", data)).violated).toHaveLength(1);
    expect(judge({}, onApi("jwtAuth"), onApi("ipControl"))).toEqual(SATISFIED);
    expect(judge({}, onApi("jwtAuth", "RELEASE", { ...data, bypassEmptyToken: false }))).toEqual(
      SATISFIED,
    );
    // The switch is of this type alone.
    expect(judge({}, onApi("ipControl", "RELEASE", data))).toEqual(SATISFIED);
  });

  test("a jwtAuth plugin whose data is not known may be none", () => {
    const at = "alicloud_api_gateway_api.a auth_type: needs";
    const judgedWith = (bypassEmptyToken: unknown) =>
      judge({}, onApi("jwtAuth", "RELEASE", { parameter: "${var.x}", bypassEmptyToken }));
    expect(judgedWith("${var.x}").undecided).toEqual([`${at} var.x`]);
    expect(judgedWith(false)).toEqual(SATISFIED);
    expect(judgedWith(undefined)).toEqual(SATISFIED);
  });

  test("APP, an API that is published nowhere, and one that the gateway answers are left alone", () => {
    expect(judge({ auth_type: "APP" })).toEqual(SATISFIED);
    expect(judge({ stage_names: [] })).toEqual(SATISFIED);
    expect(judge({ service_type: "MOCK" })).toEqual(SATISFIED);
    expect(
      judgedApi(open, backendApi(anonymous), backend("FC_HTTP_V3", { functionName: "orders" }))
        .violated,
    ).toHaveLength(1);
  });

  test("what is not known is asked for", () => {
    const at = "alicloud_api_gateway_api.a auth_type: needs";
    expect(judge({ auth_type: "${var.x}" }).undecided).toEqual([`${at} var.x`]);
    expect(judge({ auth_type: "${var.x}" }, onApi("ipControl"))).toEqual(SATISFIED);
    expect(judge({ stage_names: "${var.stages}" }).undecided).toEqual([`${at} var.stages`]);
    expect(judge({}, onApi("ipControl", "${var.x}")).undecided).toEqual([`${at} var.x`]);
    const unknown = together(onApi("ipControl"), {
      alicloud_api_gateway_plugin: { ipControl: { plugin_type: "${var.x}" } },
    });
    expect(judge({}, unknown).undecided).toEqual([`${at} var.x`]);
    // A stage whose name is not known is a stage all the same.
    expect(judge({ stage_names: ["${var.x}"] }).violated).toHaveLength(1);
  });

  test("a default is followed", () => {
    const variable = { auth: { default: "ANONYMOUS" } };
    const a = api({ auth_type: "${var.auth}" });
    expect(gotIn(judgedApi(open, a, {}, { variable }))).toEqual([
      '"ANONYMOUS", and on RELEASE no plugin that turns callers away (by the default of var.auth)',
    ]);
  });

  test("strange values are no crash", () => {
    for (const value of STRANGE) {
      expect(() => judge({ auth_type: value, stage_names: value })).not.toThrow();
      expect(() => judge({}, onApi("jwtAuth", "RELEASE", value as object))).not.toThrow();
    }
  });
});
