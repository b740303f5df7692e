import { readFileSync } from "node:fs";
import * as path from "node:path";

/** The folder of the package: of its package.json and its docs. */
export const PACKAGE = path.join(__dirname, "../..");

/** The version of this package. */
export function version(): string {
  const json = readFileSync(path.join(PACKAGE, "package.json"), "utf8");
  return (JSON.parse(json) as { version: string }).version;
}
