import type { JsonObject } from "../../../lib/graph";
import { qualifierRead } from "../../../lib/rules/function/qualifier-read";
import { SATISFIED, STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";

const TYPES = ["alicloud_fcv3_async_invoke_config", "alicloud_fcv3_provision_config"];
const judge = (type: string, qualifier: JsonObject[string]) =>
  judged(qualifierRead, {
    variable: { x: { type: "string" }, head: { default: "LATEST" } },
    resource: {
      alicloud_fcv3_function_version: { v: { function_name: "orders" } },
      alicloud_fcv3_alias: { live: { function_name: "orders", alias_name: "${var.x}" } },
      [type]: { c: { function_name: "orders", qualifier } },
    },
  });

describe.each(TYPES)("function/qualifier-read, %s", (type) => {
  test.each([null, "LATEST", "${var.head}"])("%p is right", (qualifier) => {
    expect(judge(type, qualifier)).toEqual(SATISFIED);
  });

  test.each(["live", "1", "latest", "${alicloud_fcv3_function_version.v.version_id}"])(
    "%p is found",
    (qualifier) => {
      expect(judge(type, qualifier).violated).toEqual([
        expect.stringMatching(/^warning.*\n.*\.c \(qualifier\)/),
      ]);
    },
  );

  test("a variable is asked for", () => {
    expect(judge(type, "${var.x}").undecided).toEqual([`${type}.c qualifier: needs var.x`]);
  });

  test.each(STRANGE)("%j does not stop it", (value) => void judge(type, value));
});

describe("function/qualifier-read", () => {
  testPage(qualifierRead);
});
