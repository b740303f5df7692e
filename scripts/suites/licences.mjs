import { readFileSync } from "node:fs";
import { bundledLibraries, licencesPage, notAllowed, notAllowedIn } from "../licences.mjs";
import { at } from "../paths.mjs";
import { formatted } from "../reference-files.mjs";

/** Every dependency, also of a dependency, is under a licence that is allowed, and the page says so. */
export const licences = {
  name: "licences",
  needsBuild: true,
  async run() {
    const bundled = bundledLibraries();
    const wrong = [...notAllowedIn(bundled), ...notAllowed()];
    for (const line of wrong) console.error(`a licence that is not allowed: ${line}`);
    const page = await formatted("docs/licences.md", licencesPage(bundled));
    const isSame = page === readFileSync(at("docs/licences.md"), "utf8");
    if (!isSame) console.error("docs/licences.md is not up to date: npm run reference");
    const failed = [wrong.length > 0, !isSame].filter(Boolean).length;
    return { passed: 2 - failed, failed };
  },
};
