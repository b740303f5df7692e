import { readFileSync } from "node:fs";
import * as path from "node:path";
import { ResourceGraph } from "../graph";
import { isObject } from "../terraform-json";
import { ReadError } from "./error";
import type { Input } from "./input";
import { type Source, readSource, sourceOf } from "./source";

/** How a path is read. */
export interface ReadOptions {
  /** The folder that paths are relative to. Default: the working folder. */
  readonly cwd?: string;
  /** What `cdktf synth` wrote of the configuration of a plan. Default: `cdktf.out`, where it is there. */
  readonly synth?: string;
  /** Gives what comes on standard input, for the path `-`. Default: reads it. */
  readonly stdin?: () => Buffer;
}

const STANDARD_INPUT = 0;

/**
 * Reads one path of the command line.
 *
 * @param at a file or a folder; `-` is standard input
 * @throws ReadError where there is nothing that can be checked
 */
export function read(at: string, options: ReadOptions = {}): Input {
  const { cwd = process.cwd(), stdin = () => readFileSync(STANDARD_INPUT) } = options;
  const source = at === "-" ? sourceOf("-", stdin()) : readSource(path.resolve(cwd, at), cwd);
  const json = parse(source);
  const { file, sha256 } = source;
  return {
    files: [{ file, sha256 }],
    graph: new ResourceGraph([{ stack: "", json }]),
    remarks: [],
  };
}

function parse({ file, bytes }: Source) {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new ReadError({ file, message: "it is not JSON", fix: "mend the syntax" });
  }
  if (isObject(json)) return json;
  throw new ReadError({
    file,
    message: "it is not a Terraform configuration",
    fix: "give a cdk.tf.json, another .tf.json or a plan",
  });
}
