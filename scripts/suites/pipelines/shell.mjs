import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";

/** What is set where a pipeline runs, and what this machine has that a runner does not. */
const inherited = Object.entries(process.env).filter(
  ([name]) => !/^(npm_|CI$|CI_|GITHUB_|GITLAB_|TF_|FORCE_COLOR|NO_COLOR)/i.test(name),
);
const plain = {
  ...Object.fromEntries(inherited),
  CI: "true",
  CHECKPOINT_DISABLE: "1",
  npm_config_loglevel: "error",
  npm_config_offline: "true", // npx finds what is installed, or nothing
};

/** A test that only runs where there is a tool. */
export const needs = (tool, run) => ({ tool, run });

/** Whether a program is on the PATH. */
export const has = (tool) => {
  const args = { bash: ["--version"], git: ["--version"] }[tool] ?? ["version"];
  return spawnSync(tool, args, { env: plain }).status === 0;
};

/** Runs a script as a runner does, and gives its exit status and all that it printed. */
export function runScript(script, { cwd, shell = ["bash", "-e"], env = {}, path = [] }) {
  const [command, ...options] = shell;
  const PATH = [...path, process.env.PATH].join(":");
  return new Promise((resolve) => {
    const settings = { cwd, env: { ...plain, ...env, PATH }, maxBuffer: 64 << 20 };
    execFile(command, [...options, "-c", script], settings, (error, stdout, stderr) => {
      resolve({ status: error ? (error.code ?? 1) : 0, says: stdout + stderr });
    });
  });
}

/** Whether a shell can read a script; it does not run it. */
export function assertReadable(script, shell = "bash") {
  const { status, stderr } = spawnSync(shell, ["-n"], { input: script, encoding: "utf8" });
  assert.equal(status, 0, `${stderr}\nof\n${script}`);
}

/** The lines of a script that say what ends soon: the same on each platform. */
export function endsScript(script) {
  const lines = script.split("\n");
  return lines.slice(lines.findIndex((line) => line.startsWith("day="))).join("\n");
}
