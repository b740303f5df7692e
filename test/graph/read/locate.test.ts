import { read } from "../../../lib/graph/read";
import { locator } from "../../../lib/graph/read/locate";
import { JsonText } from "../../../lib/graph/read/position";
import { RULES, evaluate } from "../../../lib/rules";
import { folderWith } from "../../support/folder";

const TEXT = `{
  "terraform": [{ "required_providers": { "alicloud": { "version": "1.0" } } }],
  "resource": {
    "alicloud_fcv3_trigger": {
      "a": {
        "trigger_config": "{}",
        "qualifier": "LATEST"
      }
    },
    "alicloud_fcv3_custom_domain": [{
      "d": [{
        "route_config": [{ "routes": [
          { "path": "/a" },
          { "path": "/b", "methods": ["GET",
            "PUT"] }
        ] }],
        "dynamic": { "auth_config": { "for_each": [], "content": {} } }
      }]
    }]
  },
  "data": { "alicloud_account": { "me": {} } },
  "output": { "url": { "value": "x" } }
}`;

const find = locator([{ file: "a.tf.json", text: new JsonText(TEXT) }]);

test.each([
  ["alicloud_fcv3_trigger.a", undefined, 5, 7],
  ["alicloud_fcv3_trigger.a", "qualifier", 7, 9],
  ["alicloud_fcv3_trigger.a", "trigger_config.methods[1]", 6, 9],
  ["alicloud_fcv3_trigger.a", "function_name", 5, 7],
  ["alicloud_fcv3_custom_domain.d", "route_config.routes[1].path", 14, 13],
  ["alicloud_fcv3_custom_domain.d", "route_config[0].routes[1].methods[1]", 15, 13],
  ["alicloud_fcv3_custom_domain.d", "route_config.routes[7].path", 12, 28],
  ["alicloud_fcv3_custom_domain.d", "auth_config.auth_type", 17, 22],
  ["data.alicloud_account.me", "id", 21, 35],
  ["output.url", "value", 22, 24],
  ["terraform", "required_providers.alicloud.version", 2, 57],
  ["terraform", "required_version", 2, 3],
])("%s %s is in line %d, column %d", (address, attribute, line, column) => {
  expect(find(address, attribute)).toEqual({ file: "a.tf.json", line, column });
});

test.each(["alicloud_fcv3_trigger.b", "output.nothing", "var.x", "__proto__.x", ""])(
  "%j is nowhere",
  (address) => {
    expect(find(address, "x")).toBeUndefined();
  },
);

test("what an override file says is found there", () => {
  const folder = folderWith({
    "a.tf.json": TEXT,
    "override.tf.json": '{"resource":{"alicloud_fcv3_trigger":{"a":{\n"qualifier":"live"}}}}',
  });
  const { graph } = read(".", { cwd: folder });
  const place = { stack: "", address: "alicloud_fcv3_trigger.a" };
  expect(graph.locate(place, "qualifier")).toEqual({
    file: "override.tf.json",
    line: 2,
    column: 1,
  });
  expect(graph.locate(place, "other")).toEqual({ file: "a.tf.json", line: 5, column: 7 });
});

describe("a finding", () => {
  const two = (metadata: object) => {
    const trigger = {
      function_name: "orders",
      qualifier: "live",
      trigger_type: "http",
      trigger_config: '{"authType":"function","methods":["GET"]}',
      ...metadata,
    };
    return { resource: { alicloud_fcv3_trigger: { a: trigger, b: trigger } } };
  };
  const rule = RULES.filter(({ id }) => id === "http-trigger/one-per-qualifier");
  const findingsOf = (json: object) => {
    const cwd = folderWith({ "infra/main.tf.json": JSON.stringify(json, null, 1) });
    const { graph } = read("infra/main.tf.json", { cwd });
    return evaluate(graph, rule, { date: "2026-11-22" }).findings;
  };

  test("is in the line of the file, and so are the resources that it is related to", () => {
    const [{ location, related }] = findingsOf(two({}));
    expect(location).toEqual({ file: "infra/main.tf.json", line: 12, column: 5 });
    expect(related[0].location).toEqual({ file: "infra/main.tf.json", line: 4, column: 4 });
  });

  test("is in the line of the program where metadata says it", () => {
    const location = { file: "main.ts", line: 3, column: 1 };
    const [finding] = findingsOf(two({ "//": { "fc-frontdoor": { location } } }));
    expect(finding.location).toEqual(location);
    expect(finding.related[0].location).toEqual(location);
  });
});
