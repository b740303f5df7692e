import { existsSync, statSync } from "node:fs";
import * as path from "node:path";
import { isObject } from "../terraform-json";
import type { Configuration } from "./configuration";
import { ReadError } from "./error";
import type { Files } from "./files";
import { list, readModule } from "./module-folder";
import { attempt, shown } from "./source";
import { SHOW } from "./text";

/** What `cdktf synth` leaves in its folder when all went well. */
const MANIFEST = "manifest.json";

/** A stack in the manifest. */
interface Entry {
  readonly name: string;
  readonly constructPath: string;
  readonly synthesizedStackPath: string;
}

/** Whether a folder has a manifest. */
export function hasManifest(at: string): boolean {
  return existsSync(path.join(at, MANIFEST));
}

/**
 * Reads the stacks that a manifest names.
 *
 * @param at the folder of the manifest, `cdktf.out`
 * @throws ReadError where it names none, or one that cannot be read
 */
export function readStacks(at: string, files: Files): readonly Configuration[] {
  const entries = entriesOf(at, files);
  const counts = new Map<string, number>();
  for (const { name } of entries) counts.set(name, (counts.get(name) ?? 0) + 1);
  return entries.map((entry) => {
    const { document, remarks } = readStack(at, entry, files);
    const { name, constructPath } = entry;
    // As synth calls them.
    const stack = counts.get(name) === 1 ? name : constructPath;
    return { document: { ...document, stack, path: constructPath }, remarks };
  });
}

function entriesOf(at: string, files: Files): readonly Entry[] {
  const { file, json } = files.json(path.join(at, MANIFEST));
  const stacks = isObject(json) ? json.stacks : undefined;
  if (!isObject(stacks)) {
    const message = "it is no manifest of cdktf: it has no stacks";
    throw new ReadError({ file, message, fix: "give a folder that cdktf synth wrote" });
  }
  const entries = Object.entries(stacks).map(([key, entry]) => {
    const { name = key, constructPath = name, synthesizedStackPath } = isObject(entry) ? entry : {};
    if (
      typeof name !== "string" ||
      typeof constructPath !== "string" ||
      typeof synthesizedStackPath !== "string"
    ) {
      const message = `it does not say of the stack ${JSON.stringify(key)} where it is written`;
      throw new ReadError({ file, message, fix: "run cdktf synth again" });
    }
    // On Windows it is written with backslashes.
    return {
      name,
      constructPath,
      synthesizedStackPath: synthesizedStackPath.replaceAll("\\", "/"),
    };
  });
  if (entries.length === 0) {
    throw new ReadError({
      file,
      message: "it names no stack",
      fix: "give the folder of an app with stacks",
    });
  }
  return entries;
}

/** A folder that may not be entered is another matter than one without the file. */
function isThere(at: string, file: string): boolean {
  return attempt(file, () => statSync(at, { throwIfNoEntry: false })) !== undefined;
}

function readStack(at: string, entry: Entry, files: Files): Configuration {
  const written = path.resolve(at, entry.synthesizedStackPath);
  const file = shown(written, files.cwd);
  if (written.endsWith(".tf")) {
    const message = `the stack ${entry.name} is written in HCL, which is not read`;
    throw new ReadError({ file, message, fix: `synthesise it as JSON, or check a plan: ${SHOW}` });
  }
  if (!isThere(written, file)) {
    const message = `the stack ${entry.name} of the manifest is not there`;
    throw new ReadError({ file, message, fix: "run cdktf synth again" });
  }
  const folder = path.dirname(written);
  const listing = list(folder, files);
  const name = path.basename(written);
  const isListed = listing.files.includes(name);
  return readModule(
    folder,
    isListed ? listing : { ...listing, files: [name, ...listing.files] },
    files,
  );
}
