import type { JsonObject } from "../../../lib/graph";
import { versionReplace } from "../../../lib/rules/function/version-replace";
import { SATISFIED, STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";

const ID = "${alicloud_fcv3_function_version.v.version_id}";
const FIRST = { lifecycle: { create_before_destroy: true } };

const judge = (version: JsonObject, aliases: JsonObject) =>
  judged(versionReplace, {
    variable: { x: { type: "string" } },
    resource: {
      alicloud_fcv3_function: { f: { function_name: "orders" } },
      alicloud_fcv3_function_version: {
        v: { function_name: "orders", description: "1", ...version },
        other: { function_name: "orders", description: "2", ...FIRST },
      },
      alicloud_fcv3_alias: Object.fromEntries(
        Object.entries(aliases).map(([name, args]) => [
          name,
          { function_name: "orders", alias_name: name, ...(args as JsonObject) },
        ]),
      ),
    },
  });

describe("function/version-replace", () => {
  testPage(versionReplace);

  test.each([
    ["a version with create_before_destroy", FIRST, { live: { version_id: ID } }],
    ["the same in a list", { lifecycle: [FIRST.lifecycle] }, { live: { version_id: ID } }],
    ["a version without an alias", {}, {}],
    [
      "an alias on another version",
      {},
      { live: { version_id: "${alicloud_fcv3_function_version.other.version_id}" } },
    ],
  ])("%s is right", (_, version, aliases) => {
    expect(judge(version, aliases as JsonObject)).toEqual(SATISFIED);
  });

  test.each([
    ["its version", { version_id: ID }],
    ["a part of its id", { version_id: '${split(":", alicloud_fcv3_function_version.v.id)[1]}' }],
    ["an additional version", { version_id: "7", additional_version_weight: { [ID]: 0.1 } }],
  ])("an alias names it as %s", (_, alias) => {
    expect(judge({}, { live: alias }).violated).toEqual([
      expect.stringContaining("no create_before_destroy, and alicloud_fcv3_alias.live on it"),
    ]);
  });

  test("a version is named once, with all its aliases", () => {
    const { violated } = judge(
      { lifecycle: { create_before_destroy: false } },
      { live: { version_id: ID }, next: { version_id: ID } },
    );
    expect(violated).toEqual([
      expect.stringContaining("alicloud_fcv3_alias.live and alicloud_fcv3_alias.next on it"),
    ]);
  });

  test("an alias in another stack points to the version of its own stack", () => {
    const remote = "cross-stack-reference-input-a";
    const outputs = `data.terraform_remote_state.${remote}.outputs`;
    const version = { function_name: "orders", description: "1" };
    const { violated, undecided } = judged(versionReplace, {
      a: {
        resource: { alicloud_fcv3_function_version: { v: version } },
        output: { version: { value: ID } },
      },
      b: {
        data: { terraform_remote_state: { [remote]: { backend: "local" } } },
        resource: {
          alicloud_fcv3_function_version: { v: version },
          alicloud_fcv3_alias: {
            live: {
              function_name: "orders",
              alias_name: "live",
              version_id: `\${${outputs}.version}`,
            },
          },
        },
      },
    });
    expect(violated).toHaveLength(1);
    expect(undecided).toEqual([]);
  });

  test("an id of the function says nothing about the version", () => {
    const alias = { function_name: "${alicloud_fcv3_function.f.id}", version_id: "${var.x}" };
    expect(judge({}, { live: alias })).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_function_version.v lifecycle: needs var.x"],
    });
  });

  test("a number may be that of the version", () => {
    const asked = {
      violated: [],
      undecided: [
        "alicloud_fcv3_function_version.v lifecycle: needs alicloud_fcv3_function_version.v.version_id",
      ],
    };
    expect(judge({}, { live: { version_id: "7" } })).toEqual(asked);
    const alias = { version_id: "7", depends_on: ["alicloud_fcv3_function_version.v"] };
    expect(judge({}, { live: alias })).toEqual(asked);
    expect(judge({}, { live: { version_id: "x" } })).toEqual(SATISFIED);
    expect(judge(FIRST, { live: { version_id: "7" } })).toEqual(SATISFIED);
    expect(judge({}, { live: { version_id: "7" }, next: { version_id: ID } }).undecided).toEqual(
      [],
    );
  });

  test("an alias that may be left out is undecided, unless the version is left out with it", () => {
    const count = "${var.x}";
    expect(judge({}, { live: { version_id: ID, count } })).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_function_version.v lifecycle: needs var.x"],
    });
    expect(judge({}, { live: { version_id: ID, count }, next: { version_id: ID } })).toMatchObject({
      violated: [expect.stringContaining("alicloud_fcv3_alias.next on it")],
      undecided: [],
    });
    expect(judge({ count }, { live: { version_id: ID, count } }).violated).toHaveLength(1);
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judge({ lifecycle: value }, { live: { version_id: value, additional_version_weight: value } });
  });
});
