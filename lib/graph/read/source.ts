import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { ReadError } from "./error";
import type { InputFile } from "./input";

/** The bytes of a file, and what a report calls it. */
export interface Source extends InputFile {
  readonly bytes: Buffer;
}

/** Reads a file of the folder in which the work started. */
export function readSource(at: string, cwd: string): Source {
  const file = shown(at, cwd);
  return sourceOf(file, contentOf(at, file));
}

/** Bytes that were read already. */
export function sourceOf(file: string, bytes: Buffer): Source {
  return { file, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** A path as a report writes it: relative to the folder in which the work started, with forward slashes. */
export function shown(at: string, cwd: string): string {
  return path.relative(cwd, at).split(path.sep).join("/") || ".";
}

function contentOf(at: string, file: string): Buffer {
  try {
    return readFileSync(at);
  } catch (error) {
    const message = `it cannot be read (${(error as NodeJS.ErrnoException).code})`;
    throw new ReadError({ file, message, fix: "make it a file that can be read" });
  }
}
