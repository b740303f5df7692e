import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { main } from "./main.mjs";
import { at } from "./paths.mjs";
import { prepareSources } from "./prepare.mjs";

/**
 * npm run pages
 * Writes what of the rules' pages follows from the rest: the HCL behind each JSON example under Wrong
 * and Right, and the index. Tests hold the pages to it.
 */
await main(async () => {
  await prepareSources();
  const { tsImport } = await import("tsx/esm/api");
  const { withHcl } = await tsImport("../test/support/pages/page.ts", import.meta.url);
  const { indexPage } = await tsImport("../test/support/pages/index-page.ts", import.meta.url);
  const { RULES } = await tsImport("../lib/rules/index.ts", import.meta.url);

  const folder = at("docs/rules");
  for (const file of readdirSync(folder, { recursive: true })) {
    if (/\/.*\.md$/.test(file)) update(`${folder}/${file}`, withHcl);
  }
  update(`${folder}/README.md`, () => indexPage(RULES));
});

function update(file, change) {
  const before = readFileSync(file, { encoding: "utf8", flag: "a+" });
  const after = change(before);
  if (after === before) return;
  writeFileSync(file, after);
  console.error(`${file} is written anew`);
}
