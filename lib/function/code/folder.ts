import { createHash } from "node:crypto";
import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import * as path from "node:path";
import type { Packager } from "./local";
import { projectPath } from "./project-path";

/** A file of a folder: its path in it with forward slashes, and its bytes. */
type Entry = readonly [name: string, content: Uint8Array];

/** A local folder, zipped. */
export function folderPackage(given: string, exclude: readonly string[] = []): Packager {
  return (scope, at) => {
    const problem = (got: string, fix: string) => [
      { at: `${at}.path`, got, expected: "a folder with the function's code", fix },
    ];
    if (typeof given !== "string") return problem("no text", "write the path of the folder");
    const folder = projectPath(scope, given);
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      return problem(
        `${JSON.stringify(given)}, which is no folder`,
        "build the code first, or correct the path",
      );
    }
    const entries = readFolder(folder, exclude);
    if (entries.length === 0) {
      return problem(`${JSON.stringify(given)}, in which there is no file`, "build the code first");
    }
    return { zip: zipped(entries), digest: digestOf(entries) };
  };
}

/** All files below a folder, in the order of their names' characters. Links are followed. */
function readFolder(root: string, exclude: readonly string[]): readonly Entry[] {
  const isExcluded = matcher(exclude);
  const entries: Entry[] = [];
  const walk = (folder: string, prefix: string, above: readonly string[]): void => {
    const real = realpathSync(folder);
    if (above.includes(real)) return;
    for (const child of readdirSync(folder)) {
      const name = prefix + child;
      if (isExcluded(name)) continue;
      const file = path.join(folder, child);
      const stat = statSync(file, { throwIfNoEntry: false });
      if (stat?.isDirectory()) walk(file, `${name}/`, [...above, real]);
      else if (stat?.isFile()) entries.push([name, readFileSync(file)]);
    }
  };
  walk(root, "", []);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

function matcher(patterns: readonly string[]): (name: string) => boolean {
  if (patterns.length === 0) return () => false;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded where it is needed
  const { picomatch } = require("../../vendor/glob") as typeof import("../../vendor/glob");
  return picomatch(patterns as string[], { dot: true });
}

/** Of the content, not of the zip file: another compressor does not make it another one. */
function digestOf(entries: readonly Entry[]): string {
  const hash = createHash("sha256");
  for (const [name, content] of entries) {
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** Nothing of the machine gets into the zip file: one date, one mode, one order. */
function zipped(entries: readonly Entry[]): Uint8Array {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded where it is needed
  const { zipSync } = require("../../vendor/zip") as typeof import("../../vendor/zip");
  const UNIX = 3;
  const attributes = {
    os: UNIX,
    attrs: (0o100755 << 16) >>> 0,
    mtime: new Date(1980, 0, 1), // written in local time, so the same in every zone
  };
  return zipSync(
    Object.fromEntries(entries.map(([name, content]) => [name, [content, attributes]])),
  );
}
