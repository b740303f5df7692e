import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { pageIn } from "./page-archive";
import { PACKAGE } from "./version";

/**
 * The page of a rule of the catalogue, as Markdown; undefined where the package has none. The
 * package holds all pages in one compressed file, since their examples are much alike; in the
 * repository they are `docs/rules/<id>.md`.
 */
export function pageOf(id: string): string | undefined {
  const archive = path.join(PACKAGE, "dist/pages.br");
  if (!existsSync(path.join(PACKAGE, "docs/rules")) && existsSync(archive)) {
    return pageIn(brotliDecompressSync(readFileSync(archive)).toString("utf8"), id);
  }
  const file = path.join(PACKAGE, `docs/rules/${id}.md`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
