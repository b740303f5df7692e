import { makeOneFile } from "./one-file.mjs";

/** What the engine is made of. */
export const ENGINE = ["cli", "facts", "graph", "policy", "report", "rules"];

/**
 * Makes one file of the engine: to find, read and compile three hundred small ones takes longer
 * than to check a thousand triggers.
 */
export function bundleEngine(dist) {
  return makeOneFile(dist, {
    name: "engine",
    folders: ENGINE,
    entry: "check",
    stays: "cli/bin", // what starts the command, with the `#!` line
  });
}
