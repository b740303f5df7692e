import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { parsePolicy } from "../../../lib/policy";
import { parseDocument } from "../../../lib/vendor/yaml";
import { folderWith } from "../../support/folder";
import { FINE, runIn } from "../run";

const read = (folder: string, file: string) => readFileSync(path.join(folder, file), "utf8");

test("writes a policy that holds, and says that it did", () => {
  const folder = folderWith({ "a.json": FINE });
  expect(runIn(folder, ["init"])).toEqual({ status: 0, out: "wrote frontdoor.yaml\n", err: "" });
  expect(parsePolicy("frontdoor.yaml", read(folder, "frontdoor.yaml")).waivers).toEqual([]);
  expect(runIn(folder, ["check", "a.json"]).status).toBe(0);
});

test("what the policy shows as comments is right when it is taken in", () => {
  const folder = folderWith({});
  runIn(folder, ["init"]);
  const text = read(folder, "frontdoor.yaml")
    .replace("rules: {}", "rules:")
    .replace("waivers: []", "waivers:")
    .replace(/^#(?= {2})/gm, "")
    .replace(/^(.*custom-domain\/plain-http)$/m, "  - rule: http-trigger/methods");
  const { levels, waivers } = parsePolicy("frontdoor.yaml", text);
  expect([...levels]).toEqual([["http-trigger/exclusive", "warning"]]);
  expect(waivers[0].expires).toBe("2027-03-31");
});

test.each([
  ["github", ".github/", ".github/workflows/frontdoor.yml", "npx fc-frontdoor check"],
  ["gitlab", ".gitlab-ci.yml", "frontdoor.gitlab-ci.yml", "npx fc-frontdoor check --out"],
])("writes a step for %s, where the folder has %s or it is asked for", (ci, sign, file, step) => {
  for (const [folder, argv] of [
    [folderWith({ [sign]: "" }), []],
    [folderWith({}), ["--ci", ci]],
  ] as const) {
    const { status, out } = runIn(folder, ["init", ...argv]);
    expect(status).toBe(0);
    expect(out).toContain(`wrote ${file}\n`);
    const text = read(folder, file);
    expect(parseDocument(text).errors).toEqual([]);
    expect(text).toContain(step);
  }
});

test("writes no step where none is wanted", () => {
  const folder = folderWith({ ".github/": "" });
  runIn(folder, ["init", "--ci", "none"]);
  expect(existsSync(path.join(folder, ".github/workflows"))).toBe(false);
});

test("leaves what is there as it is", () => {
  const folder = folderWith({ "frontdoor.json": "{}", ".github/workflows/frontdoor.yml": "mine" });
  expect(runIn(folder, ["init"])).toEqual({
    status: 0,
    out: "frontdoor.json is there already: left as it is\n.github/workflows/frontdoor.yml is there already: left as it is\n",
    err: "",
  });
  expect(read(folder, ".github/workflows/frontdoor.yml")).toBe("mine");
  expect(existsSync(path.join(folder, "frontdoor.yaml"))).toBe(false);
});
