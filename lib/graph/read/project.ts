import { existsSync } from "node:fs";
import * as path from "node:path";
import { shown } from "./source";

/** Where `cdktf synth` writes, in the project's folder, where nothing else is said. */
const OUTPUT = "cdktf.out";

/**
 * The folder of the project that wrote a configuration, which the locations in its metadata are
 * relative to: the nearest one upwards with a `cdktf.json`, in the same repository, else the one that
 * holds `cdktf.out`.
 *
 * @param at the absolute path of the configuration, a file or a folder
 * @param cwd the folder that the result is relative to
 * @returns undefined where it cannot be told
 */
export function projectOf(at: string, cwd: string): string | undefined {
  let holder: string | undefined;
  for (let folder = at; ; folder = path.dirname(folder)) {
    const parent = path.dirname(folder);
    if (existsSync(path.join(folder, "cdktf.json"))) return shown(folder, cwd);
    if (path.basename(folder) === OUTPUT) holder ??= parent;
    if (parent === folder || existsSync(path.join(folder, ".git"))) break;
  }
  return holder && shown(holder, cwd);
}
