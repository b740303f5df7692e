import { chmodSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { folderWith } from "../../support/folder";
import { FINE, OPEN, runIn } from "../run";

/** A folder with a configuration, and the report of its check. */
function checked(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith({ "a.json": FINE, "b.json": OPEN, ...files });
  runIn(folder, ["check", "a.json", "b.json", "--out", "json=report.json", "--quiet"]);
  return folder;
}

/** Stands for Terraform: `show -json FILE` prints the file after a colon. */
const TERRAFORM = `#!${process.execPath}
const [, , show, json, file] = process.argv;
if (show !== "show" || json !== "-json") process.exit(3);
const text = require("fs").readFileSync(file, "utf8");
if (!text.startsWith("plan:")) { console.error("Error: not a plan\\nmore"); process.exit(1); }
process.stdout.write(text.slice(5));
`;

describe("files", () => {
  test("that are as checked are verified", () => {
    expect(runIn(checked(), ["verify", "report.json"])).toEqual({
      status: 0,
      out: "2 files are as checked\n",
      err: "",
    });
  });

  test("that have changed or are gone are named", () => {
    const folder = checked();
    writeFileSync(path.join(folder, "a.json"), `${FINE} `);
    rmSync(path.join(folder, "b.json"));
    expect(runIn(folder, ["verify", "report.json"])).toEqual({
      status: 1,
      out: "a.json: has changed since it was checked\nb.json: was checked, and is not there any more\n",
      err: "",
    });
  });

  test("that have come into a module since are named", () => {
    const folder = folderWith({ "app/main.tf.json": FINE, "app/.hidden.tf.json": OPEN });
    runIn(folder, ["check", "app", "--out", "json=report.json", "--quiet"]);
    expect(runIn(folder, ["verify", "report.json"]).status).toBe(0);
    writeFileSync(path.join(folder, "app/main_override.tf.json"), OPEN);
    expect(runIn(folder, ["verify", "report.json"])).toEqual({
      status: 1,
      out: "app/main_override.tf.json: is there too, and was not checked\n",
      err: "",
    });
  });

  test("of standard input cannot be told", () => {
    const folder = folderWith({});
    runIn(folder, ["check", "-", "--out", "json=report.json"], { stdin: FINE });
    expect(runIn(folder, ["verify", "report.json"])).toEqual({
      status: 2,
      out: "",
      err: "fc-frontdoor: the report is of standard input, which is gone; check a file instead\n",
    });
  });
});

describe("a plan", () => {
  const folder = checked({
    tfplan: `plan:${FINE}`,
    other: `plan:${FINE} `,
    torn: "x",
    tf: TERRAFORM,
  });
  chmodSync(path.join(folder, "tf"), 0o755);
  const terraform = ["--terraform", path.join(folder, "tf")];
  const verify = (plan: string) =>
    runIn(folder, ["verify", "report.json", "--plan", plan, ...terraform]);

  test("that is the one that was checked is verified, with its JSON or without", () => {
    expect(verify("tfplan")).toEqual({ status: 0, out: "2 files are as checked\n", err: "" });
    rmSync(path.join(folder, "a.json"));
    expect(verify("tfplan").status).toBe(0);
  });

  test("that is another is refused", () => {
    expect(verify("other")).toEqual({
      status: 1,
      out: "other: is not the plan that was checked; check it, and verify the new report\n",
      err: "",
    });
  });

  test("that cannot be shown ends with 2", () => {
    expect(verify("torn").err).toMatch(/show -json torn failed: Error: not a plan\n$/);
    expect(verify("torn").status).toBe(2);
    expect(verify("none")).toEqual({
      status: 2,
      out: "",
      err: "fc-frontdoor: none is not there; give the binary plan that will be applied\n",
    });
  });

  test("cannot be shown without Terraform", () => {
    const argv = ["verify", "report.json", "--plan", "tfplan"];
    expect(runIn(folder, [...argv, "--terraform", "no-such-command"]).err).toBe(
      "fc-frontdoor: there is no no-such-command to show tfplan; name it with --terraform COMMAND\n",
    );
    expect(runIn(folder, argv, { env: { PATH: folder } }).err).toBe(
      "fc-frontdoor: there is no terraform or tofu to show tfplan; name it with --terraform COMMAND\n",
    );
  });
});

const WRITE = "write one with fc-frontdoor check --format json";

test.each([
  ["none.json", `none.json cannot be read (ENOENT); ${WRITE}`],
  ["a.json", `a.json is not a report of version 1; ${WRITE}`],
  ["null.json", `null.json is not a report of version 1; ${WRITE}`],
  ["empty.json", `empty.json names no files; ${WRITE}`],
  ["text.txt", `text.txt is not JSON; ${WRITE}`],
])("%s is no report", (file, message) => {
  const folder = checked({
    "null.json": "null",
    "empty.json": '{"version":1,"inputs":[]}',
    "text.txt": "text",
  });
  expect(runIn(folder, ["verify", file])).toEqual({
    status: 2,
    out: "",
    err: `fc-frontdoor: ${message}\n`,
  });
});
