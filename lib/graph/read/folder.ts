import { existsSync } from "node:fs";
import * as path from "node:path";
import type { Configuration } from "./configuration";
import { ReadError } from "./error";
import type { Files } from "./files";
import { type Listing, list, readModule } from "./module-folder";
import { shown } from "./source";
import { hasManifest, readStacks } from "./stacks";
import { SHOW } from "./text";

/**
 * Reads a folder: what `cdktf synth` wrote, all its stacks, or the `.tf.json` files of one module.
 *
 * @param at its absolute path
 * @throws ReadError where there is nothing in it that can be checked
 */
export function readFolder(at: string, files: Files): readonly Configuration[] {
  const listing = list(at, files);
  if (listing.files.length > 0) return [readModule(at, listing, files)];
  if (hasManifest(at)) return readStacks(at, files);
  throw new ReadError({ file: shown(at, files.cwd), ...emptiness(at, listing, files) });
}

/** Why there is nothing to check in a folder. */
function emptiness(
  at: string,
  { overrides, unread, folders }: Listing,
  files: Files,
): { readonly message: string; readonly fix: string } {
  const beside = (name: string): string => shown(path.join(at, name), files.cwd);
  if (overrides.length > 0) {
    const message = `there is nothing that ${overrides[0]} can override`;
    return { message, fix: "declare it in another file, or rename this one" };
  }
  if (unread.some((name) => /\.tf$|\.tofu/.test(name))) {
    return { message: "it is written in HCL, which is not read", fix: `check a plan: ${SHOW}` };
  }
  if (folders.includes("stacks") || path.basename(at) === "cdktf.out") {
    const message = "it has no manifest.json: nothing was synthesised, or the synthesis failed";
    return { message, fix: "run cdktf synth, and mend what it reports" };
  }
  if (folders.some((name) => existsSync(path.join(at, name, "cdk.tf.json")))) {
    const message = "it has stacks, and no manifest that says how they belong together";
    return { message, fix: `give ${beside("..")}, where the manifest is, or one stack` };
  }
  if (folders.includes("cdktf.out")) {
    return { message: "it has no .tf.json file", fix: `give ${beside("cdktf.out")}` };
  }
  const message = "there is no Terraform JSON in it";
  return { message, fix: "give a folder with .tf.json files, cdktf.out, or a plan" };
}
