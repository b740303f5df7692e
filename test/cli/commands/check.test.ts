import { readFileSync } from "node:fs";
import * as path from "node:path";
import { folderWith } from "../../support/folder";
import { FINE, OPEN, QUESTION, WRONG, runIn } from "../run";

const inputs = { "fine.json": FINE, "open.json": OPEN, "wrong.json": WRONG, "ask.json": QUESTION };
const json = (out: string) => JSON.parse(out);

describe("the exit status", () => {
  const folder = folderWith(inputs);

  test.each([
    [0, ["fine.json"]],
    [0, ["open.json"]],
    [1, ["wrong.json"]],
    [0, ["ask.json"]],
    [1, ["fine.json", "wrong.json"]],
    [1, ["open.json", "--fail-on", "warning"]],
    [0, ["fine.json", "--fail-on", "note"]],
    [1, ["ask.json", "--strict-undecided"]],
    [2, ["missing.json"]],
    [2, []],
  ])("is %d for %j", (status, argv) => {
    expect(runIn(folder, ["check", ...argv]).status).toBe(status);
  });
});

describe("the report", () => {
  test("goes to standard output as text", () => {
    const folder = folderWith(inputs);
    const { out, err } = runIn(folder, ["check", "wrong.json"]);
    expect(err).toBe("");
    expect(out).toContain("error  http-trigger/methods: ");
    expect(out.trimEnd().split("\n").at(-1)).toMatch(/^1 error, 0 warnings, 0 notes, 0 undecided/);
  });

  test("goes to standard output in the form that is asked for", () => {
    const { out } = runIn(folderWith(inputs), ["check", "wrong.json", "--format", "json"]);
    const { version, summary, inputs: files } = json(out);
    expect([version, summary.errors, files[0].file]).toEqual([1, 1, "wrong.json"]);
    expect(files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is workflow commands under GitHub Actions, and a summary of the step", () => {
    const folder = folderWith({ ...inputs, "summary.md": "before\n" });
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: path.join(folder, "summary.md") };
    const { out } = runIn(folder, ["check", "wrong.json"], { env });
    expect(out).toMatch(/^::error .*http-trigger\/methods/m);
    expect(readFileSync(path.join(folder, "summary.md"), "utf8")).toMatch(
      /^before\n[\s\S]*http-trigger\/methods/,
    );
  });

  test("is also written to files, into folders that are not there yet", () => {
    const folder = folderWith(inputs);
    const argv = ["--out", "json=out/a.json", "--out", "sarif=out/b=1.sarif", "--quiet"];
    runIn(folder, ["check", "wrong.json", ...argv]);
    expect(json(readFileSync(path.join(folder, "out/a.json"), "utf8")).version).toBe(1);
    expect(json(readFileSync(path.join(folder, "out/b=1.sarif"), "utf8")).version).toBe("2.1.0");
  });

  test("cannot be written to a folder, which ends with 2", () => {
    const folder = folderWith({ ...inputs, "out/": "" });
    expect(runIn(folder, ["check", "fine.json", "--out", "json=out"])).toMatchObject({
      status: 2,
      err: "fc-frontdoor: out cannot be written (EISDIR); give a file that can\n",
    });
  });

  test("of several paths is one, with each path once, whatever their order", () => {
    const folder = folderWith(inputs);
    const of = (...paths: string[]) => runIn(folder, ["check", ...paths, "--format", "json"]).out;
    const { summary, inputs: files, findings } = json(of("wrong.json", "open.json"));
    expect([summary.errors, summary.warnings]).toEqual([1, 1]);
    const names = ["open.json", "wrong.json"];
    expect(findings.map(({ input }: { input: string }) => input)).toEqual(names);
    expect(files.map(({ file }: { file: string }) => file)).toEqual(names);
    expect(of("open.json", "wrong.json", "./wrong.json")).toBe(of("wrong.json", "open.json"));
  });

  test("of a path below a file says that there is no such path", () => {
    expect(runIn(folderWith(inputs), ["check", "fine.json/x"])).toEqual({
      status: 2,
      out: "",
      err: "fc-frontdoor: fine.json/x: there is no such file or folder; mend the path\n",
    });
  });

  test("is the same for the same input, byte for byte", () => {
    const folder = folderWith(inputs);
    for (const format of ["text", "json", "sarif", "junit", "github", "markdown", "agent"]) {
      const argv = ["check", "wrong.json", "ask.json", "--format", format];
      expect(runIn(folder, argv).out).toBe(runIn(folder, argv).out);
      expect(runIn(folder, argv).out).not.toBe("");
    }
  });

  test("can be of standard input", () => {
    const { status, out } = runIn(folderWith({}), ["check", "-", "--format", "json"], {
      stdin: WRONG,
    });
    expect([status, json(out).inputs[0].file]).toEqual([1, "-"]);
  });

  test("has colours on a terminal only, and not where they are not wanted", () => {
    const folder = folderWith(inputs);
    const colored = (argv: string[], env = {}, terminal = true) =>
      runIn(folder, ["check", "wrong.json", ...argv], { terminal, env }).out.includes("\u001b[");
    expect(colored([])).toBe(true);
    expect(colored(["--no-color"])).toBe(false);
    expect(colored([], { NO_COLOR: "1" })).toBe(false);
    expect(colored([], { TERM: "dumb" })).toBe(false);
    expect(colored(["--format", "json"])).toBe(false);
    expect(colored([], {}, false)).toBe(false);
    expect(colored([], { FORCE_COLOR: "1" }, false)).toBe(true);
  });
});

