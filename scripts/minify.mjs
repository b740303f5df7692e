import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { filesIn } from "./stamp.mjs";

/**
 * Takes comments and white space out of the compiled bindings: they are generated, nobody reads
 * them, and they are a third of the package. Their types keep the comments, which editors show.
 */
export function minifyBindings(dist) {
  const compiled = filesIn(join(dist, "alicloud"), (file) => file.endsWith(".js"));
  for (const file of compiled) {
    const { code } = transformSync(readFileSync(file, "utf8"), {
      minifySyntax: true,
      minifyWhitespace: true,
      target: "node20",
    });
    writeFileSync(file, code);
  }
}
