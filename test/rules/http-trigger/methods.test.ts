import { methods } from "../../../lib/rules/http-trigger/methods";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, linesOf, one, withConfig } from "../../support/trigger";

const ALL = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

describe("http-trigger/methods", () => {
  testPage(methods);

  test("all seven are accepted, in any order", () => {
    expect(judged(methods, one(http({ methods: ALL })))).toEqual(SATISFIED);
    expect(judged(methods, one(http({ methods: [...ALL].reverse() })))).toEqual(SATISFIED);
  });

  test("no list, and none of text, is refused with what to write", () => {
    const got = (value: unknown) =>
      linesOf(judged(methods, one(http({ methods: value }))).violated, "got");
    expect(got(undefined)).toEqual(["nothing"]);
    expect(got(null)).toEqual(["nothing"]);
    expect(got([])).toEqual(["an empty list"]);
    expect(got({ GET: true })).toEqual(["an object"]);
    expect(got([1, null])).toEqual(["the number 1", "nothing"]);
    const text = judged(methods, one(http({ methods: "get, POST" }))).violated;
    expect(linesOf(text, "fix")).toEqual(['write a list: ["GET","POST"]']);
  });

  test("a list that is not known in part is undecided, unless what is known is wrong", () => {
    const variable = { a: {}, b: {} };
    const judge = (value: unknown) => judged(methods, one(http({ methods: value }), { variable }));
    expect(judge("${var.a}").undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config.methods: needs var.a",
    ]);
    expect(judge(["${var.a}", "${var.b}"]).undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config.methods: needs var.a, var.b",
    ]);
    expect(judge(["${var.a}", "TRACE"])).toMatchObject({
      violated: [expect.any(String)],
      undecided: [],
    });
    expect(linesOf(judge(["${var.a}", "${var.a}"]).violated, "got")).toEqual([
      "the same again, as methods[0]",
    ]);
  });

  test("a default is followed, and named", () => {
    const variable = { methods: { default: ["GET", "CONNECT"] } };
    const config =
      '${jsonencode({authType = "function", disableURLInternet = true, methods = var.methods})}';
    expect(linesOf(judged(methods, one(withConfig(config), { variable })).violated, "got")).toEqual(
      ['"CONNECT" (by the default of var.methods)'],
    );
  });

  test("only HTTP triggers have methods", () => {
    const timer = withConfig('{"cronExpression":"@every 1h"}', { trigger_type: "timer" });
    expect(judged(methods, one(timer))).toEqual(SATISFIED);
  });

  test("what config says already is not said again", () => {
    expect(judged(methods, one(withConfig(undefined)))).toEqual(SATISFIED);
    expect(judged(methods, one(withConfig("[]")))).toEqual(SATISFIED);
    expect(judged(methods, one(withConfig('{"Methods":["GET"]}')))).toEqual(SATISFIED);
  });
});
