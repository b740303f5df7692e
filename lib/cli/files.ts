import { appendFileSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import type { Io } from "./io";
import { UsageError } from "./usage-error";

/**
 * Writes a file, and the folders that it needs.
 *
 * @throws UsageError where that cannot be done
 */
export function writeTo(
  file: string,
  text: string,
  cwd: string,
  write: (file: string, text: string) => void = writeFileSync,
): void {
  const at = path.resolve(cwd, file);
  try {
    mkdirSync(path.dirname(at), { recursive: true });
    write(at, text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${codeOf(error)}); give a file that can`);
  }
}

/**
 * Writes at the end of a file.
 *
 * @throws UsageError where that cannot be done
 */
export function appendTo(file: string, text: string, cwd: string): void {
  writeTo(file, text, cwd, appendFileSync);
}

/**
 * Reads a JSON file that the command line names.
 *
 * @throws UsageError where there is none, or it is not JSON
 */
export function readJson(file: string, cwd: string, fix: string): unknown {
  let text: string;
  try {
    text = readFileSync(path.resolve(cwd, file), "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${codeOf(error)}); ${fix}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new UsageError(`${file} is not JSON; ${fix}`);
  }
}

/**
 * Reads the user's source for a code frame; undefined where there is none. Only what is in the
 * working folder: the name comes out of the file that is checked, which may be anybody's.
 */
export function sourceReader(cwd: string): (file: string) => string | undefined {
  const kept = new Map<string, string | undefined>();
  return (file) => {
    if (!kept.has(file)) kept.set(file, readInside(cwd, file));
    return kept.get(file);
  };
}

const LONGEST_SOURCE = 4_000_000;

function readInside(cwd: string, file: string): string | undefined {
  try {
    const root = realpathSync(cwd);
    const at = realpathSync(path.resolve(root, file));
    const inside = path.relative(root, at);
    if (inside.startsWith("..") || path.isAbsolute(inside)) return undefined;
    const text = readFileSync(at, "utf8");
    return text.length > LONGEST_SOURCE ? undefined : text;
  } catch {
    return undefined;
  }
}

/**
 * The working folder as seen from the root of the repository, where GitHub Actions says where that is
 * and the working folder is in it; else undefined.
 */
export function folderInRepository({ cwd, env }: Pick<Io, "cwd" | "env">): string | undefined {
  const root = env.GITHUB_WORKSPACE;
  if (env.GITHUB_ACTIONS !== "true" || !root) return undefined;
  try {
    const inside = path.relative(realpathSync(root), realpathSync(cwd));
    const isOutside = /^\.\.(?:[\\/]|$)/.test(inside) || path.isAbsolute(inside);
    return inside === "" || isOutside ? undefined : inside.split(path.sep).join("/");
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
