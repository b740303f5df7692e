import { ReadError, read } from "../../../lib/graph/read";
import { folderWith } from "../../support/folder";
import { refusalOf, refusalOfText } from "./refusal";

const SHOW = "terraform show -json PLAN > plan.json";
const GIVE = "give a Terraform configuration or plan in JSON";
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

describe("bytes that are no JSON", () => {
  test.each<[string, string | Buffer, string]>([
    ["nothing", "", ": it is empty; write it again: what should have made it failed"],
    ["white space", " \n\t", ": it is empty; write it again: what should have made it failed"],
    [
      "HCL",
      'resource "a" "b" {}',
      ':1:1: it is not JSON: expected a value, found "r"; mend the syntax',
    ],
    [
      "a comma too many",
      '{\n  "resource": {},\n}',
      ':3:1: it is not JSON: expected a key in double quotes, found "}"; mend the syntax',
    ],
    [
      "a file that is cut off",
      '{\n  "resource": {',
      ":2:16: it is not JSON: it ends where a key in double quotes is expected; write it again: it is cut off",
    ],
    [
      "a saved plan",
      Buffer.from("PK\u0003\u0004rest"),
      `: it is a saved plan, or another zip file; make JSON of the plan: ${SHOW}`,
    ],
    ["gzip", Buffer.from([0x1f, 0x8b, 8, 0]), ": it is compressed with gzip; unpack it"],
    [
      "UTF-16 with its mark",
      utf16("\uFEFF{}"),
      ": it is UTF-16, as PowerShell writes it, not UTF-8; write it as UTF-8: … | Out-File -Encoding utf8 FILE",
    ],
    [
      "UTF-16 without",
      utf16("{}"),
      ": it is UTF-16, as PowerShell writes it, not UTF-8; write it as UTF-8: … | Out-File -Encoding utf8 FILE",
    ],
    ["a binary", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff]), `: it is not text in UTF-8; ${GIVE}`],
    ["zeros", Buffer.from('{"a":"\u0000"}'), `: it is not text in UTF-8; ${GIVE}`],
    [
      "the log of a plan",
      '{"@level":"info"}\n{"@level":"info"}',
      `: it is the log of a plan, not the plan; save the plan with -out PLAN, then: ${SHOW}`,
    ],
    [
      "a key that is there twice, of which JSON.parse would lose one",
      '{"resource":{"a":{"b":{}}},\n "resource":{"a":{"c":{}}}}',
      ':2:2: the key "resource" is there twice; put the two together',
    ],
  ])("%s", (_, content, message) => {
    expect(refusalOfText(content)).toBe(`main.tf.json${message}`);
  });

  test("a mark in front of UTF-8 is passed over", () => {
    expect(refusalOfText('\uFEFF{"resource":{}}')).toBeUndefined();
  });

  test("comments that repeat are comments, whatever is in them", () => {
    expect(refusalOfText('{"//":{"a":1},"//":{"b":{}},"resource":{}}')).toBeUndefined();
  });
});

