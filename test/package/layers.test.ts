import { RuleTester } from "eslint";

const { layers } = require("../../tools/eslint/layers.cjs");

const options = [
  { lib: "/lib", layers: { graph: ["facts"], check: ["graph"] }, packages: ["cdktf"] },
];
const code = (file: string, from: string) => ({
  filename: `/lib/${file}`,
  code: `import { it } from "${from}";`,
  options,
});

new RuleTester().run("layers", layers, {
  valid: [
    code("graph/graph.ts", "node:path"),
    code("graph/graph.ts", "./value"),
    code("graph/nodes/trigger.ts", "../value"),
    code("graph/nodes/trigger.ts", "../../facts/methods"),
    code("check.ts", "./graph"),
    code("function/web-function.ts", "../graph"),
    code("function/web-function.ts", "../alicloud/fcv3-function"),
    code("function/web-function.ts", "cdktf"),
    code("function/web-function.ts", "cdktf/lib/tokens"),
  ],
  invalid: [
    {
      ...code("graph/nodes/trigger.ts", "../../rules"),
      errors: [{ message: "graph must not import rules (it may import facts)" }],
    },
    {
      ...code("graph/graph.ts", "cdktf"),
      errors: [
        { message: "graph must not import the package cdktf (lib/vendor/ re-exports libraries)" },
      ],
    },
    { ...code("function/web-function.ts", "yaml"), errors: [{ messageId: "package" }] },
    { ...code("function/web-function.ts", "cdktfx"), errors: [{ messageId: "package" }] },
    { ...code("check.ts", "./function/code"), errors: [{ messageId: "folder" }] },
    ...[
      `export * from "../rules";`,
      `export { it } from "../rules";`,
      `const it = require("../rules");`,
      `const it = import("../rules");`,
    ].map((code) => ({
      filename: "/lib/graph/graph.ts",
      code,
      options,
      errors: [{ messageId: "folder" }],
    })),
  ],
});
