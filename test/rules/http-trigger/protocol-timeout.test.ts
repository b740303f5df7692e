import { protocolTimeout } from "../../../lib/rules/http-trigger/protocol-timeout";
import { judged, testPage } from "../../support/rule";

const trigger = (protocols: unknown, functionName: string) => ({
  "//": { "fc-frontdoor": { protocols } },
  function_name: functionName,
  trigger_type: "http",
});
const judge = (protocols: unknown, timeout?: unknown, functionName = "orders") =>
  judged(protocolTimeout, {
    variable: { seconds: { default: 30 } },
    resource: {
      alicloud_fcv3_function: { f: { function_name: "orders", timeout } },
      alicloud_fcv3_trigger: {
        a: trigger(protocols, functionName),
        b: trigger(protocols, functionName),
      },
    },
  } as never);
const right = { violated: [], undecided: [] };

describe("http-trigger/protocol-timeout", () => {
  testPage(protocolTimeout);

  test.each(["WebSocket", "gRPC"])("%s is named once for each function", (one) => {
    const { violated } = judge([one], 59);
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain(`a ${one} connection ends at the function's timeout`);
    expect(violated[0]).toContain("got       59 s");
  });

  test.each([60, "60", 86400])("%j is right", (timeout) => {
    expect(judge(["gRPC"], timeout)).toEqual(right);
  });

  test.each([["HTTP"], ["SSE"], [], undefined, "gRPC"])("%j asks for nothing", (protocols) => {
    expect(judge(protocols, 3)).toEqual(right);
  });

  test("a default is followed, and named", () => {
    expect(judge(["gRPC"], "${var.seconds}").violated[0]).toContain(
      "(by the default of var.seconds)",
    );
  });

  test("the timeout of a function that is declared elsewhere is not known", () => {
    expect(judge(["gRPC"], 3, "reports").undecided).toEqual([
      'alicloud_fcv3_trigger.a timeout: needs the timeout of "reports"',
      'alicloud_fcv3_trigger.b timeout: needs the timeout of "reports"',
    ]);
  });

  test("a strange timeout is for function/timeout to say", () => {
    expect(judge(["gRPC"], "soon")).toEqual(right);
    expect(judge(["gRPC"], [1])).toEqual(right);
  });
});