describe("of a project in a folder of the repository", () => {
  const trigger = JSON.parse(WRONG).resource.alicloud_fcv3_trigger.http;
  const at = (line: number) => ({ "fc-frontdoor": { location: { file: "main.ts", line } } });
  const twice = {
    ...trigger,
    trigger_config: JSON.stringify({ authType: "function", methods: ["GET"] }),
  };
  const stack = JSON.stringify({
    "//": { metadata: { stackName: "prod" } },
    resource: {
      alicloud_fcv3_trigger: {
        a: { "//": at(1), ...twice },
        b: { "//": at(2), ...twice, trigger_name: "b" },
      },
    },
  });
  const stacks = {
    prod: { constructPath: "prod", synthesizedStackPath: "stacks/prod/cdk.tf.json" },
  };
  const project = (folder: string, out = "cdktf.out") => ({
    [`${folder}/${out}/manifest.json`]: JSON.stringify({ stacks }),
    [`${folder}/${out}/stacks/prod/cdk.tf.json`]: stack,
    [`${folder}/main.ts`]: "first();\nsecond();\n",
  });
  const folder = folderWith({
    ...project("app/infra"),
    ...project("other", "build"),
    "other/cdktf.json": "{}",
    ".git/": "",
  });
  const findingsIn = (cwd: string, argv: readonly string[]) =>
    json(runIn(cwd, ["check", ...argv, "--format", "json"]).out).findings as {
      rule: string;
      location: { file: string };
      related: { location: { file: string } }[];
      fingerprint: string;
    }[];
  const doubled = (cwd: string, argv: readonly string[]) => {
    const found = findingsIn(cwd, argv).find(
      ({ rule }) => rule === "http-trigger/one-per-qualifier",
    )!;
    return [found.location.file, found.related[0].location.file];
  };

  test.each([
    ["", "app/infra/cdktf.out", "app/infra/main.ts"],
    ["", "app/infra/cdktf.out/stacks/prod", "app/infra/main.ts"],
    ["", "app/infra/cdktf.out/stacks/prod/cdk.tf.json", "app/infra/main.ts"],
    ["", "other/build", "other/main.ts"],
    ["app/infra", "cdktf.out", "main.ts"],
    ["app/infra/cdktf.out", ".", "../main.ts"],
  ])("seen from /%s, %s names %s", (cwd, argument, file) => {
    expect(doubled(path.join(folder, cwd), [argument])).toEqual([file, file]);
  });

  test("the fingerprint is the same from everywhere", () => {
    const fingerprints = (cwd: string, argument: string) =>
      findingsIn(path.join(folder, cwd), [argument]).map(({ fingerprint }) => fingerprint);
    expect(fingerprints("", "app/infra/cdktf.out")).toEqual(fingerprints("app/infra", "cdktf.out"));
  });

  test("the code frame shows the line", () => {
    const { out } = runIn(folder, ["check", "app/infra/cdktf.out"]);
    expect(out).toContain("> 2 | second();");
    expect(out).toContain("  at        app/infra/main.ts:2\n");
  });

  test("GitHub is told of files as from the root of the repository", () => {
    const cwd = path.join(folder, "app/infra");
    const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: folder };
    const { out } = runIn(cwd, ["check", "--out", "sarif=a.sarif", "--out", "json=a.json"], {
      env,
    });
    expect(out).toContain("::error file=app/infra/main.ts,line=2,");
    const [{ results, artifacts }] = json(readFileSync(path.join(cwd, "a.sarif"), "utf8")).runs;
    const [{ locations, relatedLocations }] = results.filter(
      ({ ruleId }: { ruleId: string }) => ruleId === "http-trigger/one-per-qualifier",
    );
    for (const { physicalLocation } of [...locations, ...relatedLocations]) {
      expect(physicalLocation.artifactLocation.uri).toBe("app/infra/main.ts");
    }
    expect(artifacts[0].location.uri).toBe("app/infra/cdktf.out/manifest.json");
    expect(json(readFileSync(path.join(cwd, "a.json"), "utf8")).findings[0].location.file).toBe(
      "main.ts",
    );
  });

  test("the root of the repository is only what GitHub Actions says, and the folder is in it", () => {
    const cwd = path.join(folder, "app/infra");
    const elsewhere: readonly Record<string, string>[] = [
      { GITHUB_WORKSPACE: folder },
      { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: path.join(folder, "other") },
      { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: path.join(folder, "none") },
      { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: cwd },
    ];
    for (const env of elsewhere) {
      expect(runIn(cwd, ["check", "--format", "github"], { env }).out).toContain(" file=main.ts,");
    }
  });
});

