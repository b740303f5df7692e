import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { parsePolicy } from "./document";
import { PolicyError } from "./error";
import { type Policy, RECOMMENDED } from "./policy";

/** What a policy file is called. */
export const POLICY_FILES: readonly string[] = [
  "frontdoor.yaml",
  "frontdoor.yml",
  "frontdoor.json",
];

/**
 * The policy that holds in a folder: of the nearest policy file upwards, else the built-in one.
 *
 * @throws PolicyError naming every problem of the file with its place
 */
export function policyFor(folder: string): Policy {
  const file = findPolicyFile(folder);
  return file === undefined ? RECOMMENDED : readPolicyFile(file, folder);
}

/**
 * The nearest `frontdoor.yaml`, `.yml` or `.json` upwards, as far as the root of the repository (a
 * folder with `.git`).
 *
 * @param folder where it is looked for first
 * @param from messages name the file relative to this one; default: `folder`
 * @throws PolicyError where a folder has two of them
 */
export function findPolicyFile(folder: string, from: string = folder): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = POLICY_FILES.filter((name) => existsSync(path.join(at, name)));
    if (found.length > 1) {
      const file = shown(path.join(at, found[0]), from);
      const message = `there is ${found.slice(1).join(" and ")} beside it`;
      throw new PolicyError([{ file, message, fix: "keep one of them" }]);
    }
    if (found.length === 1) return path.join(at, found[0]);
    if (existsSync(path.join(at, ".git")) || path.dirname(at) === at) return undefined;
  }
}

/**
 * Reads a policy file.
 *
 * @param file the file
 * @param folder messages name the file relative to this one; default: the working folder
 * @throws PolicyError naming every problem of the file with its place
 */
export function readPolicyFile(file: string, folder: string = process.cwd()): Policy {
  const name = shown(file, folder);
  return parsePolicy(name, contentOf(file, name), path.dirname(path.resolve(file)));
}

function contentOf(file: string, name: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const message = `it cannot be read (${(error as NodeJS.ErrnoException).code})`;
    throw new PolicyError([{ file: name, message, fix: "make it a file that can be read" }]);
  }
}

function shown(file: string, folder: string): string {
  return path.relative(folder, file).split(path.sep).join("/");
}
