import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { Packager } from "./local";
import { projectPath } from "./project-path";

/** A zip file that somebody else made. */
export function zipFilePackage(given: string): Packager {
  return (scope, at) => {
    const problem = (got: string, fix: string) => [
      { at: `${at}.path`, got, expected: "a zip file", fix },
    ];
    if (typeof given !== "string") return problem("no text", "write the path of the zip file");
    const file = projectPath(scope, given);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      return problem(
        `${JSON.stringify(given)}, which is no file`,
        "build it first, or correct the path",
      );
    }
    const zip = readFileSync(file);
    if (zip.subarray(0, 2).toString("latin1") !== "PK") {
      return problem(
        `${JSON.stringify(given)}, which is another kind of file`,
        "zip the code first",
      );
    }
    return { zip, digest: createHash("sha256").update(zip).digest("hex") };
  };
}
