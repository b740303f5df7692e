import { httpsOnly } from "../../../lib/rules/api-gateway/https-only";
import { STRANGE } from "../../support/function";
import { api, gateway } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, linesOf } from "../../support/trigger";

const withProtocol = (protocol: unknown, variable = {}) =>
  gateway(api({}, {}, { protocol }), { variable });

describe("api-gateway/https-only", () => {
  testPage(httpsOnly);

  test.each(["HTTP", "HTTP,HTTPS", "HTTPS,HTTP", "https", "HTTP,${var.p}"])(
    "%s is not HTTPS alone",
    (protocol) => {
      const { violated } = judged(httpsOnly, withProtocol(protocol));
      expect(linesOf(violated, "fix")).toEqual(['write "HTTPS"']);
    },
  );

  test("HTTPS is right, also by a variable's default and in a list of one block", () => {
    expect(judged(httpsOnly, withProtocol("HTTPS"))).toEqual(SATISFIED);
    expect(judged(httpsOnly, withProtocol("${var.p}", { p: { default: "HTTPS" } }))).toEqual(
      SATISFIED,
    );
    const list = api({ request_config: [{ protocol: "HTTPS" }] });
    expect(judged(httpsOnly, gateway(list))).toEqual(SATISFIED);
  });

  test("a default that is wrong is named", () => {
    const { violated } = judged(httpsOnly, withProtocol("${var.p}", { p: { default: "HTTP" } }));
    expect(linesOf(violated, "got")).toEqual(['"HTTP" (by the default of var.p)']);
  });

  test("a protocol or block that is not known is asked for; one that is not there is Terraform's to say", () => {
    const block = gateway(api({ request_config: "${var.request}" }));
    expect(judged(httpsOnly, block).undecided).toEqual([
      "alicloud_api_gateway_api.a request_config.protocol: needs var.request",
    ]);
    expect(judged(httpsOnly, withProtocol("HTTP${var.s}")).undecided).toHaveLength(1);
    expect(judged(httpsOnly, withProtocol(undefined))).toEqual(SATISFIED);
    expect(judged(httpsOnly, gateway(api({ request_config: undefined })))).toEqual(SATISFIED);
  });

  test("strange protocols do not crash", () => {
    for (const value of STRANGE) {
      expect(() => judged(httpsOnly, withProtocol(value))).not.toThrow();
      expect(() => judged(httpsOnly, gateway(api({ request_config: value })))).not.toThrow();
    }
  });
});
