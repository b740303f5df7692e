import { readFileSync } from "node:fs";
import * as path from "node:path";
import { RULES } from "../../../lib/rules";
import { folderWith } from "../../support/folder";
import { runIn } from "../run";

const folder = folderWith({});
const page = readFileSync(
  path.join(__dirname, "../../../docs/rules/http-trigger/one-per-qualifier.md"),
  "utf8",
);

describe("the catalogue", () => {
  test("is a line for each rule, with its level, and a count", () => {
    const lines = runIn(folder, ["rules"]).out.trimEnd().split("\n");
    expect(lines).toHaveLength(RULES.length + 2);
    expect(lines[0]).toMatch(
      /^error ! {2}http-trigger\/one-per-qualifier +a version or alias has at most one HTTP trigger$/,
    );
    expect(lines.at(-1)).toBe(`${RULES.length} rules; ! is locked`);
  });

  test("is JSON for a program", () => {
    const { version, rules } = JSON.parse(runIn(folder, ["rules", "--format", "json"]).out);
    expect(version).toBe(1);
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(rules[0]).toEqual({
      id: "http-trigger/one-per-qualifier",
      level: "error",
      locked: true,
      title: "a version or alias has at most one HTTP trigger",
      help: "docs/rules/http-trigger/one-per-qualifier.md",
    });
  });

  test("is a table in Markdown", () => {
    expect(runIn(folder, ["rules", "--format", "markdown"]).out.split("\n")[2]).toBe(
      "| `http-trigger/one-per-qualifier` | error ! | a version or alias has at most one HTTP trigger |",
    );
  });
});

describe("a rule", () => {
  const argv = ["rules", "http-trigger/one-per-qualifier"];

  test("is its page", () => {
    expect(runIn(folder, argv)).toEqual({ status: 0, out: page, err: "" });
    expect(runIn(folder, [...argv, "--format", "markdown"]).out).toBe(page);
  });

  test("is JSON with its page in it", () => {
    const { id, page: text } = JSON.parse(runIn(folder, [...argv, "--format", "json"]).out);
    expect([id, text]).toEqual(["http-trigger/one-per-qualifier", page]);
  });
});

describe("a part of an id", () => {
  test("is enough where one rule ends in it", () => {
    expect(runIn(folder, ["rules", "one-per-qualifier"])).toEqual({
      status: 0,
      out: page,
      err: "",
    });
  });

  test.each([
    ["methods", ["http-trigger/methods", "api-gateway/methods"]],
    ["http-trigger", RULES.map(({ id }) => id).filter((id) => id.startsWith("http-trigger/"))],
  ])("%s lists the rules that have it", (part, ids) => {
    const { status, out } = runIn(folder, ["rules", part]);
    const lines = out.trimEnd().split("\n").slice(0, -2);
    expect(status).toBe(0);
    const found = lines.map((line) => / ([a-z-]+\/\S+) /.exec(line)?.[1]);
    expect(found.sort()).toEqual([...ids].sort());
    expect(out).toMatch(new RegExp(`^${ids.length} rules; ! is locked$`, "m"));
  });

  test("that no rule has is refused", () => {
    const { status, err } = runIn(folder, ["rules", "methds"]);
    expect([status, err]).toEqual([2, expect.stringMatching(/there is no rule methds; /)]);
  });
});

describe("under a policy", () => {
  const pack = `module.exports = { name: "@acme/policy", version: "2.0.0", policy: {
    rules: { "function/logging": "warning" }, locked: ["function/logging"] } };`;
  const policy = `extends: ["@acme/policy"]\nrules:\n  http-trigger/exclusive: off\n`;
  const governed = folderWith({
    "node_modules/@acme/policy/package.json": '{ "main": "index.js" }',
    "node_modules/@acme/policy/index.js": pack,
    "frontdoor.yaml": policy,
    "strict.yaml": "extends: [strict]",
    "broken.yaml": "extends: [./none.js]",
  });

  test("the level that holds is shown, and who locks a rule", () => {
    const { status, out } = runIn(governed, ["rules"]);
    expect(status).toBe(0);
    expect(out).toMatch(/^off +http-trigger\/exclusive .* \(off by the policy, not \w+\)$/m);
    expect(out).toMatch(
      /^warning +function\/logging .* \(warning by the policy, not note; locked by @acme\/policy 2\.0\.0\)$/m,
    );
    expect(out).toContain(`\n${RULES.length} rules under frontdoor.yaml, 1 off; ! is locked\n`);
    expect(runIn(governed, ["rules", "--format", "markdown"]).out).toMatch(
      /^\| `http-trigger\/exclusive` \| off \| .* \(off by the policy, not \w+\) \|$/m,
    );
  });

  test("JSON has the catalogue's level, and what holds", () => {
    const { rules } = JSON.parse(runIn(governed, ["rules", "--format", "json"]).out);
    expect(rules.find(({ id }: { id: string }) => id === "function/logging")).toMatchObject({
      level: "note",
      holds: "warning",
      lockedBy: "@acme/policy 2.0.0",
    });
  });

  test("a strict one raises notes and warnings", () => {
    const { out } = runIn(governed, ["rules", "--policy", "strict.yaml"]);
    expect(out).not.toMatch(/^note/m);
    expect(out).toMatch(/^warning +function\/logging /m);
  });

  test("the page of a rule is as ever, and a line on standard error says what holds", () => {
    const { out, err } = runIn(governed, ["rules", "function/logging"]);
    expect(out).toMatch(/^# function\/logging\n/);
    expect(err).toBe(
      "fc-frontdoor: function/logging (warning by the policy, not note; locked by @acme/policy 2.0.0)\n",
    );
  });

  test("a pack that does not load leaves a gap, and that is said", () => {
    const { status, err } = runIn(governed, ["rules", "--policy", "broken.yaml"]);
    expect(status).toBe(2);
    expect(err).toMatch(
      /^fc-frontdoor: broken\.yaml:1:11: the pack \.\/none\.js: there is no such pack/,
    );
  });
});
