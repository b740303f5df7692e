import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at } from "../paths.mjs";
import { run } from "../run.mjs";
import { sbom } from "./package-sbom.mjs";
import { prepareTypes, types } from "./package-types.mjs";

const KB = 1000;

/** The package as npm would publish it, in a project that has nothing but the peers. */
export const packed = {
  name: "package",
  needsBuild: true,
  async run() {
    prepareTypes();
    const scratch = mkdtempSync(join(tmpdir(), "package-"));
    try {
      return await count(tests, pack(scratch));
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
};

const tests = {
  "is at most 500 kB"({ size }) {
    assert.ok(size <= 500 * KB, `${Math.ceil(size / KB)} kB`);
  },

  "holds what runs, what types it, and what is to be read"({ files }) {
    const shipped =
      /^(dist\/.*\.(js|d\.ts)|dist\/vendor\/(THIRD-PARTY\.txt|sbom\.cdx\.json)|dist\/pages\.br|lib\/policy\/policy\.schema\.json|\.jsii|package\.json|[A-Z]+(\.md)?)$/;
    assert.deepEqual(
      files.filter((file) => !shipped.test(file)),
      [],
    );
  },

  "has every entry that it names"({ files }) {
    const { exports } = JSON.parse(readFileSync(at("package.json"), "utf8"));
    const targets = Object.values(exports).flatMap((entry) =>
      typeof entry === "string" ? entry : Object.values(entry),
    );
    assert.deepEqual(
      targets.filter((target) => !files.includes(target.slice(2))),
      [],
    );
  },

  "maps no source"({ folder, files }) {
    const mapped = files.filter((file) =>
      /^\/\/# sourceMappingURL/m.test(readFileSync(join(folder, file), "utf8")),
    );
    assert.deepEqual(mapped, []);
  },

  ...sbom,
  ...types,

  "loads no binding before one is asked for"({ evaluate }) {
    const loaded = evaluate(`
      require("fc-frontdoor");
      require("fc-frontdoor/alicloud");
      const bindings = () => Object.keys(require.cache).filter((file) => /alicloud.[^.]/.test(file));
      const before = bindings().length;
      require("fc-frontdoor").AlicloudProvider;
      console.log(before, bindings().length);`);
    assert.equal(loaded, "1 2"); // the first is alicloud/index.js
  },

  "keeps the name of every class, and tells jsii"({ evaluate }) {
    const { types } = JSON.parse(readFileSync(at(".jsii"), "utf8"));
    const classes = Object.values(types).filter(({ kind }) => kind === "class");
    const named = evaluate(`
      const all = Object.entries(require("fc-frontdoor"));
      const fqnOf = (value) => value[Symbol.for("jsii.rtti")]?.fqn;
      const named = all.filter(
        ([name, value]) => value.name === name && fqnOf(value) === "fc-frontdoor." + name,
      );
      console.log(named.map(([name]) => name).sort().join(" "));`);
    assert.equal(
      named,
      classes
        .map(({ name }) => name)
        .sort()
        .join(" "),
    );
  },

  "gives its names to an ES module"({ evaluate }) {
    const code = `
      import { AlicloudProvider } from "fc-frontdoor";
      import { fcv3Trigger } from "fc-frontdoor/alicloud";
      console.log(typeof AlicloudProvider, typeof fcv3Trigger.Fcv3Trigger);`;
    assert.equal(evaluate(code, "module"), "function function");
  },

  "has a command that can be run"({ folder }) {
    const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const text = readFileSync(join(folder, bin["fc-frontdoor"]), "utf8");
    assert.match(text, /^#!\/usr\/bin\/env node\n/);
  },

  "shows the page of every rule"({ command }) {
    const { rules } = JSON.parse(command(["rules", "--format", "json"]).stdout);
    for (const { id } of [rules[0], rules.at(-1)]) {
      const page = readFileSync(at("docs/rules", `${id}.md`), "utf8");
      assert.deepEqual(command(["rules", id]), { status: 0, stdout: page, stderr: "" });
    }
  },

  "checks where cdktf is not installed"({ project, evaluate, command }) {
    for (const peer of peers) rmSync(join(project, "node_modules", peer));
    assert.equal(evaluate(`console.log(typeof require("fc-frontdoor/check"))`), "object");
    assert.equal(command(["check", "right.tf.json"]).status, 0);
  },

  "answers with 0 where nothing fails, 1 for findings, 2 for what it cannot read"({ command }) {
    const status = (...args) => command(["check", ...args]).status;
    assert.equal(status("right.tf.json"), 0);
    assert.equal(status("wrong.tf.json"), 1);
    assert.equal(status("wrong.tf.json", "--write-baseline", "known.json"), 0);
    assert.equal(status("wrong.tf.json", "--baseline", "known.json"), 0);
    assert.equal(status("undecided.tf.json"), 0);
    assert.equal(status("undecided.tf.json", "--strict-undecided"), 1);
    assert.equal(status("broken.tf.json"), 2);
    assert.equal(status("none.tf.json"), 2);
    assert.equal(status("right.tf.json", "--fromat", "json"), 2);
    assert.equal(command([]).status, 2);
    assert.equal(command(["--version"]).status, 0);
    assert.equal(command(["check", "-"], broken).status, 2);
    assert.equal(command(["check", "-"], trigger([])).status, 1);
  },

  "ends with one line, not with a stack, where standard output is full or closed"({ project }) {
    const shell = (line) => spawnSync("sh", ["-c", line], { cwd: project, encoding: "utf8" });
    const run = `"${process.execPath}" node_modules/fc-frontdoor/dist/cli/bin.js`;
    assert.equal(shell(`${run} rules | head -n 1 > first.txt`).stderr, "");
    if (!existsSync("/dev/full")) return;
    const { status, stderr } = shell(`${run} rules > /dev/full`);
    assert.equal(status, 2);
    assert.match(stderr, /^fc-frontdoor: [^\n]+\n$/);
  },
};

const peers = ["cdktf", "constructs"];

/** Terraform JSON of one trigger with these methods. */
const trigger = (methods) =>
  JSON.stringify({
    terraform: {
      required_providers: { alicloud: { source: "aliyun/alicloud", version: ">= 1.289.0" } },
    },
    variable: { method: { type: "string" } },
    resource: {
      alicloud_fcv3_trigger: {
        http: {
          function_name: "orders",
          qualifier: "LATEST",
          trigger_name: "http",
          trigger_type: "http",
          trigger_config: JSON.stringify({
            authType: "function",
            disableURLInternet: false,
            methods,
          }),
        },
      },
    },
  });
const broken = "{ not json";

function pack(project) {
  const { stdout } = run("npm", ["pack", "--json", "--pack-destination", project], { quiet: true });
  const answer = JSON.parse(stdout);
  const [{ filename, size, files }] = Array.isArray(answer) ? answer : Object.values(answer);

  mkdirSync(join(project, "node_modules"));
  run("tar", ["-xzf", filename], { cwd: project });
  const folder = join(project, "node_modules/fc-frontdoor");
  renameSync(join(project, "package"), folder);
  for (const peer of peers) {
    symlinkSync(at("node_modules", peer), join(project, "node_modules", peer));
  }

  const inputs = { right: ["GET"], wrong: [], undecided: ["${var.method}"] };
  for (const [name, methods] of Object.entries(inputs)) {
    writeFileSync(join(project, `${name}.tf.json`), trigger(methods));
  }
  writeFileSync(join(project, "broken.tf.json"), broken);

  const bin = join(folder, "dist/cli/bin.js");
  const command = (args, input = "") => {
    const options = { cwd: project, encoding: "utf8", input };
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], options);
    return { status, stdout, stderr };
  };
  const evaluate = (code, type = "commonjs") => {
    const args = [`--input-type=${type}`, "--eval", code];
    const { ok, stdout, stderr } = run(process.execPath, args, { cwd: project, quiet: true });
    assert.ok(ok, stderr);
    return stdout.trim();
  };
  const tarball = join(project, filename);
  return {
    project,
    folder,
    tarball,
    size,
    files: files.map(({ path }) => path),
    evaluate,
    command,
  };
}

async function count(tests, subject) {
  const result = { passed: 0, failed: 0 };
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test(subject);
      result.passed += 1;
    } catch (error) {
      console.error(`the package ${name}: ${error.message}`);
      result.failed += 1;
    }
  }
  return result;
}
