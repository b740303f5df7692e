import type { Json, JsonObject } from "../../../lib/graph";
import { rewrite } from "../../../lib/rules/custom-domain/rewrite";
import { judgedRoutes } from "../../support/domain";
import { SATISFIED, STRANGE } from "../../support/function";
import { testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

const judge = (rewrite_config: Json) =>
  judgedRoutes(rewrite, [{ path: "/*", function_name: "orders", rewrite_config }]);
const rule = (kind: string, match: Json, replacement: Json = "/new") =>
  judge({ [kind]: [{ match, replacement }] });
const long = `/${"x".repeat(256)}`;

describe("custom-domain/rewrite", () => {
  testPage(rewrite);

  test.each([
    null,
    {},
    [{}],
    { equal_rules: [] },
    { equal_rules: { match: "/old", replacement: "/new" } },
    [{ equal_rules: [{ match: long.slice(0, 256), replacement: long.slice(0, 256) }] }],
    { regex_rules: [{ match: "^/v1", replacement: "" }] },
  ])("%j is right", (config: JsonObject | readonly JsonObject[] | null) => {
    expect(judge(config as Json)).toEqual(SATISFIED);
  });

  test.each(["/api/*", "/*", "/a/*/b", "/files/v1.0/*", "/image.*", "/a+b/*", "/$x"])(
    "%s is a wildcard",
    (match) => {
      expect(rule("wildcard_rules", match)).toEqual(SATISFIED);
    },
  );

  test.each(["^/api/*", "/api/(.*)", "/\\d+", "/api/.+?/x", "/[a-z]/*"])(
    "%s is no wildcard",
    (match) => {
      const { violated } = rule("wildcard_rules", match);
      expect(linesOf(violated, "fix")).toEqual([
        "move the rule to regex_rules, or write it as a path",
      ]);
    },
  );

  test.each([
    "^/api/.+?/(.*)",
    "/api",
    "^/a/(.*)/*$",
    "^/(a|b)/*",
    // What JavaScript alone refuses, and RE2 or PCRE take.
    "(?i)^/api",
    "(?P<id>x)/(?P=id)",
    "^/a++/",
    "^*/a",
    "[]a(]/x",
    "[[:alpha:](]+/x",
    "\\Q(\\E",
    "(?#a ( comment)x",
    "(*UTF8)x",
    "\\A/x\\z",
    "(?i)[a-z-a]",
    "(?i)[\\d-a]",
    "a{1,2}",
    "{2,1}",
  ])("%s may be a regular expression", (match) => {
    expect(rule("regex_rules", match)).toEqual(SATISFIED);
  });

  test.each([
    ["^/v1/(.*", 'close the group with ")"'],
    ["^/v1/.*)", 'remove a ")", or open its group'],
    ["^/[a-z", 'close the class with "]"'],
    ["*/api", 'write before "*" what it repeats'],
    ["/a|*", 'write before "*" what it repeats'],
    ["/a**", 'write before "*" what it repeats'],
    ["+/a", 'write before "+" what it repeats'],
    ["/[z-a]", "write the smaller character of a range first"],
    ["/a{2,1}", "write the smaller number of a repetition first"],
    ["/(?:a", 'close the group with ")"'],
    ["/api\\", 'write "\\\\" for a backslash, or remove it at the end'],
  ])("%s is a regular expression in no dialect", (match, fix) => {
    const { violated } = rule("regex_rules", match);
    expect(linesOf(violated, "fix")).toEqual([fix]);
    expect(violated[0]).toMatch(/^error/);
  });

  test.each([
    ["/api/*", 'write "^/api/(.*)", or move the rule to wildcard_rules'],
    ["^/api/v1/*", 'write "^/api/v1/(.*)", or move the rule to wildcard_rules'],
    ["/*", 'write "^/(.*)", or move the rule to wildcard_rules'],
  ])("%s among the regular expressions is a warning", (match, fix) => {
    const { violated } = rule("regex_rules", match);
    expect(violated[0]).toMatch(/^warning/);
    expect(linesOf(violated, "fix")).toEqual([fix]);
  });

  test.each(["equal_rules", "wildcard_rules", "regex_rules"])(
    "%s need both sides, of at most 256 characters",
    (kind) => {
      expect(judge({ [kind]: [{ replacement: "/a" }] }).violated).toHaveLength(1);
      expect(judge({ [kind]: [{ match: "/a" }] }).violated).toHaveLength(1);
      expect(judge({ [kind]: [{}] }).violated).toHaveLength(2);
      expect(linesOf(rule(kind, "").violated, "got")).toEqual(["nothing"]);
      expect(linesOf(rule(kind, long).violated, "got")).toEqual(["257 characters"]);
      expect(linesOf(rule(kind, "/a", long).violated, "got")).toEqual(["257 characters"]);
    },
  );

  test("a pattern that is not known is undecided, a rule beside it is judged", () => {
    expect(rule("regex_rules", "${var.text}").undecided).toEqual([
      "alicloud_fcv3_custom_domain.d route_config.routes[0].rewrite_config.regex_rules[0].match: needs var.text",
    ]);
    expect(judge("${var.list}").undecided).toHaveLength(1);
    expect(judge({ equal_rules: "${var.list}" }).undecided).toHaveLength(1);
    const beside = judge({ equal_rules: [{ match: "${var.text}", replacement: "/a" }, {}] });
    expect([beside.violated.length, beside.undecided.length]).toEqual([2, 0]);
  });

  test("strange rules do no harm", () => {
    for (const value of STRANGE) {
      judge(value);
      for (const kind of ["equal_rules", "wildcard_rules", "regex_rules"]) {
        judge({ [kind]: value });
        judge({ [kind]: [value] });
        rule(kind, value, value);
      }
      judgedRoutes(rewrite, value);
    }
  });
});