describe("the code frame", () => {
  const located = (file: string) =>
    JSON.stringify({
      resource: {
        alicloud_fcv3_trigger: {
          http: {
            "//": { "fc-frontdoor": { location: { file, line: 2, column: 3 } } },
            ...JSON.parse(WRONG).resource.alicloud_fcv3_trigger.http,
          },
        },
      },
    });

  test("shows the line of the user's program", () => {
    const folder = folderWith({ "a.json": located("main.ts"), "main.ts": "one\n  two();\n" });
    expect(runIn(folder, ["check", "a.json"]).out).toContain("  two();");
  });

  test("shows no line where a secret stands", () => {
    const config = (secret: string) => ({
      authType: "basic",
      authConfig: { type: "basic", users: [{ username: "ops", password: secret }] },
    });
    const body = (secret: string) => ({
      "//": { "fc-frontdoor": { location: { file: "main.ts", line: 2 } } },
      trigger_type: "http",
      trigger_config: JSON.stringify(config(secret)),
    });
    const json = JSON.stringify({
      resource: { alicloud_fcv3_trigger: { http: body("Pa55w0rd!") } },
    });
    const folder = folderWith({ "a.json": json, "main.ts": "one\n  two('Pa55w0rd!');\n" });
    const { out } = runIn(folder, ["check", "a.json"]);
    expect(out).toContain("http-trigger/inline-secret");
    expect(out).toContain("main.ts:2");
    expect(out).not.toContain("Pa55w0rd!");
  });

  test("shows nothing of a file outside the working folder", () => {
    const outside = folderWith({ "secret.txt": "one\nsecret\n" });
    const file = path.join(outside, "secret.txt");
    const folder = folderWith({ "a.json": located(file), "b.json": located("link.txt") });
    jest.requireActual<typeof import("node:fs")>("node:fs").symlinkSync(file, `${folder}/link.txt`);
    for (const input of ["a.json", "b.json"]) {
      expect(runIn(folder, ["check", input]).out).not.toContain("secret\n");
    }
  });
});

