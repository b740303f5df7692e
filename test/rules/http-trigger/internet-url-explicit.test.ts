import { internetUrlExplicit } from "../../../lib/rules/http-trigger/internet-url-explicit";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, one, withConfig } from "../../support/trigger";

describe("http-trigger/internet-url-explicit", () => {
  testPage(internetUrlExplicit);

  test("whatever is written is stated, known or not", () => {
    for (const disableURLInternet of [true, false, "${var.x}", "true"]) {
      const json = one(http({ disableURLInternet }), { variable: { x: {} } });
      expect(judged(internetUrlExplicit, json)).toEqual(SATISFIED);
    }
  });

  test("null is nothing", () => {
    expect(
      judged(internetUrlExplicit, one(http({ disableURLInternet: null }))).violated,
    ).toHaveLength(1);
  });

  test("what config says already is not said again", () => {
    expect(judged(internetUrlExplicit, one(withConfig("{")))).toEqual(SATISFIED);
    expect(judged(internetUrlExplicit, one(withConfig('{"disableUrlInternet":true}')))).toEqual(
      SATISFIED,
    );
  });

  test("triggers of other types have no URL", () => {
    expect(judged(internetUrlExplicit, one(withConfig("{}", { trigger_type: "timer" })))).toEqual(
      SATISFIED,
    );
  });
});
