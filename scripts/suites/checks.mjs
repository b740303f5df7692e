import { makeDist } from "../dist.mjs";
import { runBin } from "../run.mjs";

/** Suites of one test each: a program that is content, or is not. */
const check = (name, work) => ({
  name,
  async run() {
    return (await work()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
});

export const build = check("build", async () => {
  await makeDist(); // throws where it fails
  return true;
});

// Without ESLint's cache: it does not see that a type in another file has changed.
export const lint = check("lint", () => runBin("eslint", [".", "--max-warnings", "0"]).ok);

export const format = check("format", () => {
  const cache = ["--cache", "--cache-location", ".cache/prettier"];
  return runBin("prettier", [".", "--check", "--log-level", "warn", ...cache]).ok;
});

/** jest does not look at types; this does, for what is not part of the package. */
export const types = check("types", () => runBin("tsc", ["-p", "tsconfig.test.json"]).ok);
