import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at } from "../paths.mjs";
import { run } from "../run.mjs";

const KB = 1000;

/** The package as npm would publish it, in a project that has nothing but the peers. */
export const packed = {
  name: "package",
  needsBuild: true,
  run() {
    const scratch = mkdtempSync(join(tmpdir(), "package-"));
    try {
      return count(tests, pack(scratch));
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
      /^(dist\/.*\.(js|d\.ts)|dist\/vendor\/THIRD-PARTY\.txt|docs\/rules\/.*\.md|lib\/policy\/policy\.schema\.json|\.jsii|package\.json|[A-Z]+(\.md)?)$/;
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

  "gives its names to an ES module"({ evaluate }) {
    const code = `
      import { AlicloudProvider } from "fc-frontdoor";
      import { fcv3Trigger } from "fc-frontdoor/alicloud";
      console.log(typeof AlicloudProvider, typeof fcv3Trigger.Fcv3Trigger);`;
    assert.equal(evaluate(code, "module"), "function function");
  },

  "checks where cdktf is not installed"({ project, evaluate }) {
    for (const peer of peers) rmSync(join(project, "node_modules", peer));
    assert.equal(evaluate(`console.log(typeof require("fc-frontdoor/check"))`), "object");
  },
};

const peers = ["cdktf", "constructs"];

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

  const evaluate = (code, type = "commonjs") => {
    const args = [`--input-type=${type}`, "--eval", code];
    const { ok, stdout, stderr } = run(process.execPath, args, { cwd: project, quiet: true });
    assert.ok(ok, stderr);
    return stdout.trim();
  };
  return { project, folder, size, files: files.map(({ path }) => path), evaluate };
}

function count(tests, subject) {
  const result = { passed: 0, failed: 0 };
  for (const [name, test] of Object.entries(tests)) {
    try {
      test(subject);
      result.passed += 1;
    } catch (error) {
      console.error(`the package ${name}: ${error.message}`);
      result.failed += 1;
    }
  }
  return result;
}
