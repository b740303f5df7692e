import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { transformSync } from "esbuild";
import { filesIn } from "./stamp.mjs";

/**
 * Takes comments and white space out of what was compiled, a quarter of the package; names stay,
 * and the types keep the comments, which editors show. What re-exports is left as it is, because
 * Node reads the names for ES modules off its text.
 */
export function minify(dist) {
  const bindings = join(dist, "alicloud");
  const reExports = (file) =>
    dirname(file) === dist ||
    (basename(file) === "index.js" && dirname(dirname(file)) !== bindings);
  const compiled = filesIn(dist, (file) => file.endsWith(".js") && !reExports(file));
  for (const file of compiled) {
    const { code } = transformSync(readFileSync(file, "utf8"), {
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: "none", // those of bundled libraries are in THIRD-PARTY.txt
      target: "node20",
    });
    writeFileSync(file, code);
  }
}
