import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { references } from "../../lib/graph/expression";
import { examples } from "../support/pages/examples";
import { valueNode } from "../support/pages/expression";
import { hclOf } from "../support/pages/hcl";
import { assignments } from "../support/pages/layout";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "hcl-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("the HCL of the pages is as terraform fmt leaves it", () => {
  for (const { name, json } of examples()) {
    const file = `${name.replace(/\W+/g, "-")}.tf`;
    writeFileSync(path.join(folder, file), `${hclOf(json)}\n`);
  }
  const { stdout, stderr } = terraform(["fmt", "-check", "-diff"]);
  expect(stdout + stderr).toBe("");
});

test("Terraform reads the HCL of the pages' values as it reads their JSON", () => {
  const values = [...new Set(examples().flatMap(({ json }) => texts(json)))].filter(isClosed);
  const names = [...new Set(values.flatMap((value) => references(value).map(({ text }) => text)))];
  write("values.tf.json", {
    variable: Object.fromEntries(
      names.map((name) => [name.slice("var.".length), { default: name }]),
    ),
    locals: Object.fromEntries(values.map((value, index) => [`json${index}`, value])),
  });
  const entries = values.map((value, index) => ({ key: `hcl${index}`, value: valueNode(value) }));
  const all = (form: string): string =>
    values.map((_, index) => `local.${form}${index}`).join(", ");
  writeFileSync(
    path.join(folder, "values.tf"),
    [
      "locals {",
      ...assignments(entries, "  "),
      `  all = jsonencode({ json = [${all("json")}], hcl = [${all("hcl")}] })`,
      "}",
      "",
    ].join("\n"),
  );
  const { stdout, stderr } = terraform(["console"], "local.all\n");
  expect(stderr).toBe("");
  const { json, hcl } = JSON.parse(JSON.parse(stdout));
  expect(values.length).toBeGreaterThan(100);
  expect(hcl).toEqual(json);
});

/** Every text of a configuration, but for the types of variables, which are no templates. */
function texts(json: object): string[] {
  return Object.entries(json).flatMap(([key, value]) => {
    if (key === "//" || key === "variable" || key === "depends_on" || key === "provider") return [];
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? texts(value) : [];
  });
}

/** Whether Terraform can evaluate it with nothing but texts for variables. */
function isClosed(value: string): boolean {
  if (/^\$\{(?!jsonencode)/.test(value) || /[^$]\$\{[^v]/.test(value)) return false;
  return references(value).every(({ text }) => /^var\.\w+$/.test(text));
}

function write(file: string, json: object): void {
  writeFileSync(path.join(folder, file), JSON.stringify(json));
}

function terraform(args: readonly string[], input = "") {
  const env = { ...process.env, TF_CLI_CONFIG_FILE: "/dev/null", CHECKPOINT_DISABLE: "1" };
  return spawnSync("terraform", args, { cwd: folder, input, env, encoding: "utf8" });
}
