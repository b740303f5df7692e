import type { JsonObject } from "../../../lib/graph";
import { vpc } from "../../../lib/rules/function/vpc";
import { SATISFIED, STRANGE, got, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

const WHOLE = { vpc_id: "vpc-1", vswitch_ids: ["vsw-1"], security_group_id: "sg-1" };
const judge = (config: unknown, variable = {}) =>
  judgedFunction(vpc, { vpc_config: config as JsonObject }, { variable });

describe("function/vpc", () => {
  testPage(vpc);

  test.each([
    ["no block", null],
    ["no block in a list", []],
    ["an object", WHOLE],
    ["a list of one", [WHOLE]],
    ["nothing in it", {}],
    ["ten vswitches", { ...WHOLE, vswitch_ids: Array.from({ length: 10 }, (_, i) => `vsw-${i}`) }],
    ["references", { ...WHOLE, vpc_id: "${alicloud_vpc.v.id}", security_group_id: "${var.group}" }],
  ])("%s is right", (_, config) => {
    expect(judge(config, { group: { type: "string" } })).toEqual(SATISFIED);
  });

  test.each([
    [{ vpc_id: "vpc-1" }, "vpc_id without vswitch_ids and security_group_id"],
    [{ ...WHOLE, vpc_id: "" }, "vswitch_ids and security_group_id without vpc_id"],
    [{ ...WHOLE, vswitch_ids: [] }, "vpc_id and security_group_id without vswitch_ids"],
    [{ ...WHOLE, security_group_id: null }, "vpc_id and vswitch_ids without security_group_id"],
    [{ ...WHOLE, vswitch_ids: Array(11).fill("vsw-1") }, "11 vswitches"],
  ])("%j is refused", (vpc_config, shown) => {
    expect(got(vpc, { vpc_config })).toEqual([shown]);
    expect(got(vpc, { vpc_config: [vpc_config] })).toEqual([shown]);
  });

  test("a list with unknown items is counted, a block that is not known is asked for", () => {
    const variable = { id: { type: "string" }, config: { type: "any" } };
    const vswitch_ids = Array(11).fill("${var.id}");
    expect(judge({ ...WHOLE, vswitch_ids }, variable).violated).toHaveLength(1);
    expect(judge("${var.config}", variable).undecided).toEqual([
      "alicloud_fcv3_function.f vpc_config: needs var.config",
    ]);
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judge(value);
    judge({ vpc_id: value, vswitch_ids: value, security_group_id: value });
  });
});
