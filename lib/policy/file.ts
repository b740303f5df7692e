import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import type { BlueprintPolicySource } from "./blueprint-policy";
import { blueprintPolicy, parsePolicy } from "./document";
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
 * @param blueprints what comes before it; default: nothing
 * @throws PolicyError naming every problem of the file with its place
 */
export function policyFor(
  folder: string,
  blueprints: readonly BlueprintPolicySource[] = [],
): Policy {
  const file = findPolicyFile(folder);
  return policyIn(file, folder, folder, blueprints);
}

/**
 * The policy of a file, or of none.
 *
 * @param file undefined where there is none
 * @param folder messages name the file relative to this one
 * @param packs packs of blueprints are looked up from here first
 * @param blueprints what comes before it
 * @throws PolicyError naming every problem with its place
 */
export function policyIn(
  file: string | undefined,
  folder: string,
  packs: string,
  blueprints: readonly BlueprintPolicySource[],
): Policy {
  if (file !== undefined) return readPolicyFile(file, folder, blueprints, packs);
  return blueprints.length === 0 ? RECOMMENDED : blueprintPolicy(blueprints, packs);
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
 * @param blueprints what comes before it; default: nothing
 * @param packs their packs are looked up from here first; default: the file's folder
 * @throws PolicyError naming every problem of the file with its place
 */
export function readPolicyFile(
  file: string,
  folder: string = process.cwd(),
  blueprints: readonly BlueprintPolicySource[] = [],
  packs?: string,
): Policy {
  const name = shown(file, folder);
  const from = path.dirname(path.resolve(file));
  return parsePolicy(name, contentOf(file, name), from, blueprints, packs);
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
