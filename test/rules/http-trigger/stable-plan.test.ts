import { stablePlan } from "../../../lib/rules/http-trigger/stable-plan";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, one, withConfig } from "../../support/trigger";

const variable = { a: {}, b: {} };
const judge = (methods: unknown) => judged(stablePlan, one(http({ methods }), { variable }));

describe("http-trigger/stable-plan", () => {
  testPage(stablePlan);

  test("the alphabetical order is right", () => {
    expect(judge(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"])).toEqual(SATISFIED);
  });

  test("known methods that are out of order are so whatever stands between them", () => {
    expect(judge(["POST", "${var.a}", "GET"]).violated).toHaveLength(1);
    expect(judge(["GET", "${var.a}", "POST"]).undecided).toHaveLength(1);
    expect(judge(["${var.a}"])).toEqual(SATISFIED);
    expect(judge("${var.a}").undecided).toHaveLength(1);
  });

  test("wrong methods are for methods to say", () => {
    for (const methods of [undefined, [], "POST", ["post", "GET"], ["PUT", 1]]) {
      expect(judge(methods)).toEqual(SATISFIED);
    }
  });

  test("what config says already is not said again, and what is not known is asked once", () => {
    expect(judged(stablePlan, one(withConfig("{")))).toEqual(SATISFIED);
    expect(judged(stablePlan, one(withConfig('{"authtype":"jwt","methods":["GET"]}')))).toEqual(
      SATISFIED,
    );
    const open = one(withConfig("${var.a}"), { variable });
    expect(judged(stablePlan, open).undecided).toHaveLength(1);
  });
});