describe("JSON that is no Terraform", () => {
  test.each<[string, unknown, string]>([
    ["nothing", {}, `there is nothing in it; ${GIVE}`],
    ["null", null, `it is null, not a Terraform configuration; ${GIVE}`],
    ["a number", 1, `it is a number, not a Terraform configuration; ${GIVE}`],
    ["a list", [1], `it is a list, not a Terraform configuration; ${GIVE}`],
    ["an empty list", [], `it is a list, not a Terraform configuration; ${GIVE}`],
    [
      "a package.json",
      { name: "a", version: "1.0.0", module: "dist/index.mjs", type: "module" },
      `it is not a Terraform configuration: at its top are "name", "version", "module" and more; ${GIVE}`,
    ],
    [
      "a state that was shown",
      { format_version: "1.0", values: {} },
      `it is a state, not a plan; make a plan with -out PLAN, then: ${SHOW}`,
    ],
    [
      "a state file",
      { version: 4, serial: 1, lineage: "x", outputs: {}, resources: [] },
      "it is a state file, not a configuration; give the configuration, or a plan",
    ],
    [
      "the schemas of providers",
      { format_version: "1.0", provider_schemas: {} },
      `it has neither planned_values nor resource_changes, so it is no plan; make a plan with -out PLAN, then: ${SHOW}`,
    ],
    [
      "a manifest",
      { version: "0.21.0", stacks: {} },
      "it is the manifest of a folder of stacks; give the folder",
    ],
  ])("%s", (_, json, message) => {
    expect(refusalOfText(JSON.stringify(json))).toBe(`main.tf.json: ${message}`);
  });

  test.each<[string, string]>([
    ['{"locals":{},"resource":\n "x"}', "1:14: resource is a string, not an object"],
    [
      '{"resource":{"alicloud_fcv3_trigger":\n[1]}}',
      "1:14: resource.alicloud_fcv3_trigger is a number, not an object",
    ],
    [
      '{"resource":{"alicloud_fcv3_trigger":{\n"a":[[]]}}}',
      "2:1: resource.alicloud_fcv3_trigger.a is a list, not an object",
    ],
    ['{"resource":{},"variable":{"a":true}}', "1:28: variable.a is a boolean, not an object"],
    ['{"resource":{},"locals":[null]}', "1:16: locals is null, not an object"],
  ])("a block that is none is not passed over: %s", (text, message) => {
    const fix = "write it as Terraform JSON has it";
    expect(refusalOfText(text)).toBe(`main.tf.json:${message}; ${fix}`);
  });

  test.each([
    ['{"resource":null,"locals":{}}'],
    ['{"resource":[],"//":["a"]}'],
    ['[{"resource":{}},{"locals":{}}]'],
    ['{"resource":{"//":"a"}}'],
  ])("Terraform reads %s, and so does the check", (text) => {
    expect(refusalOfText(text)).toBeUndefined();
  });

  test("a block that is not known is named", () => {
    const cwd = folderWith({ "a.json": '{"resource":{},"resources":{}}' });
    expect(read("a.json", { cwd }).remarks).toEqual([
      'a.json: "resources" is no block of Terraform, and is not read',
    ]);
  });
});

describe("limits", () => {
  test("a file that is too large is not opened", () => {
    const cwd = folderWith({ "a.json": `{"resource":{}}${" ".repeat(3e5)}` });
    expect(refusalOf("a.json", { cwd, most: 2e5 })).toBe(
      "a.json: it has 0.3 MiB, and the limit is 0.2 MiB; check its stacks or modules one by one",
    );
    expect(refusalOf("-", { stdin: () => Buffer.alloc(10), most: 9 })).toMatch(/^-: it has /);
    expect(refusalOf("a.json", { cwd, most: 4e5 })).toBeUndefined();
  });

  test.each([1000, 100_000])("%d lists in each other", (depth) => {
    const text = `{"resource":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(refusalOfText(text)).toBe(
      `main.tf.json: its lists and objects are nested ${depth} deep, and the limit is 200; ${GIVE.replace(" in JSON", "")}`,
    );
  });

  test("100,000 objects in each other that never end", () => {
    expect(refusalOfText('{"a":'.repeat(100_000))).toBe(
      "main.tf.json:1:500001: it is not JSON: it ends where a value is expected; write it again: it is cut off",
    );
  });
});

describe("paths", () => {
  test("that lead nowhere", () => {
    const cwd = folderWith({ "a.json": "{}" });
    const message = "there is no such file or folder; mend the path";
    expect(refusalOf("b.json", { cwd })).toBe(`b.json: ${message}`);
    expect(refusalOf("a.json/b", { cwd })).toBe(`a.json/b: ${message}`);
  });

  test("to HCL", () => {
    const cwd = folderWith({ "main.tf": "" });
    const message = "it is written in HCL, which is not read";
    expect(refusalOf("main.tf", { cwd })).toBe(`main.tf: ${message}; check a plan: ${SHOW}`);
    expect(refusalOf(".", { cwd })).toBe(`.: ${message}; check a plan: ${SHOW}`);
  });

  test("to standard input", () => {
    const stdin = (): Buffer => Buffer.from('{"resource":{}}');
    expect(read("-", { stdin }).files).toEqual([
      { file: "-", sha256: "90d099cb0bde99bd8de2bc80240d9ac86d4a246fa57ad54c9a10cd61b37e0314" },
    ]);
    expect(refusalOf("-", { stdin: () => Buffer.alloc(0) })).toBe(
      "-: nothing came on standard input; write it again: what should have made it failed",
    );
  });

  test("with a line break in a name do not break the line of the message", () => {
    expect(() => read("a\nb", { cwd: folderWith({}) })).toThrow(
      new ReadError({
        file: "a b",
        message: "there is no such file or folder",
        fix: "mend the path",
      }),
    );
  });
});
