import assert from "node:assert/strict";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install } from "../install.mjs";
import { jsiiEnv } from "../jsii-package.mjs";
import { Failure } from "../main.mjs";
import { at } from "../paths.mjs";
import { run } from "../run.mjs";

const tool = at("tools/package");

/**
 * The public API against that of the last release, by jsii-diff: what worked goes on working. Which
 * release is the last one stands in CHANGELOG.md; it is fetched from the registry.
 */
export const compatible = {
  name: "compatible",
  needsBuild: true,
  run() {
    install(tool);
    const scratch = mkdtempSync(join(tmpdir(), "compatible-"));
    try {
      noticesWhatIsGone(join(scratch, "before"));
      const last = lastRelease();
      if (!last) return { passed: 1, failed: 0, notRun: "nothing is released yet" };
      const { ok, text } = differences(fetched(last, scratch));
      if (!ok) console.error(`since ${last}\n${text}`);
      return { passed: ok ? 2 : 1, failed: ok ? 0 : 1 };
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
};

/** Whether the comparison finds anything: an API that had one method and one value more. */
function noticesWhatIsGone(folder) {
  mkdirSync(folder);
  cpSync(at("package.json"), join(folder, "package.json"));
  symlinkSync(at("node_modules"), join(folder, "node_modules"));
  const assembly = JSON.parse(readFileSync(at(".jsii"), "utf8"));
  const write = () => writeFileSync(join(folder, ".jsii"), JSON.stringify(assembly));
  write();
  assert.ok(differences(folder).ok, "jsii-diff finds a difference where there is none");
  assembly.types["fc-frontdoor.HttpTrigger"].methods.push({ name: "gone" });
  assembly.types["fc-frontdoor.HttpMethod"].members.push({ name: "BREW" });
  write();
  const { ok, text } = differences(folder);
  assert.equal(ok, false);
  assert.match(text, /METHOD fc-frontdoor\.HttpTrigger\.gone: has been removed/);
  assert.match(text, /ENUM VALUE fc-frontdoor\.HttpMethod\.BREW: member BREW has been removed/);
}

function differences(before) {
  const diff = join(tool, "node_modules/jsii-diff/bin/jsii-diff");
  const args = [diff, before, at(".")];
  const { ok, stdout, stderr } = run(process.execPath, args, { env: jsiiEnv, quiet: true });
  return { ok, text: stdout + stderr };
}

/** The newest version that CHANGELOG.md has a section of. */
function lastRelease() {
  return /^## \[(\d[^\]]*)\]/m.exec(readFileSync(at("CHANGELOG.md"), "utf8"))?.[1];
}

/** That release, unpacked. */
function fetched(version, scratch) {
  const { name } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  const options = ["--json", "--pack-destination", scratch];
  const { ok, stdout } = run("npm", ["pack", `${name}@${version}`, ...options], { quiet: true });
  if (!ok) throw new Failure(`${name} ${version}, which CHANGELOG.md names, cannot be fetched`);
  const answer = JSON.parse(stdout);
  const [{ filename }] = Array.isArray(answer) ? answer : Object.values(answer);
  run("tar", ["-xzf", filename], { cwd: scratch });
  symlinkSync(at("node_modules"), join(scratch, "package/node_modules"));
  return join(scratch, "package");
}
