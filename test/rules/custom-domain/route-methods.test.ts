import type { Json } from "../../../lib/graph";
import { routeMethods } from "../../../lib/rules/custom-domain/route-methods";
import { judgedRoutes } from "../../support/domain";
import { SATISFIED, STRANGE } from "../../support/function";
import { testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

const judge = (methods: Json) =>
  judgedRoutes(routeMethods, [{ path: "/*", function_name: "orders", methods }]);

describe("custom-domain/route-methods", () => {
  testPage(routeMethods);

  test.each([
    [["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"]],
    [["GET", "GET"]],
    [[]],
    [null],
  ])("%j is right", (methods) => {
    expect(judge(methods)).toEqual(SATISFIED);
  });

  test.each([
    [["get"], 'write "GET"'],
    [["ANY"], "remove it: Function Compute passes no other method on"],
    [["CONNECT"], "remove it: Function Compute passes no other method on"],
    [[""], "remove it: Function Compute passes no other method on"],
    ["GET", 'give a list of methods, such as ["GET"]'],
    [[null], 'give a method, such as "GET"'],
  ])("%j is refused", (methods, fix) => {
    expect(linesOf(judge(methods).violated, "fix")).toEqual([fix]);
  });

  test("every route is looked at, written as an object or as lists", () => {
    const bad = { path: "/a", function_name: "orders", methods: ["get"] };
    expect(judgedRoutes(routeMethods, bad).violated).toHaveLength(1);
    const { violated } = judgedRoutes(routeMethods, [{ path: "/" }, bad]);
    expect(violated[0]).toContain("(route_config.routes[1].methods[0])");
  });

  test("what is not known is undecided, where no violation hides it", () => {
    expect(judge(["GET", "${var.text}"]).undecided).toEqual([
      "alicloud_fcv3_custom_domain.d route_config.routes[0].methods[1]: needs var.text",
    ]);
    expect(judge(["get", "${var.text}"]).undecided).toEqual([]);
  });

  test("strange methods do no harm", () => {
    for (const value of STRANGE) {
      judge(value);
      judge([value]);
      judgedRoutes(routeMethods, value);
    }
  });
});
