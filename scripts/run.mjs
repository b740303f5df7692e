import { spawnSync } from "node:child_process";
import { root } from "./paths.mjs";

/**
 * Runs a command and waits for it. Its standard output goes to our standard error, because
 * standard output is for results: `npm test` ends with its count and nothing else.
 */
export function run(command, args, { cwd = root, env = {}, quiet = false } = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", 2, 2],
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  return { ok: status === 0, status, error, stdout: stdout ?? "", stderr: stderr ?? "" };
}

/** Runs one of the development dependencies' own programs. */
export function runBin(name, args, options) {
  return run(process.execPath, [`${root}/node_modules/.bin/${name}`, ...args], options);
}
