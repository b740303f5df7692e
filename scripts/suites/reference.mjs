import { existsSync, readFileSync } from "node:fs";
import { at } from "../paths.mjs";

/** docs/reference is what the sources say. */
export const reference = {
  name: "reference",
  async run() {
    const { referencePages } = await import("../reference-pages.mjs");
    const { formatted } = await import("../reference-files.mjs");
    const result = { passed: 0, failed: 0 };
    for (const [file, text] of Object.entries(referencePages())) {
      const written = existsSync(at(file)) ? readFileSync(at(file), "utf8") : "";
      const isSame = written === (await formatted(file, text));
      if (!isSame) console.error(`${file} is not what the sources say: npm run reference`);
      result[isSame ? "passed" : "failed"] += 1;
    }
    return result;
  },
};
