import { existsSync } from "node:fs";
import * as path from "node:path";
import type { IConstruct } from "constructs";

/**
 * A path of the user's, as an absolute one: relative paths are relative to the folder of cdktf.json,
 * as for cdktf's own assets.
 *
 * @param scope of the app, which may say where that is; undefined where there is none yet
 */
export function projectPath(scope: IConstruct | undefined, given: string): string {
  const config: unknown = scope?.node.tryGetContext("cdktfJsonPath");
  const folder = typeof config === "string" ? path.dirname(config) : folderOfConfig(process.cwd());
  return path.resolve(folder ?? process.cwd(), given);
}

function folderOfConfig(folder: string): string | undefined {
  if (existsSync(path.join(folder, "cdktf.json"))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : folderOfConfig(parent);
}
