import type { ResourceGraph } from "../graph";

/** A file that was read, so that `verify` can tell later whether it is still the same. */
export interface InputFile {
  /** Relative to the working folder, with forward slashes; `-` for standard input. */
  readonly file: string;
  /** The digest of its bytes, in hexadecimal. */
  readonly sha256: string;
}

/** What one path of the command line came to. */
export interface Input {
  /** The files that were read, metadata from `--synth` included, in order of name. */
  readonly files: readonly InputFile[];
  /** All stacks or modules of it. */
  readonly graph: ResourceGraph;
  /** What its reader should know, a line each: `.tf` files that were not read, no metadata for a plan. */
  readonly remarks: readonly string[];
}
