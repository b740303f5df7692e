import type { JsonObject, TerraformJson } from "../../../lib/graph";
import { tags } from "../../../lib/rules/blueprint/tags";
import { STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";

/** A configuration in which blueprints hold. */
function under(blueprints: unknown, resource: object): TerraformJson {
  return { "//": { "fc-frontdoor": { blueprints } }, resource } as unknown as TerraformJson;
}

const acme = (more: object = {}): object => ({
  name: "acme",
  version: "2.1.0",
  scope: "",
  requiredTags: ["team"],
  ...more,
});

const at = (path: string, args: object = {}): JsonObject =>
  ({ "//": { metadata: { path: `${path}/Default` } }, ...args }) as JsonObject;

/** What is found: `address attribute expected`. */
function found(json: TerraformJson): readonly string[] {
  return judged(tags, json).violated.map((text) => {
    const [, resource] = /^ {2}resource +(.*)$/m.exec(text) ?? [];
    const [, expected] = /^ {2}expected +(.*)$/m.exec(text) ?? [];
    return `${resource}: ${expected}`;
  });
}

describe("blueprint/tags", () => {
  testPage(tags);

  test("looks at every type that takes tags, and at no other", () => {
    const resource = {
      alicloud_log_project: { logs: {} },
      alicloud_ram_role: { role: { tags: null } },
      alicloud_api_gateway_app: { app: { tags: {} } },
      alicloud_fcv3_trigger: { http: {} },
    };
    expect(found(under([acme()], resource))).toEqual([
      "alicloud_api_gateway_app.app (tags.team): a tag team, asked for by acme 2.1.0",
      "alicloud_log_project.logs (tags.team): a tag team, asked for by acme 2.1.0",
      "alicloud_ram_role.role (tags.team): a tag team, asked for by acme 2.1.0",
    ]);
  });

  test("looks in the scope of a part of a stack at what is in it", () => {
    const resource = {
      alicloud_fcv3_function: {
        in: at("prod/Part/In"),
        itself: at("prod/Part"),
        beside: at("prod/Partner"),
        raw: {},
      },
    };
    expect(found(under([acme({ scope: "prod/Part", subtree: true })], resource))).toEqual([
      "alicloud_fcv3_function.in (tags.team): a tag team, asked for by acme 2.1.0",
      "alicloud_fcv3_function.itself (tags.team): a tag team, asked for by acme 2.1.0",
    ]);
  });

  test("asks for a tag once, whoever asks for it", () => {
    const both = [acme(), acme({ name: "base", requiredTags: ["team", "org"] })];
    expect(found(under(both, { alicloud_fcv3_function: { f: {} } }))).toEqual([
      "alicloud_fcv3_function.f (tags.org): a tag org, asked for by base 2.1.0",
      "alicloud_fcv3_function.f (tags.team): a tag team, asked for by acme 2.1.0",
    ]);
  });

  test("leaves out what a construct makes without taking tags for it", () => {
    const made = { "//": { "fc-frontdoor": { blueprint: { untagged: true } } } };
    expect(found(under([acme()], { alicloud_api_gateway_plugin: { p: made } }))).toEqual([]);
  });

  test("a tag of an unknown value is there; of unknown tags nothing is known", () => {
    const json = under([acme()], {
      alicloud_fcv3_function: {
        one: { tags: { team: "${var.team}" } },
        more: { tags: '${merge({ org = "acme" }, var.tags)}' },
        known: { tags: '${merge({ team = "a" }, { org = "acme" })}' },
      },
    });
    const { violated, undecided } = judged(tags, json);
    expect(violated).toEqual([]);
    expect(undecided).toEqual(["alicloud_fcv3_function.more tags.team: needs var.tags"]);
  });

  test.each(STRANGE.map((value) => [value]))("does not stumble over %j", (value) => {
    const resource = { alicloud_fcv3_function: { f: { tags: value } } };
    expect(() => judged(tags, under([acme()], resource))).not.toThrow();
    expect(() => judged(tags, under(value, resource))).not.toThrow();
    expect(() => judged(tags, under([acme({ requiredTags: value })], resource))).not.toThrow();
  });
});
