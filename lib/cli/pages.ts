import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { PACKAGE } from "./version";

/**
 * The page of a rule of the catalogue, as Markdown; undefined where the package has none. The
 * package holds all pages in one compressed file, since their examples are much alike; in the
 * repository they are `docs/rules/<id>.md`.
 */
export function pageOf(id: string): string | undefined {
  const archive = path.join(PACKAGE, "dist/pages.br");
  if (!existsSync(path.join(PACKAGE, "docs/rules")) && existsSync(archive)) {
    return pagesIn(brotliDecompressSync(readFileSync(archive)).toString("utf8")).get(id);
  }
  const file = path.join(PACKAGE, `docs/rules/${id}.md`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** The pages by id: in the archive each is without what is in its blocks, which follow by language. */
function pagesIn(archive: string): ReadonlyMap<string, string> {
  const [pages, ...languages] = archive.split("\0").map((part) => part.split("\u0001"));
  const blocks = new Map(languages.map(([language, ...all]) => [language, all.values()]));
  return new Map(
    pages.map((page) => {
      const id = page.slice(0, page.indexOf("\n"));
      const text = page
        .slice(id.length + 1)
        .replace(/^```(\w+)\n/gm, (fence, language) => fence + blocks.get(language)!.next().value);
      return [id, text];
    }),
  );
}
