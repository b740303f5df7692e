import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./main.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

/**
 * Installs what a folder's lock file names, unless that has been done since the lock file changed.
 * npm writes node_modules/.package-lock.json at the end of every install.
 */
export function install(folder = root, flags = []) {
  const lock = join(folder, "package-lock.json");
  const installed = join(folder, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;

  const { ok } = run("npm", ["ci", "--no-audit", "--no-fund", ...flags], { cwd: folder });
  if (!ok) throw new Failure(`npm ci failed in ${folder}`);
}
