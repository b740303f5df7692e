import { request } from "../../../lib/rules/api-gateway/request";
import { STRANGE } from "../../support/function";
import { api, gateway } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, linesOf } from "../../support/trigger";

const judge = (more: object, config: object = {}, variable = {}) =>
  judged(request, gateway(api(more, {}, config), { variable }));

describe("api-gateway/request", () => {
  testPage(request);

  test.each([
    [{ auth_type: "ANONYMUS" }, {}, 'write "ANONYMOUS"'],
    [{ auth_type: "" }, {}, "write one of these"],
    [{ auth_type: "jwt" }, {}, "write one of these"],
    [{}, { method: "PSOT" }, 'write "POST"'],
    [{}, { method: "GET,POST" }, "write one of these"],
    [{}, { mode: "PASSTHROUGHT" }, 'write "PASSTHROUGH"'],
    [{}, { mode: "" }, "write one of these"],
    [{ auth_type: ["APP"] }, {}, "write one of these"],
  ])("%j with %j is refused", (more, config, fix) => {
    expect(linesOf(judge(more, config).violated, "fix")).toEqual([fix]);
  });

  test.each(["APP", "ANONYMOUS", "APPOPENID"])("%s is an authentication", (auth_type) => {
    expect(judge({ auth_type })).toEqual(SATISFIED);
  });

  test.each(["TRACE", "CONNECT", "ANY"])("%s is a method", (method) => {
    expect(judge({}, { method })).toEqual(SATISFIED);
  });

  test("each of them is judged, and a default is followed and named", () => {
    const variable = { auth: { default: "app" } };
    const { violated } = judge({ auth_type: "${var.auth}" }, { mode: "mapping" }, variable);
    expect(linesOf(violated, "got")).toEqual(['"app" (by the default of var.auth)', '"mapping"']);
  });

  test("what is not known is asked for; what is not there is Terraform's to say", () => {
    expect(judge({}, { mode: "${var.mode}" }).undecided).toEqual([
      "alicloud_api_gateway_api.a request_config.mode: needs var.mode",
    ]);
    expect(judge({ auth_type: undefined, request_config: undefined })).toEqual(SATISFIED);
  });

  test("strange values do not crash", () => {
    for (const value of STRANGE) {
      expect(() => judge({ auth_type: value })).not.toThrow();
      expect(() => judge({ request_config: value })).not.toThrow();
    }
  });
});
