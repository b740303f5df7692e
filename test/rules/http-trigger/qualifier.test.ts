import { qualifier } from "../../../lib/rules/http-trigger/qualifier";
import { judged, testPage } from "../../support/rule";

const name = "${alicloud_fcv3_function.f.function_name}";
const judge = (value: unknown, resource: object = {}, functionName = name) =>
  judged(qualifier, {
    variable: { qualifier: {}, alias: {}, old: { default: "Latest" } },
    resource: {
      ...resource,
      alicloud_fcv3_trigger: { t: { function_name: functionName, qualifier: value } },
    },
  } as never);
const fn = { alicloud_fcv3_function: { f: { function_name: "orders" } } };
const alias = (aliasName: string, more: object = {}) => ({
  alicloud_fcv3_alias: { a: { function_name: name, alias_name: aliasName, ...more } },
});
const version = { alicloud_fcv3_function_version: { v: { function_name: name } } };
const right = { violated: [], undecided: [] };

describe("http-trigger/qualifier", () => {
  testPage(qualifier);

  test.each(["LATEST", "1", "42", "1234567890", "live", "_a", "x".repeat(128), "v1"])(
    "%s is right where nothing is declared",
    (value) => {
      expect(judge(value)).toEqual(right);
    },
  );

  test.each(["latest", "Latest", "$LATEST"])("%s is named as the mistake that it is", (value) => {
    expect(judge(value).violated[0]).toContain('fix       write "LATEST", in capitals');
  });

  test.each(["", "0", "01", "1.0", "-live", "12345678901", "orders:live", "x".repeat(129)])(
    "%j is no qualifier",
    (value) => {
      expect(judge(value).violated).toHaveLength(1);
    },
  );

  test("a trigger without a qualifier is refused", () => {
    expect(judge(null).violated[0]).toContain("got       nothing");
  });

  test("an alias that is called latest is an alias", () => {
    expect(judge("latest", { ...fn, ...alias("latest") })).toEqual(right);
  });

  test("an alias is looked up only where the function and aliases of it are declared", () => {
    expect(judge("next", { ...fn, ...alias("live") }).violated).toHaveLength(1);
    expect(judge("next", fn)).toEqual(right);
    expect(judge("next", { ...fn, ...version })).toEqual(right);
    expect(judge("next", alias("live", { function_name: "orders" }), "orders")).toEqual(right);
    expect(judge("live", { ...fn, ...alias("live") })).toEqual(right);
    expect(judge("live", { ...fn, ...alias("live") }, "orders")).toEqual(right);
  });

  test("an alias whose name is not known may be the one", () => {
    expect(judge("next", { ...fn, ...alias("${var.alias}") })).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_trigger.t qualifier: needs var.alias"],
    });
  });

  test("a number beside a declared version is undecided, alone it is right", () => {
    expect(judge("7", { ...fn, ...version }).undecided).toEqual([
      "alicloud_fcv3_trigger.t qualifier: needs alicloud_fcv3_function_version.v.version_id",
    ]);
    expect(judge("7", fn)).toEqual(right);
    expect(judge(7, fn)).toEqual(right);
  });

  test("a reference to a version or alias of the function is right, also where its value is not known", () => {
    const both = { ...fn, ...version, ...alias("${var.alias}") };
    expect(judge("${alicloud_fcv3_function_version.v.version_id}", both)).toEqual(right);
    expect(judge("${alicloud_fcv3_alias.a.alias_name}", both)).toEqual(right);
  });

  test("the id of an alias is no qualifier", () => {
    const { violated } = judge("${alicloud_fcv3_alias.a.id}", { ...fn, ...alias("live") });
    expect(violated[0]).toContain("write ${alicloud_fcv3_alias.a.alias_name}");
  });

  test("a version of another declared function is named, one of a function elsewhere is not", () => {
    const of = (functionName: string) => ({
      alicloud_fcv3_function: { f: { function_name: "orders" }, g: { function_name: "reports" } },
      alicloud_fcv3_function_version: { v: { function_name: functionName } },
    });
    const value = "${alicloud_fcv3_function_version.v.version_id}";
    expect(judge(value, of("reports")).violated[0]).toContain(
      "version_id of alicloud_fcv3_function_version.v, which is of alicloud_fcv3_function.g",
    );
    expect(judge(value, of("elsewhere"))).toEqual(right);
  });

  test("a default is followed, and named; a variable without one is undecided", () => {
    expect(judge("${var.old}").violated[0]).toContain("(by the default of var.old)");
    expect(judge("${var.qualifier}").undecided).toEqual([
      "alicloud_fcv3_trigger.t qualifier: needs var.qualifier",
    ]);
  });

  test("strange qualifiers do no harm", () => {
    expect(judge(["LATEST"]).violated[0]).toContain('got       ["LATEST"]');
    expect(judge({ a: 1 }).violated).toHaveLength(1);
  });
});
