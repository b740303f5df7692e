import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at } from "../paths.mjs";
import { run } from "../run.mjs";

/**
 * Holds the app of test/python/app.ts in another language to the one in TypeScript: `runApp(outdir,
 * triggers)` runs it, as `run` does.
 */
export function holdToTypeScript(language, runApp) {
  const result = { passed: 0, failed: 0 };
  for (const [name, test] of Object.entries(tests)) {
    const scratch = mkdtempSync(join(tmpdir(), "jsii-app-"));
    try {
      test((...args) => runApp(join(scratch, "other"), ...args), scratch);
      result.passed += 1;
    } catch (error) {
      console.error(`the app in ${language} ${name}: ${error.message}`);
      result.failed += 1;
    } finally {
      rmSync(scratch, { recursive: true });
    }
  }
  return result;
}

const tests = {
  "gives the resources of TypeScript"(runApp, scratch) {
    const results = [runApp("1"), inTypeScript(scratch, "1")];
    for (const { ok, stderr } of results) assert.ok(ok, stderr);
    assert.deepEqual(resources(join(scratch, "other")), resources(join(scratch, "typescript")));
  },

  "gets the error of TypeScript for a second trigger, with the path for the line"(runApp, scratch) {
    const other = runApp("2");
    const typescript = inTypeScript(scratch, "2");
    assert.deepEqual([other.ok, typescript.ok], [false, false]);
    const expected = reportIn(typescript.stderr).replaceAll(/\S*app\.ts:\d+:\d+ \((.+)\)/g, "$1");
    assert.match(expected, /http-trigger\/one-per-qualifier/);
    assert.equal(reportIn(other.stderr), expected);
    assert.ok(!existsSync(join(scratch, "other/manifest.json")), "a manifest is left");
  },
};

function inTypeScript(scratch, triggers) {
  const app = at("test/python/app.ts");
  const args = ["--import", "tsx", app, join(scratch, "typescript"), triggers];
  return run(process.execPath, args, { quiet: true });
}

/** The resources that were written, without the line of TypeScript that each came from. */
function resources(outdir) {
  const { resource } = JSON.parse(readFileSync(join(outdir, "stacks/shop/cdk.tf.json"), "utf8"));
  for (const body of Object.values(resource).flatMap(Object.values)) {
    const note = body["//"]["fc-frontdoor"];
    delete note?.location;
    if (note && Object.keys(note).length === 0) delete body["//"]["fc-frontdoor"];
  }
  return resource;
}

/** The report in what a program printed as it died; some runtimes indent it. */
function reportIn(stderr) {
  const text = stderr.replaceAll(/^\t/gm, "");
  const [report] = /the rules found errors\n[\s\S]*?\d+ undecided/.exec(text) ?? [];
  assert.ok(report, stderr);
  return report;
}
