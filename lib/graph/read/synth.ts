import { statSync } from "node:fs";
import * as path from "node:path";
import { ResourceGraph } from "../graph";
import { configurationOf } from "./configuration";
import { ReadError } from "./error";
import type { Files } from "./files";
import { readFolder } from "./folder";
import { projectOf } from "./project";
import { attempt, shown } from "./source";
import { hasManifest } from "./stacks";

/** Where `cdktf synth` writes. */
const DEFAULT = "cdktf.out";

/** What `cdktf synth` wrote of the configuration of a plan. */
export interface Synth {
  /** Undefined where there is none. */
  readonly graph?: ResourceGraph;
  readonly remarks: readonly string[];
}

/**
 * Reads what `cdktf synth` wrote of the configuration of a plan, for its metadata.
 *
 * @param at a folder or a file; undefined for `cdktf.out`, which need not be there
 * @throws ReadError where it is named, and is no configuration
 */
export function readSynth(at: string | undefined, files: Files): Synth {
  if (at !== undefined) return graphOf(path.resolve(files.cwd, at), files);
  const folder = path.resolve(files.cwd, DEFAULT);
  if (!hasManifest(folder)) return { remarks: [] };
  try {
    return graphOf(folder, files);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { remarks: [`no metadata out of ${DEFAULT}: ${error.message}`] };
  }
}

function graphOf(at: string, files: Files): Synth {
  const isFolder = attempt(shown(at, files.cwd), () => statSync(at)).isDirectory();
  const read = isFolder
    ? readFolder(at, files)
    : [configurationOf({ files: [files.json(at)], project: projectOf(at, files.cwd) })];
  return {
    graph: new ResourceGraph(read.map(({ document }) => document)),
    remarks: read.flatMap(({ remarks }) => remarks),
  };
}
