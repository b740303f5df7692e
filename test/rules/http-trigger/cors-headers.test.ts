import { corsHeaders } from "../../../lib/rules/http-trigger/cors-headers";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, one, withCors } from "../../support/trigger";

const variable = { header: {}, headers: { default: ["Connection"] } };
const judge = (cors: unknown) => judged(corsHeaders, one(withCors(cors), { variable }));

describe("http-trigger/cors-headers", () => {
  testPage(corsHeaders);

  test.each(["connection", "Keep-Alive", "x-fc-request-id", "X-FC-Account-Id", "x-fc-"])(
    "the request header %s is refused",
    (header) => {
      expect(judge({ allowHeaders: [header] }).violated).toHaveLength(1);
    },
  );

  test.each([
    "*",
    "Content-Type",
    "x-fc-invocation-type",
    "X-Fc-Stateful-Async-Invocation-Id",
    "X-Fc-Async-Delay",
    "x-fcapp",
    "date",
  ])("the request header %s is right", (header) => {
    expect(judge({ allowHeaders: [header] })).toEqual(SATISFIED);
  });

  test.each(["Connection", "keep-alive", "Content-Length", "date", "Server", "upgrade"])(
    "the response header %s is refused",
    (header) => {
      expect(judge({ exposeHeaders: [header] }).violated).toHaveLength(1);
    },
  );

  test.each(["X-Fc-Request-Id", "Content-Disposition", "ETag", "*"])(
    "the response header %s is right",
    (header) => {
      expect(judge({ exposeHeaders: [header] })).toEqual(SATISFIED);
    },
  );

  test("each wrong one is named; what is not known beside it is no question any more", () => {
    const { violated, undecided } = judge(
      '{ allowHeaders = ["connection", var.header, "keep-alive"], exposeHeaders = [var.header] }',
    );
    expect(violated).toHaveLength(2);
    expect(undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config.corsConfig.exposeHeaders[0]: needs var.header",
    ]);
  });

  test("a default is followed, and named", () => {
    expect(judge("{ allowHeaders = var.headers }").violated[0]).toContain(
      "(by the default of var.headers)",
    );
  });

  test.each([
    [null],
    ["null"],
    [{ allowHeaders: "connection" }],
    [{ allowHeaders: [1, null, {}] }],
    [[]],
  ])("%j is for another rule to say", (cors) => {
    expect(judge(cors)).toEqual(SATISFIED);
  });
});
