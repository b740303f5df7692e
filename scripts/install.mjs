import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./main.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

/**
 * Installs what a folder's lock file names, unless that has been done since the lock file changed.
 * npm writes node_modules/.package-lock.json at the end of every install.
 */
export function install(folder = root) {
  const lock = join(folder, "package-lock.json");
  const installed = join(folder, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;

  // The level is for `npm test --silent`, which would have this npm keep its errors to itself too.
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const { ok } = run("npm", args, { cwd: folder });
  if (!ok) throw new Failure(`npm ci failed in ${folder}`);
}
