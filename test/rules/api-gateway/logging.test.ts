import type { TerraformJson } from "../../../lib/graph";
import { logging } from "../../../lib/rules/api-gateway/logging";
import { STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const REGIONS = {
  alicloud: [{ region: "cn-hangzhou" }, { alias: "sea", region: "ap-southeast-1" }],
};
const config = (group: object, logs: object = {}, more: object = {}): TerraformJson =>
  ({
    provider: REGIONS,
    ...more,
    resource: {
      alicloud_api_gateway_group: { g: { name: "shop_group", ...group } },
      alicloud_api_gateway_log_config: logs,
    },
  }) as TerraformJson;
const LOGS = { log_type: "PROVIDER", sls_project: "logs", sls_log_store: "gateway" };

describe("api-gateway/logging", () => {
  testPage(logging);

  test("a group that says what to log, as a block or in a list, or logs of its region are right", () => {
    const block = { request_headers: "*" };
    expect(judged(logging, config({ user_log_config: block }))).toEqual(SATISFIED);
    expect(judged(logging, config({ user_log_config: [block] }))).toEqual(SATISFIED);
    expect(judged(logging, config({}, { l: LOGS }))).toEqual(SATISFIED);
  });

  test("an empty block, and logs of another region, are none", () => {
    expect(judged(logging, config({ user_log_config: [{}] })).violated).toHaveLength(1);
    const elsewhere = { l: { ...LOGS, provider: "alicloud.sea" } };
    expect(judged(logging, config({}, elsewhere)).violated).toHaveLength(1);
    expect(judged(logging, config({ provider: "alicloud.sea" }, elsewhere))).toEqual(SATISFIED);
  });

  test("a block, a region or a number that is not known is asked for", () => {
    expect(judged(logging, config({ user_log_config: "${var.log}" })).undecided).toEqual([
      "alicloud_api_gateway_group.g user_log_config: needs var.log",
    ]);
    const provider = { alicloud: [{ region: "${var.a}" }, { alias: "sea", region: "${var.b}" }] };
    const logs = { l: { ...LOGS, provider: "alicloud.sea" } };
    expect(judged(logging, config({}, logs, { provider })).undecided).toEqual([
      "alicloud_api_gateway_group.g user_log_config: needs var.b, var.a",
    ]);
    expect(judged(logging, config({}, { l: LOGS }, { provider }))).toEqual(SATISFIED);
  });

  test("strange blocks do not crash", () => {
    for (const value of STRANGE) {
      expect(() => judged(logging, config({ user_log_config: value }))).not.toThrow();
    }
  });
});
