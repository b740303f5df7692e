import { folderWith } from "../../support/folder";
import { runIn } from "../run";

const STACK = {
  "//": {
    "fc-frontdoor": {
      blueprints: [
        { name: "base", version: "1.0.0", scope: "", requiredTags: ["team", "cost-center"] },
        {
          name: "acme",
          version: "2.1.0",
          scope: "",
          defaults: ["WebFunction.memorySizeMb"],
          bounds: ["WebFunction.timeoutSeconds: at most 300", "WebFunction.description: required"],
          naming: [{ target: "WebFunction", pattern: "^acme-" }],
          policy: {
            extends: ["@acme/policy"],
            rules: { "function/logging": "error", "http-trigger/count": { most: 3 } },
            waivers: false,
          },
        },
        { name: "part", version: "1.0.0", scope: "prod/Part", subtree: true },
      ],
    },
  },
  terraform: {},
  resource: {
    alicloud_fcv3_function: {
      orders: {
        "//": {
          metadata: { path: "prod/Orders/Default" },
          "fc-frontdoor": {
            blueprint: {
              set: [{ prop: "memorySizeMb", owner: "acme 2.1.0", attributes: ["memory_size"] }],
              broken: [
                {
                  prop: "timeoutSeconds",
                  attribute: "timeout",
                  got: "600",
                  expected: "at most 300, set by acme 2.1.0",
                  fix: "write 300 or less",
                  owner: "acme 2.1.0",
                },
              ],
            },
          },
        },
        function_name: "orders",
        memory_size: 512,
        timeout: 600,
      },
    },
  },
};

test("each blueprint is shown with where it holds, what it set and what breaks it", () => {
  const folder = folderWith({ "cdk.tf.json": JSON.stringify(STACK) });
  const { status, out, err } = runIn(folder, ["blueprints", "cdk.tf.json"]);
  expect([status, err]).toEqual([0, ""]);
  expect(out).toBe(`base 1.0.0 on the app
  tags      team, cost-center

acme 2.1.0 on the app
  defaults  WebFunction.memorySizeMb
  bounds    WebFunction.timeoutSeconds: at most 300
            WebFunction.description: required
  names     WebFunction: ^acme-
  policy    extends: @acme/policy
            rules: function/logging error, http-trigger/count {"most":3}
            waivers: false
  set       prod/Orders: memorySizeMb
  broken    prod/Orders: timeoutSeconds is 600, not at most 300, set by acme 2.1.0

part 1.0.0 on prod/Part

3 blueprints in 1 stack, 1 broken bound
`);
});

test("as JSON it is the same", () => {
  const folder = folderWith({ "cdk.tf.json": JSON.stringify(STACK) });
  const { out } = runIn(folder, ["blueprints", "cdk.tf.json", "--format", "json"]);
  const { version, blueprints } = JSON.parse(out);
  expect(version).toBe(1);
  expect(blueprints[1]).toEqual({
    name: "acme",
    version: "2.1.0",
    scope: "",
    defaults: ["WebFunction.memorySizeMb"],
    bounds: ["WebFunction.timeoutSeconds: at most 300", "WebFunction.description: required"],
    requiredTags: [],
    naming: [{ target: "WebFunction", pattern: "^acme-" }],
    policy: STACK["//"]["fc-frontdoor"].blueprints[1].policy,
    stacks: [""],
    set: [{ path: "prod/Orders", prop: "memorySizeMb" }],
    broken: [
      {
        path: "prod/Orders",
        prop: "timeoutSeconds",
        got: "600",
        expected: "at most 300, set by acme 2.1.0",
      },
    ],
  });
});

test("where there is none it says so; two paths are one too many", () => {
  const folder = folderWith({ "plain.tf.json": '{ "resource": {} }' });
  expect(runIn(folder, ["blueprints", "plain.tf.json"]).out).toBe(
    "no blueprint holds in plain.tf.json\n",
  );
  expect(runIn(folder, ["blueprints", "a", "b"])).toMatchObject({
    status: 2,
    err: "fc-frontdoor: blueprints takes one path, not b too; give one\n",
  });
  expect(runIn(folder, ["blueprints"])).toMatchObject({ status: 2 });
});

test.each([
  ["blueprints", 1],
  [
    "blueprints",
    [{ name: 1 }, null, { name: "a", version: "1", scope: "", naming: 3, policy: [] }],
  ],
])("whatever stands under %s, it does not stumble: %j", (key, value) => {
  const comment = { "fc-frontdoor": { [key]: value, blueprint: [1] } };
  const folder = folderWith({ "a.tf.json": JSON.stringify({ "//": comment, resource: {} }) });
  expect(runIn(folder, ["blueprints", "a.tf.json"]).status).toBe(0);
  expect(runIn(folder, ["check", "a.tf.json"]).status).toBe(0);
});
