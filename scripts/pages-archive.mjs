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
 * Puts the pages of all rules into one file: their examples are much alike, so that it is two thirds
 * of what they take one by one, in a package that has to stay small. What is alike stands together:
 * first the pages without what is in their blocks, then the blocks by language. lib/cli/pages.ts reads it.
 */
export function archivePages(dist) {
  const blocks = new Map();
  const pages = rulePages()
    .sort()
    .map((file) => {
      const id = relative(folder, file).replace(/\.md$/, "");
      const text = readFileSync(file, "utf8").replace(BLOCK, (_, fence, language, content) => {
        blocks.set(language, [...(blocks.get(language) ?? [language]), content]);
        return fence;
      });
      return `${id}\n${text}`;
    });
  const archive = [pages, ...blocks.values()].map((parts) => parts.join("\u0001")).join("\0");
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24 };
  writeFileSync(join(dist, "pages.br"), brotliCompressSync(archive, { params }));
}

const BLOCK = /^(```(\w+)\n)([\s\S]*?)(?=^```$)/gm;
