import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import * as path from "node:path";
import { ReadError } from "./error";
import type { InputFile } from "./input";

/**
 * The most bytes of a file, 128 MiB: what is parsed takes some ten times as much, which is what
 * Node has. 20,000 resources with every argument are 20 MB, as a plan 60 MB.
 */
export const MOST_BYTES = 128 * 1024 * 1024;

/** The bytes of a file, and what a report calls it. */
export interface Source extends InputFile {
  readonly bytes: Buffer;
}

/**
 * Reads a file.
 *
 * @param at its absolute path
 * @param cwd the folder that its name is relative to
 * @throws ReadError where it is not there, or larger than `most` bytes
 */
export function readSource(at: string, cwd: string, most = MOST_BYTES): Source {
  const file = shown(at, cwd);
  const { size } = attempt(file, () => statSync(at));
  if (size > most) refuseSize(file, size, most);
  return sourceOf(
    file,
    attempt(file, () => readFileSync(at)),
    most,
  );
}

/** Bytes that were read already. */
export function sourceOf(file: string, bytes: Buffer, most = MOST_BYTES): Source {
  if (bytes.length > most) refuseSize(file, bytes.length, most);
  return { file, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** A path as a report writes it: relative to the folder in which the work started, with forward slashes. */
export function shown(at: string, cwd: string): string {
  return path.relative(cwd, at).split(path.sep).join("/") || ".";
}

/** What the file system gives; or its error, as a problem of the file. */
export function attempt<T>(file: string, access: () => T): T {
  try {
    return access();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") {
      throw new ReadError({
        file,
        message: "there is no such file or folder",
        fix: "mend the path",
      });
    }
    const message = `it cannot be read (${code})`;
    if (code === "EACCES" || code === "EPERM") {
      throw new ReadError({ file, message, fix: "give this user the right to read it" });
    }
    throw new ReadError({ file, message, fix: "make it a file that can be read" });
  }
}

function refuseSize(file: string, bytes: number, most: number): never {
  throw new ReadError({
    file,
    message: `it has ${megabytes(bytes)}, and the limit is ${megabytes(most)}`,
    fix: "check its stacks or modules one by one",
  });
}

function megabytes(bytes: number): string {
  return `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MiB`;
}
