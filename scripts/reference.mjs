import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { main } from "./main.mjs";
import { at } from "./paths.mjs";
import { prepare } from "./prepare.mjs";

/**
 * npm run reference
 * Writes docs/reference, every exported type with its members and what their comments say, and
 * docs/licences.md. The suites `reference` and `licences` hold them to it.
 */
await main(async () => {
  await prepare();
  const { referenceFiles } = await import("./reference-files.mjs");
  for (const [file, text] of Object.entries(await referenceFiles())) {
    mkdirSync(dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  }
});