describe("the policy", () => {
  const waived = "rules:\n  http-trigger/methods: off\n";

  test("is found upwards from the path", () => {
    const folder = folderWith({ "app/frontdoor.yaml": waived, "app/out/a.json": WRONG });
    expect(runIn(folder, ["check", "app/out/a.json"]).status).toBe(0);
    expect(runIn(folder, ["check", "app/out"]).status).toBe(2);
  });

  test("can be named", () => {
    const folder = folderWith({ "other.yaml": waived, "a.json": WRONG });
    expect(runIn(folder, ["check", "a.json", "--policy", "other.yaml"]).status).toBe(0);
    expect(runIn(folder, ["check", "a.json", "--policy", "none.yaml"])).toEqual({
      status: 2,
      out: "",
      err: "fc-frontdoor: none.yaml: it cannot be read (ENOENT); make it a file that can be read\n",
    });
  });

  test("that is wrong ends with 2 and its problems, a line each", () => {
    const folder = folderWith({ "frontdoor.yaml": "rule: {}\nwaivers: 1\n", "a.json": FINE });
    const { status, err } = runIn(folder, ["check", "a.json"]);
    expect(status).toBe(2);
    expect(err.split("\n")).toEqual([
      expect.stringMatching(/^fc-frontdoor: frontdoor.yaml:1:1: /),
      expect.stringMatching(/^fc-frontdoor: frontdoor.yaml:2:10: /),
      "",
    ]);
  });

  test("whose pack cannot be loaded ends with 2, and the place of its name", () => {
    const folder = folderWith({ "frontdoor.yaml": "extends: [./none.js]\n", "a.json": FINE });
    expect(runIn(folder, ["check", "a.json"])).toMatchObject({
      status: 2,
      err: "fc-frontdoor: frontdoor.yaml:1:11: the pack ./none.js: there is no such pack; correct the path\n",
    });
  });

  test("of which there are two in a folder is named as seen from the working folder", () => {
    const folder = folderWith({ "frontdoor.yaml": "", "frontdoor.json": "{}", "app/a.json": FINE });
    expect(runIn(folder, ["check", "app/a.json"])).toEqual({
      status: 2,
      out: "",
      err: "fc-frontdoor: frontdoor.yaml: there is frontdoor.json beside it; keep one of them\n",
    });
  });

  test("of two paths that have different ones is to be chosen", () => {
    const folder = folderWith({
      ".git/": "",
      "a/frontdoor.yaml": waived,
      "a/a.json": WRONG,
      "b/b.json": WRONG,
    });
    expect(runIn(folder, ["check", "a/a.json", "b/b.json"])).toMatchObject({
      status: 2,
      err: "fc-frontdoor: the paths have different policies (a/frontdoor.yaml, none); check them one by one, or choose one with --policy\n",
    });
  });
});

describe("the baseline", () => {
  const folder = folderWith({ ...inputs, "copy.json": WRONG });
  const { status, err } = runIn(folder, ["check", "wrong.json", "--write-baseline", "known.json"]);

  test("is written with 0", () => {
    expect([status, err]).toEqual([0, "fc-frontdoor: wrote 1 finding to known.json\n"]);
  });

  test("lets what it knows pass, and nothing else", () => {
    const argv = ["--baseline", "known.json", "--format", "json"];
    const known = runIn(folder, ["check", "wrong.json", ...argv]);
    expect(known.status).toBe(0);
    expect(json(known.out).findings[0].status).toBe("baseline");
    expect(runIn(folder, ["check", "wrong.json", "copy.json", ...argv]).status).toBe(1);
  });

  test("says how many of its entries no longer occur", () => {
    const argv = (file: string) => ["check", file, "--baseline", "known.json"];
    const fix = "write it again with --write-baseline known.json";
    expect(runIn(folder, argv("wrong.json")).err).toBe("");
    expect(runIn(folder, argv("fine.json")).err).toBe(
      `fc-frontdoor: 1 entry of known.json no longer occurs; ${fix}\n`,
    );
    runIn(folder, ["check", "wrong.json", "ask.json", "--write-baseline", "more.json"]);
    const { err } = runIn(folder, ["check", "fine.json", "--baseline", "more.json"]);
    expect(err).toMatch(/: [2-9] entries of more\.json no longer occur; /);
    const again = [...argv("fine.json"), "--write-baseline", "again.json"];
    expect(runIn(folder, again).err).toBe("fc-frontdoor: wrote 0 findings to again.json\n");
  });

  test.each([
    ["none.json", "none.json cannot be read (ENOENT)"],
    ["fine.json", "fine.json: it is no baseline"],
    ["text.txt", "text.txt is not JSON"],
  ])("%s is refused", (file, message) => {
    const at = folderWith({ ...inputs, "text.txt": "text" });
    const run = runIn(at, ["check", "fine.json", "--baseline", file]);
    const fix = `write it with --write-baseline ${file}`;
    expect(run).toEqual({ status: 2, out: "", err: `fc-frontdoor: ${message}; ${fix}\n` });
  });
});

test("--date is today for ends of waivers", () => {
  const waiver = `waivers:\n  - rule: http-trigger/methods\n    reason: legacy\n    expires: 2026-12-01\n`;
  const folder = folderWith({ "frontdoor.yaml": waiver, "a.json": WRONG });
  expect(runIn(folder, ["check", "a.json"]).status).toBe(0);
  expect(runIn(folder, ["check", "a.json", "--date", "2026-12-02"]).status).toBe(1);
});
