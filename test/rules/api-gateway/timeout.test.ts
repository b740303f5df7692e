import { timeout } from "../../../lib/rules/api-gateway/timeout";
import { STRANGE } from "../../support/function";
import { api, gateway, httpApi, trigger, urlOf } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, linesOf } from "../../support/trigger";

const NAME = { function_name: "${alicloud_fcv3_function.f.function_name}" };
const withFunction = (a: object, seconds: unknown, more: object = {}) =>
  gateway(a, {
    trigger: trigger(undefined, NAME),
    resource: { alicloud_fcv3_function: { f: { function_name: "orders", timeout: seconds } } },
    ...more,
  });

describe("api-gateway/timeout", () => {
  testPage(timeout);

  test.each([
    [30, "write 30000"],
    ["30", "write 30000"],
    [99, "write 99000"],
    [0, "write 30000"],
  ])("%j ms looks like seconds, whatever the function does", (ms, fix) => {
    const found = judged(timeout, withFunction(api({}, { timeout: ms }), 600)).violated;
    expect(linesOf(found, "fix")).toEqual([fix]);
  });

  test("it holds for an HTTP service and one in a VPC, and not for a block of another service", () => {
    expect(
      judged(
        timeout,
        gateway(httpApi("https://example.com", { http_service_config: { timeout: 10 } })),
      ).violated,
    ).toHaveLength(1);
    const vpc = api({
      service_type: "HTTP-VPC",
      fc_service_config: undefined,
      http_vpc_service_config: [{ name: "vpc", timeout: 10 }],
    });
    expect(judged(timeout, gateway(vpc)).violated).toHaveLength(1);
    const mock = api({ service_type: "MOCK" }, { timeout: 10 });
    expect(judged(timeout, gateway(mock))).toEqual(SATISFIED);
  });

  test.each([
    [30000, 30, 0],
    [29999, 30, 1],
    [3000, undefined, 0],
    [2999, undefined, 1],
    [2999, 0, 1],
  ])("%d ms for a function of %s s: %d findings", (ms, seconds, findings) => {
    const { violated } = judged(timeout, withFunction(api({}, { timeout: ms }), seconds));
    expect(violated).toHaveLength(findings);
  });

  test("the default of the function is said, and the time to wait", () => {
    const { violated } = judged(timeout, withFunction(api({}, { timeout: 1000 }), undefined));
    expect(linesOf(violated, "got")).toEqual([
      "1000 ms, and alicloud_fcv3_function.f may run 3 s by default",
    ]);
    expect(linesOf(violated, "fix")).toEqual([
      "write 3000, or give the function a shorter timeout",
    ]);
  });

  test("the function is found behind an HTTP service, and by its name in an event", () => {
    const http = httpApi(urlOf("intranet"));
    expect(judged(timeout, withFunction(http, 30)).violated).toHaveLength(1);
    const event = api(
      {},
      { function_type: "FCEvent", function_base_url: undefined, timeout: 5000, ...NAME },
    );
    expect(judged(timeout, withFunction(event, 30)).violated).toHaveLength(1);
    expect(judged(timeout, withFunction(event, 5))).toEqual(SATISFIED);
  });

  test("a function that is declared elsewhere runs as long as it runs", () => {
    expect(judged(timeout, gateway(api({}, { timeout: 100 })))).toEqual(SATISFIED);
  });

  test("a timeout that is not known is asked for, on either side", () => {
    expect(judged(timeout, gateway(api({}, { timeout: "${var.ms}" }))).undecided).toEqual([
      "alicloud_api_gateway_api.a fc_service_config.timeout: needs var.ms",
    ]);
    expect(judged(timeout, withFunction(api(), "${var.seconds}")).undecided).toEqual([
      "alicloud_api_gateway_api.a fc_service_config.timeout: needs var.seconds",
    ]);
    const variable = { ms: { default: 20 } };
    const { violated } = judged(timeout, gateway(api({}, { timeout: "${var.ms}" }), { variable }));
    expect(linesOf(violated, "got")).toEqual(["20 ms (by the default of var.ms)"]);
  });

  test("strange timeouts do not crash", () => {
    for (const value of STRANGE) {
      expect(() => judged(timeout, withFunction(api({}, { timeout: value }), value))).not.toThrow();
      expect(() => judged(timeout, gateway(api({ fc_service_config: value })))).not.toThrow();
    }
  });
});
