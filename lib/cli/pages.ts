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
    const pages = JSON.parse(brotliDecompressSync(readFileSync(archive)).toString("utf8"));
    return Object.hasOwn(pages, id) ? pages[id] : undefined;
  }
  const file = path.join(PACKAGE, `docs/rules/${id}.md`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
