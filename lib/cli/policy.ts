import * as path from "node:path";
import { statSync } from "node:fs";
import { type BlueprintPolicySource, type Policy, findPolicyFile, policyIn } from "../policy";
import { UsageError } from "./usage-error";

/**
 * The policy for a run: of `--policy`, else of the file that is found upwards from the paths.
 *
 * @param blueprints what comes before it; default: nothing
 * @throws PolicyError for a file that is wrong
 * @throws UsageError where two paths have two policies
 */
export function policyOf(
  given: string | undefined,
  paths: readonly string[],
  cwd: string,
  blueprints: readonly BlueprintPolicySource[] = [],
): Policy {
  const folders = new Set(paths.map((at) => folderOf(at, cwd)));
  const [packs = cwd] = folders;
  if (given !== undefined) return policyIn(path.resolve(cwd, given), cwd, packs, blueprints);
  const files = new Set([...folders].map((folder) => findPolicyFile(folder, cwd)));
  if (files.size > 1) {
    const names = [...files].map((file) => file && path.relative(cwd, file));
    throw new UsageError(
      `the paths have different policies (${names.map((name) => name ?? "none").join(", ")}); check them one by one, or choose one with --policy`,
    );
  }
  const [file] = files;
  return policyIn(file, cwd, packs, blueprints);
}

function folderOf(at: string, cwd: string): string {
  if (at === "-") return cwd;
  const full = path.resolve(cwd, at);
  return isFolder(full) ? full : path.dirname(full);
}

/** No, where it cannot be told: who reads the path says why. */
function isFolder(at: string): boolean {
  try {
    return statSync(at).isDirectory();
  } catch {
    return false;
  }
}
