import type { Json, TerraformJson } from "../../../lib/graph";
import { routes } from "../../../lib/rules/custom-domain/routes";
import { judgedDomain, judgedRoutes } from "../../support/domain";
import { SATISFIED, STRANGE } from "../../support/function";
import { testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

const route = (path: Json, more: object = {}) =>
  ({ path, function_name: "orders", ...more }) as Json;
const judge = (all: Json, more?: TerraformJson) => judgedRoutes(routes, all, more);
const name = "${alicloud_fcv3_function.f.function_name}";
const declared: TerraformJson = {
  resource: {
    alicloud_fcv3_function: { f: { function_name: "orders" } },
    alicloud_fcv3_function_version: { v: { function_name: name } },
    alicloud_fcv3_alias: { a: { function_name: name, alias_name: "live", version_id: "1" } },
  },
};

describe("custom-domain/routes", () => {
  testPage(routes);

  test.each(["/", "/*", "/a", "/a/*", "/A/b-c_d.e/*", `/${"x".repeat(2047)}`])(
    "%s is a path",
    (path) => {
      expect(judge([route(path)])).toEqual(SATISFIED);
    },
  );

  test.each([
    [null, 'give a path, such as "/*"'],
    ["", 'write a path, such as "/*"'],
    ["a/b", 'write "/a/b"'],
    ["*", 'write "/*"'],
    ["https://api.example.com/a", 'write "/a"'],
    ["/a*", 'write "/a/*", or a path without "*"'],
    ["/a*/b", 'write "/*", or a path without "*"'],
    ["/a/*/b", 'write "/a/*", or a path without "*"'],
    ["/*/*", 'write "/*", or a path without "*"'],
    ["/a/**", 'write "/a/*", or a path without "*"'],
    [`/${"x".repeat(2048)}`, "shorten it"],
    ["${var.text}*/a", 'write "/…*/a"'],
    ["a/${var.text}", 'write "/a/…"'],
    ["/*/${var.text}", 'write "/*", or a path without "*"'],
  ])("%j is no path", (path, fix) => {
    const { violated, undecided } = judge([route(path)]);
    expect(linesOf(violated, "fix")).toEqual([fix]);
    expect(undecided).toEqual([]);
  });

  test.each(["${var.text}", "/${var.text}", "/${var.text}/*", "/${var.text}*"])(
    "%s is undecided",
    (path) => {
      expect(judge([route(path)])).toEqual({
        violated: [],
        undecided: ["alicloud_fcv3_custom_domain.d route_config.routes[0].path: needs var.text"],
      });
    },
  );

  test("there is at least one route", () => {
    const got = (route_config: Json) =>
      linesOf(judgedDomain(routes, { route_config }).violated, "got");
    expect(got(null)).toEqual(["no route_config"]);
    expect(got([])).toEqual(["no route_config"]);
    expect(got({})).toEqual(["no routes"]);
    expect(got([{ routes: [] }])).toEqual(["no routes"]);
  });

  test("routes that are not known are undecided, those that a dynamic block makes are read", () => {
    expect(judgedDomain(routes, { route_config: "${var.list}" }).undecided).toHaveLength(1);
    expect(judge("${var.list}").undecided).toEqual([
      "alicloud_fcv3_custom_domain.d route_config.routes[0]: needs var.list",
    ]);
    const made = (for_each: Json) =>
      judgedDomain(routes, {
        route_config: {
          dynamic: {
            routes: { for_each, content: { path: "${routes.value}", function_name: "orders" } },
          },
        },
      });
    expect(made(["/a", "/b"])).toEqual(SATISFIED);
    expect(made(["/a", "b"]).violated).toHaveLength(1);
    expect(made("${var.list}").undecided).toHaveLength(1);
  });

  test("a path stands once, whatever its methods, and whether it is known or not", () => {
    const twice = (a: string, b: string) =>
      linesOf(
        judge([route(a, { methods: ["GET"] }), route(b, { methods: ["POST"] })]).violated,
        "got",
      );
    expect(twice("/a", "/a")).toEqual(['"/a" again, as routes[0]']);
    expect(twice("/${var.text}", "/${var.text}")).toEqual(["${var.text} again, as routes[0]"]);
    expect(twice("/a", "/a/*")).toEqual([]);
    expect(twice("/a", "/A")).toEqual([]);
    expect(twice("/a", "/${var.text}")).toEqual([]);
  });

  test("every route names a function", () => {
    for (const function_name of [null, ""]) {
      const { violated } = judge([route("/*", { function_name })]);
      expect(violated[0]).toContain("(route_config.routes[0].function_name)");
    }
    expect(judge([route("/*", { function_name: "${var.text}" })])).toEqual(SATISFIED);
  });

  test("a qualifier is one of the function where the function is declared", () => {
    const of = (qualifier: Json, function_name: Json = name) =>
      judge([route("/*", { function_name, qualifier })], declared);
    for (const right of [
      null,
      "",
      "LATEST",
      "live",
      "${alicloud_fcv3_alias.a.alias_name}",
      "${alicloud_fcv3_function_version.v.version_id}",
    ]) {
      expect(of(right)).toEqual(SATISFIED);
    }
    expect(of("live", "orders")).toEqual(SATISFIED);
    expect(of("next", "elsewhere")).toEqual(SATISFIED);
    expect(linesOf(of("next").violated, "expected")).toEqual([
      'LATEST, or one of the aliases of alicloud_fcv3_function.f: "live"',
    ]);
    expect(of("latest").violated[0]).toContain('write "LATEST", in capitals');
    expect(of("7").undecided).toEqual([
      "alicloud_fcv3_custom_domain.d route_config.routes[0].qualifier: needs alicloud_fcv3_function_version.v.version_id",
    ]);
    expect(of("${var.text}").undecided).toHaveLength(1);
  });

  test("an alias of another declared function is named", () => {
    const { violated } = judge(
      [
        route("/*", {
          function_name: "${alicloud_fcv3_function.g.function_name}",
          qualifier: "${alicloud_fcv3_alias.a.alias_name}",
        }),
      ],
      {
        resource: {
          ...(declared.resource as object),
          alicloud_fcv3_function: { f: { function_name: "orders" }, g: { function_name: "b" } },
        } as never,
      },
    );
    expect(linesOf(violated, "fix")).toEqual([
      "declare the alias or version for this route's function and refer to that",
    ]);
  });

  test("strange routes do no harm", () => {
    for (const value of STRANGE) {
      judgedDomain(routes, { route_config: value });
      judge(value);
      judge([value]);
      judge([route(value, { function_name: value, qualifier: value })]);
    }
  });
});
