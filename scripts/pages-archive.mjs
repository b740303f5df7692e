import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { at } from "./paths.mjs";
import { filesIn } from "./stamp.mjs";

const folder = at("docs/rules");

/** The pages of the rules, which `fc-frontdoor rules ID` shows. */
export const rulePages = () =>
  filesIn(folder, (file) => file.endsWith(".md") && file !== join(folder, "README.md"));

/**
 * Puts the pages of all rules into one file, by id: their examples are much alike, so that it is
 * two thirds of what they take one by one, in a package that has to stay small.
 */
export function archivePages(dist) {
  const pages = rulePages()
    .sort()
    .map((file) => [relative(folder, file).replace(/\.md$/, ""), readFileSync(file, "utf8")]);
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24 };
  const archive = brotliCompressSync(JSON.stringify(Object.fromEntries(pages)), { params });
  writeFileSync(join(dist, "pages.br"), archive);
}
