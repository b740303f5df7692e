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

test("writes both steps where the repository has both", () => {
  const folder = folderWith({ ".github/": "", ".gitlab-ci.yml": "" });
  const { out } = runIn(folder, ["init"]);
  expect(out).toContain("wrote .github/workflows/frontdoor.yml\n");
  expect(out).toContain("wrote frontdoor.gitlab-ci.yml\n");
});

describe("the step", () => {
  const stepsOf = (files: Record<string, string>, ci: string, file: string) => {
    const folder = folderWith(files);
    const { out } = runIn(folder, ["init", "--ci", ci]);
    const text = read(folder, file);
    expect(parseDocument(text).errors).toEqual([]);
    return { out, text };
  };
  const github = (files: Record<string, string>) =>
    stepsOf(files, "github", ".github/workflows/frontdoor.yml");
  const commands = (text: string) => [...text.matchAll(/^ +- run: (.*)$/gm)].map(([, run]) => run);
  const pinned = expect.stringMatching(/^npm install --no-save fc-frontdoor@\d+\.\d+\.\d+/);
  const plan = [
    "terraform init -input=false",
    "terraform plan -input=false -out tfplan",
    "terraform show -json tfplan > plan.json",
    "npx fc-frontdoor check plan.json",
  ];
  const lock = { "package.json": "{}", "package-lock.json": "{}" };

  test.each([
    [
      "of cdktf",
      { "cdktf.json": "{}", ...lock },
      ["npm ci", "npx cdktf synth", "npx fc-frontdoor check"],
    ],
    [
      "without a lock file",
      { "cdktf.json": "{}", "package.json": "{}" },
      ["npm install", "npx cdktf synth", "npx fc-frontdoor check"],
    ],
    ["of HCL", { "main.tf": "" }, [pinned, ...plan]],
    ["of HCL and JSON", { "main.tf": "", "more.tf.json": "{}", ...lock }, ["npm ci", ...plan]],
    ["of JSON", { "main.tf.json": "{}" }, [pinned, "npx fc-frontdoor check ."]],
  ])("for a project %s", (_, files, expected) => {
    const { text, out } = github(files);
    expect(commands(text)).toEqual(expected);
    expect(text.includes("cache: npm")).toBe("package-lock.json" in files);
    expect(text.includes("terraform_wrapper: false")).toBe("main.tf" in files);
    expect(out).not.toContain("there is neither");
    const job = stepsOf(files, "gitlab", "frontdoor.gitlab-ci.yml").text;
    for (const command of commands(text)) expect(job).toContain(`    - ${command}`);
  });

  test("for what cannot be told is that of cdktf, and that is said", () => {
    const { out, text } = github({});
    expect(commands(text)).toContain("npx cdktf synth");
    expect(out).toContain("there is neither a cdktf.json nor Terraform here");
  });
});

describe("in a folder of a repository", () => {
  test("the policy above holds, and no other is written", () => {
    const folder = folderWith({ ".git/": "", "frontdoor.yaml": "rules: {}", "app/infra/": "" });
    expect(runIn(path.join(folder, "app/infra"), ["init"])).toEqual({
      status: 0,
      out: "../../frontdoor.yaml holds here too: no other policy is written\n",
      err: "",
    });
    expect(existsSync(path.join(folder, "app/infra/frontdoor.yaml"))).toBe(false);
  });

  test("the workflow is written where GitHub looks for it, and works in the folder", () => {
    const files = { ".git/": "", ".github/": "", ".gitlab-ci.yml": "" };
    const own = { "app/in fra/cdktf.json": "{}", "app/in fra/package-lock.json": "{}" };
    const folder = folderWith({ ...files, ...own });
    const { out } = runIn(path.join(folder, "app/in fra"), ["init"]);
    expect(out).toBe(
      [
        "wrote frontdoor.yaml",
        "wrote ../../.github/workflows/frontdoor-app-in-fra.yml",
        "wrote frontdoor.gitlab-ci.yml",
        'add to .gitlab-ci.yml: include: [{ local: "app/in fra/frontdoor.gitlab-ci.yml" }]',
        "",
      ].join("\n"),
    );
    const workflow = read(folder, ".github/workflows/frontdoor-app-in-fra.yml");
    expect(parseDocument(workflow).errors).toEqual([]);
    expect(workflow).toContain('        working-directory: "app/in fra"\n');
    expect(workflow).toContain('cache-dependency-path: "app/in fra/package-lock.json"\n');
    const job = read(folder, "app/in fra/frontdoor.gitlab-ci.yml");
    expect(parseDocument(job).errors).toEqual([]);
    expect(job).toContain(`    - "cd 'app/in fra'"\n`);
    expect(job).toContain('      junit: "app/in fra/frontdoor.xml"\n');
  });
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
