import { frame } from "../../lib/report/frame";

const KEY = "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIA==";

test("the line, the one before it, and a caret", () => {
  expect(frame("a\nb\n  new C();\nd", { file: "main.ts", line: 3, column: 3 })).toEqual([
    "  2 | b",
    "> 3 |   new C();",
    "    |   ^",
  ]);
});

test.each([
  ["before it", `const key = "${KEY}";\nnew C();`],
  ["in it", `\nnew C("${KEY}");`],
  ["as base64", `const key = "${Buffer.from(KEY).toString("base64")}";\nnew C();`],
])("nothing is shown where a private key stands %s", (_, source) => {
  expect(frame(source, { file: "main.ts", line: 2, column: 1 })).toEqual([]);
});
