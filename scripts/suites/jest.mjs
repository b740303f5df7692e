import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runBin } from "../run.mjs";

/** Every jest project; jest.config.mjs says which there are. */
export const unit = {
  name: "unit",
  run() {
    const scratch = mkdtempSync(join(tmpdir(), "jest-"));
    const file = join(scratch, "results.json");
    try {
      runBin("jest", ["--ci", "--json", `--outputFile=${file}`]);
      return count(JSON.parse(readFileSync(file, "utf8")));
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
};

/** A file of tests that could not be loaded counts as one that failed; so does a skipped test. */
function count(results) {
  return {
    passed: results.numPassedTests,
    failed:
      results.numFailedTests +
      results.numPendingTests +
      results.numTodoTests +
      results.numRuntimeErrorTestSuites,
  };
}
