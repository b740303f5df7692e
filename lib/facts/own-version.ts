import { readFileSync } from "node:fs";
import * as path from "node:path";

/** The folder of the package: of its package.json and its docs. */
export const PACKAGE = path.join(__dirname, "../..");

let own: string | undefined;

/** The version of this package. */
export function version(): string {
  own ??= (
    JSON.parse(readFileSync(path.join(PACKAGE, "package.json"), "utf8")) as { version: string }
  ).version;
  return own;
}
