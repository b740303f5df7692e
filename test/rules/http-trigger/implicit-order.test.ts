import { implicitOrder } from "../../../lib/rules/http-trigger/implicit-order";
import { judged, testPage } from "../../support/rule";

const name = "${alicloud_fcv3_function.f.function_name}";
const fn = { alicloud_fcv3_function: { f: { function_name: "orders" } } };
const judge = (resource: object, more: object = {}) =>
  judged(implicitOrder, { ...more, resource: { ...fn, ...resource } } as never);
const places = (resource: object) =>
  judge(resource).violated.map((text) => /resource +(.+)/.exec(text)?.[1]);
const right = { violated: [], undecided: [] };
const live = {
  alicloud_fcv3_alias: { a: { function_name: name, alias_name: "live", version_id: "1" } },
};
const trigger = (more: object) => ({
  alicloud_fcv3_trigger: { t: { function_name: name, ...more } },
});

describe("http-trigger/implicit-order", () => {
  testPage(implicitOrder);

  test("every resource of a function is looked at", () => {
    const one = { x: { function_name: "orders" } };
    const types = [
      "alicloud_fcv3_alias",
      "alicloud_fcv3_async_invoke_config",
      "alicloud_fcv3_concurrency_config",
      "alicloud_fcv3_function_version",
      "alicloud_fcv3_provision_config",
      "alicloud_fcv3_trigger",
      "alicloud_fcv3_vpc_binding",
    ];
    expect(places(Object.fromEntries(types.map((type) => [type, one])))).toEqual(
      types.map((type) => `${type}.x (function_name)`),
    );
  });

  test("each route of a custom domain is looked at, whether blocks are objects or lists", () => {
    const routes = [{ function_name: name }, { function_name: "orders", qualifier: "live" }];
    for (const config of [{ routes }, [{ routes }]]) {
      expect(
        places({ ...live, alicloud_fcv3_custom_domain: { d: { route_config: config } } }),
      ).toEqual(["alicloud_fcv3_custom_domain.d (route_config.routes[1].qualifier)"]);
    }
  });

  test("an alias in plain text is named beside a function by reference", () => {
    expect(places({ ...live, ...trigger({ qualifier: "live" }) })).toEqual([
      "alicloud_fcv3_trigger.t (qualifier)",
    ]);
  });

  test("a reference, depends_on and a way through others are right", () => {
    const references = [
      { qualifier: "${alicloud_fcv3_alias.a.alias_name}" },
      { qualifier: "live", depends_on: ["alicloud_fcv3_alias.a"] },
      { function_name: "orders", qualifier: "${alicloud_fcv3_alias.a.alias_name}" },
    ];
    for (const more of references) {
      expect(judge({ ...live, ...trigger(more) })).toEqual(right);
    }
  });

  test("a reference behind a local is a reference", () => {
    expect(judge(trigger({ function_name: "${local.name}" }), { locals: { name } })).toEqual(right);
  });

  test("a variable that both use is no dependency", () => {
    const json = {
      variable: { name: {} },
      resource: {
        alicloud_fcv3_function: { f: { function_name: "${var.name}" } },
        alicloud_fcv3_trigger: { t: { function_name: "${var.name}" } },
      },
    };
    expect(judged(implicitOrder, json).violated[0]).toContain(
      "got       ${var.name}, without a dependency on alicloud_fcv3_function.f",
    );
  });

  test("what the configuration does not declare exists elsewhere", () => {
    expect(judge({ ...live, ...trigger({ function_name: "reports", qualifier: "live" }) })).toEqual(
      right,
    );
    expect(judge({ ...live, ...trigger({ qualifier: "next" }) })).toEqual(right);
    expect(judge(trigger({ qualifier: "LATEST" }))).toEqual(right);
  });

  test("a number beside a declared version is undecided, unless the version is there before", () => {
    const version = { alicloud_fcv3_function_version: { v: { function_name: name } } };
    expect(judge({ ...version, ...live }).undecided).toEqual([
      "alicloud_fcv3_alias.a version_id: needs alicloud_fcv3_function_version.v.version_id",
    ]);
    const after = { qualifier: "1", depends_on: ["alicloud_fcv3_function_version.v"] };
    expect(judge({ ...version, ...trigger(after) })).toEqual(right);
    expect(judge(trigger({ qualifier: "1" }))).toEqual(right);
  });

  test("strange routes do no harm", () => {
    for (const config of [null, "x", [{}], { routes: "x" }, { routes: [null, 1, {}] }]) {
      expect(judge({ alicloud_fcv3_custom_domain: { d: { route_config: config } } })).toEqual(
        right,
      );
    }
  });

  test("a variable may give the name of a declared function or alias", () => {
    const json = {
      variable: { name: {}, stage: {} },
      resource: {
        alicloud_fcv3_function: { f: { function_name: "orders" } },
        alicloud_fcv3_alias: {
          live: { function_name: "${alicloud_fcv3_function.f.function_name}", alias_name: "live" },
        },
        alicloud_fcv3_trigger: {
          a: { function_name: "${var.name}", qualifier: "LATEST" },
          b: { function_name: "inv-${var.name}", qualifier: "LATEST" },
          c: {
            function_name: "${var.name}",
            qualifier: "LATEST",
            depends_on: ["alicloud_fcv3_function.f"],
          },
          d: {
            function_name: "${alicloud_fcv3_function.f.function_name}",
            qualifier: "${var.stage}",
          },
          e: {
            function_name: "${alicloud_fcv3_function.f.function_name}",
            qualifier: "${var.stage}",
            depends_on: ["alicloud_fcv3_alias.live"],
          },
        },
      },
    };
    expect(judged(implicitOrder, json)).toEqual({
      violated: [],
      undecided: [
        "alicloud_fcv3_trigger.a function_name: needs var.name",
        "alicloud_fcv3_trigger.d qualifier: needs var.stage",
      ],
    });
  });

  test("a name may be that of an alias whose own name is not known, but LATEST is not", () => {
    const of = "${alicloud_fcv3_function.f.function_name}";
    const json = {
      variable: { stage: {} },
      resource: {
        alicloud_fcv3_function: { f: { function_name: "orders" } },
        alicloud_fcv3_alias: { a: { function_name: of, alias_name: "${var.stage}" } },
        alicloud_fcv3_trigger: {
          a: { function_name: of, qualifier: "LATEST" },
          b: { function_name: of, qualifier: "live" },
          c: { function_name: of, qualifier: "${var.stage}" },
        },
      },
    };
    const { violated, undecided } = judged(implicitOrder, json);
    expect(undecided).toEqual(["alicloud_fcv3_trigger.b qualifier: needs var.stage"]);
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_fcv3_trigger.c (qualifier)");
  });
});
