import { makeDist } from "../dist.mjs";
import { runBin } from "../run.mjs";

/** Suites of one test each: a program that is content, or is not. */
const check = (name, work) => ({
  name,
  async run() {
    const passed = await work();
    return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
  },
});

// What has not changed since the last run is not read again.
const cached = (name) => ["--cache", "--cache-location", `.cache/${name}`];

export const build = check("build", () =>
  makeDist().then(
    () => true,
    (error) => console.error(error.message),
  ),
);

export const lint = check(
  "lint",
  () => runBin("eslint", [".", "--max-warnings", "0", ...cached("eslint/")]).ok,
);

export const format = check(
  "format",
  () => runBin("prettier", ["--check", "--log-level", "warn", ".", ...cached("prettier")]).ok,
);

/** jest does not look at types; this does, for what is not part of the package. */
export const types = check("types", () => runBin("tsc", ["-p", "tsconfig.test.json"]).ok);
