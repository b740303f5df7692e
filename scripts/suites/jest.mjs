import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runBin } from "../run.mjs";

/** The jest projects that need nothing but Node; jest.config.mjs says which there are. */
export const unit = {
  name: "unit",
  run: () => jest(["--ignoreProjects", "shell"]),
};

/** What the commands do that a user is given to paste into a shell. */
export const shell = {
  name: "shell",
  run() {
    const missing = ["sh", "openssl"].find((tool) => !runs(tool));
    if (missing) return { notRun: `there is no ${missing} on the PATH` };
    if (runs("terraform")) return jest(["--selectProjects", "shell"]);
    console.error("test/shell/hcl.test.ts is not run: there is no terraform on the PATH");
    return jest(["--selectProjects", "shell", "--testPathIgnorePatterns", "test/shell/hcl"]);
  },
};

function runs(tool) {
  return spawnSync(tool, tool === "sh" ? ["-c", ":"] : ["version"]).status === 0;
}

function jest(args) {
  const scratch = mkdtempSync(join(tmpdir(), "jest-"));
  const file = join(scratch, "results.json");
  try {
    runBin("jest", ["--ci", "--json", `--outputFile=${file}`, ...args]);
    return count(JSON.parse(readFileSync(file, "utf8")));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

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
