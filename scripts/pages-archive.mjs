import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { at } from "./paths.mjs";
import { filesIn } from "./stamp.mjs";

const folder = at("docs/rules");

/** The pages of the rules, which `fc-frontdoor rules ID` shows. */
export const rulePages = () =>
  filesIn(folder, (file) => file.endsWith(".md") && file !== join(folder, "README.md"));

/**
 * Puts the pages of all rules into one file, in a package that has to stay small: one by one they take
 * three times as much. Run before the engine is one file, since lib/cli/page-archive.ts does the work.
 */
export function archivePages(dist) {
  const { archiveOf } = createRequire(join(dist, "cli/main.js"))("./page-archive");
  const pages = rulePages()
    .sort()
    .map((file) => [relative(folder, file).replace(/\.md$/, ""), readFileSync(file, "utf8")]);
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24 };
  const archive = brotliCompressSync(archiveOf(new Map(pages)), { params });
  writeFileSync(join(dist, "pages.br"), archive);
}
