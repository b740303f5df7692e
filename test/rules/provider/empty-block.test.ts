import type { JsonObject } from "../../../lib/graph";
import { emptyBlock } from "../../../lib/rules/provider/empty-block";
import { SATISFIED, STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";

const BLOCKS: readonly (readonly [type: string, name: string, argument: string])[] = [
  ["alicloud_api_gateway_group", "user_log_config", "query_string"],
  ["alicloud_fcv3_provision_config", "scheduled_actions", "name"],
  ["alicloud_fcv3_provision_config", "target_tracking_policies", "name"],
];

describe("provider/empty-block", () => {
  testPage(emptyBlock);

  describe.each(BLOCKS)("%s, %s", (type, name, argument) => {
    const judge = (value: JsonObject[string]) =>
      judged(emptyBlock, {
        variable: { x: { type: "any" } },
        resource: { [type]: { r: { [name]: value } } },
      });

    test.each([
      null,
      [],
      { [argument]: "a" },
      [{ [argument]: "a" }],
      [{ [argument]: "${var.x}" }],
      [{ [argument]: "" }],
      [{ [argument]: false }],
    ])("%j is right", (value) => {
      expect(judge(value)).toEqual(SATISFIED);
    });

    test.each([
      [{}, name],
      [[{}], `${name}[0]`],
      [{ [argument]: null }, name],
      [[{ [argument]: "a" }, { [argument]: null, other: null }], `${name}[1]`],
    ])("%j is refused", (value, attribute) => {
      expect(judge(value as JsonObject[string]).violated).toEqual([
        expect.stringContaining(`resource  ${type}.r (${attribute})\n`),
      ]);
    });

    test("a block that is not known is asked for", () => {
      expect(judge(["${var.x}"]).undecided).toEqual([`${type}.r ${name}[0]: needs var.x`]);
    });

    test.each(STRANGE)("%j does not stop it", (value) => void judge(value));
  });

  test("an empty block of another resource does not crash the provider", () => {
    const resource = {
      alicloud_fcv3_function: { f: { log_config: [{}], nas_config: {} } },
      alicloud_fcv3_async_invoke_config: { c: { destination_config: {} } },
    };
    expect(judged(emptyBlock, { resource })).toEqual(SATISFIED);
  });
});
