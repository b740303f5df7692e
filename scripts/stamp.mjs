import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder, in a fixed order; nothing where there is no such folder. */
export function filesIn(folder, matches = () => true) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter(matches)
    .sort();
}

/** One digest over the names and contents of files; one that does not exist counts as empty. */
export function digestOf(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) {
    const content = existsSync(file) ? readFileSync(file) : "";
    hash.update(`\n${file} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/**
 * Makes a folder anew, unless it was made from the same files before.
 * The stamp lies in the folder that it vouches for, so deleting the folder is enough to have it
 * made again; it is written last, so a step that failed half way is repeated.
 * Tells whether the folder was made.
 */
export async function makeFolder(folder, files, make) {
  const stamp = join(folder, ".stamp");
  const digest = digestOf(files);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return false;

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await make(folder);
  writeFileSync(stamp, digest);
  return true;
}
