import type { JsonObject } from "../../../lib/graph";
import { runtimeCommand } from "../../../lib/rules/function/runtime-command";
import { SATISFIED, STRANGE, got, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

const OFFICIAL = "acs:fc:cn-hangzhou:official:layers/";
const custom = (command: unknown, more: JsonObject = {}): JsonObject => ({
  runtime: "custom.debian12",
  custom_runtime_config: { command: command as string[] },
  ...more,
});

describe("function/runtime-command", () => {
  testPage(runtimeCommand);

  test.each([
    ["a file of a layer", custom(["/opt/nodejs20/bin/node", "server.js"])],
    ["a file of the code", custom(["./node", "server.js"])],
    ["a shell", custom(["sh", "-c", "exec ./start"])],
    ["a program of one's own", custom(["orders-server"])],
    ["no command", custom(null)],
    ["an empty one", custom([])],
    ["no block", { runtime: "custom" }],
    ["a built-in runtime", custom(["node"], { runtime: "nodejs20" })],
    [
      "a container",
      { runtime: "custom-container", custom_container_config: { command: ["node"] } },
    ],
    [
      "an official layer that brings it",
      custom(["node"], { layers: [`${OFFICIAL}Nodejs20/versions/3`] }),
    ],
    ["one for Python", custom(["python3"], { layers: [`${OFFICIAL}Python312/versions/1`] })],
    [
      "a layer of one's own, by its name",
      custom(["node"], { layers: ["acs:fc:cn-hangzhou:123:layers/my-node-20/versions/1"] }),
    ],
    ["a PATH", custom(["node"], { environment_variables: { PATH: "/opt/nodejs20/bin:/bin" } })],
  ])("%s is right", (_, args) => {
    expect(judgedFunction(runtimeCommand, args)).toEqual(SATISFIED);
  });

  test.each([
    "node",
    "nodejs",
    "npm",
    "npx",
    "python",
    "python3",
    "python3.12",
    "java",
    "php",
    "ruby",
    "dotnet",
    "deno",
    "bun",
  ])("a bare %p is found", (word) => {
    expect(got(runtimeCommand, custom([word, "x"]))).toEqual([`"${word}"`]);
    expect(got(runtimeCommand, { ...custom([`${word} server`]), runtime: "custom" })).toEqual([
      `"${word}"`,
    ]);
  });

  test("an official layer with something else does not help", () => {
    const layer = `${OFFICIAL}Python312/versions/1`;
    expect(got(runtimeCommand, custom(["node"], { layers: [layer] }))).toEqual([
      `"node", and no layer with it among ["${layer}"]`,
    ]);
  });

  test("a region is no layer's name", () => {
    const layers = ["acs:fc:node-region:official:layers/Python312/versions/1"];
    expect(got(runtimeCommand, custom(["node"], { layers }))).toHaveLength(1);
  });

  describe("what is not known", () => {
    const more = { variable: { x: { type: "string" } } };
    const needs = (args: JsonObject) => judgedFunction(runtimeCommand, args, more).undecided;
    const asked = (need: string) => [
      `alicloud_fcv3_function.f custom_runtime_config.command: needs ${need}`,
    ];

    test.each([
      ["the command", custom("${var.x}"), "var.x"],
      ["its first word", custom(["${var.x}", "server.js"]), "var.x"],
      ["a layer", custom(["node"], { layers: ["${var.x}"] }), "var.x"],
      ["the environment", custom(["node"], { environment_variables: "${var.x}" }), "var.x"],
      ["the PATH", custom(["node"], { environment_variables: { PATH: "${var.x}" } }), "var.x"],
      ["the runtime", custom(["node"], { runtime: "${var.x}" }), "var.x"],
      [
        "what is in a layer of one's own",
        custom(["node"], { layers: ["acs:fc:cn-hangzhou:123:layers/tools/versions/1"] }),
        'what is in the layer "acs:fc:cn-hangzhou:123:layers/tools/versions/1"',
      ],
    ])("%s is asked for", (_, args, need) => {
      expect(needs(args)).toEqual(asked(need));
    });

    test("the beginning of a path is enough", () => {
      expect(needs(custom(["/opt/${var.x}/bin/node"]))).toEqual([]);
    });

    test("a layer is told by what is known of its name", () => {
      const named = custom(["node"], {
        layers: ["acs:fc:${var.x}:official:layers/Nodejs20/versions/3"],
      });
      const declared = custom(["node"], {
        layers: ["${alicloud_fcv3_layer_version.node.layer_version_arn}"],
      });
      expect(judgedFunction(runtimeCommand, named, more)).toEqual(SATISFIED);
      expect(judgedFunction(runtimeCommand, declared, more)).toEqual(SATISFIED);
    });
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judgedFunction(runtimeCommand, { runtime: "custom", custom_runtime_config: value });
    judgedFunction(runtimeCommand, custom(value, { layers: value, environment_variables: value }));
    judgedFunction(
      runtimeCommand,
      custom(["node"], { layers: value, environment_variables: value }),
    );
  });
});
