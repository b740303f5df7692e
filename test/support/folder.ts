import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

/** A new folder with these files: `{ "a/b.yaml": "text" }`; a name that ends in `/` is a folder. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "frontdoor-"));
  for (const [name, text] of Object.entries(files)) {
    const at = path.join(folder, name);
    mkdirSync(name.endsWith("/") ? at : path.dirname(at), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(at, text);
  }
  return folder;
}
