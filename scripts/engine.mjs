import { makeOneFile } from "./one-file.mjs";

/**
 * Makes one file of the engine: to find, read and compile three hundred small ones takes longer
 * than to check a thousand triggers.
 */
export function bundleEngine(dist) {
  return makeOneFile(dist, {
    name: "engine",
    folders: ["cli", "facts", "graph", "policy", "report", "rules"],
    entry: "check",
    stays: "cli/bin", // what starts the command, with the `#!` line
  });
}
