import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { filesIn } from "./stamp.mjs";

/**
 * Takes comments and white space out of the compiled bindings: they are generated, nobody reads
 * them, and they are a third of the package. Their types keep the comments, which editors show; the index of
 * all of them is left as it is, because Node reads the names for ES modules off its text.
 */
export function minifyBindings(dist) {
  const index = join(dist, "alicloud/index.js");
  const isBinding = (file) => file.endsWith(".js") && file !== index;
  const compiled = filesIn(join(dist, "alicloud"), isBinding);
  for (const file of compiled) {
    const { code } = transformSync(readFileSync(file, "utf8"), {
      minifySyntax: true,
      minifyWhitespace: true,
      target: "node20",
    });
    writeFileSync(file, code);
  }
}
