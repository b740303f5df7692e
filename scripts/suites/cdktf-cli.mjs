import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { examples, stacksIn, synthesise } from "../examples.mjs";
import { install } from "../install.mjs";
import { at } from "../paths.mjs";
import { run } from "../run.mjs";

const tool = at("tools/cdktf-cli");

/** Every example under the real `cdktf synth`: it writes what the example alone writes. */
export const cdktfCli = {
  name: "cdktf-cli",
  needsBuild: true,
  run() {
    install(tool);
    const results = examples().map(synthesisesAlike);
    const passed = results.filter(Boolean).length;
    // Nothing to try is nothing proven.
    return { passed, failed: results.length === 0 ? 1 : results.length - passed };
  },
};

function synthesisesAlike(example) {
  const scratch = mkdtempSync(join(tmpdir(), "cdktf-cli-"));
  try {
    const byCli = join(scratch, "cli");
    const alone = join(scratch, "alone");
    if (!cdktfSynth(example, byCli).ok) return fails(example, "cdktf synth failed");
    if (!synthesise(example, alone).ok) return fails(example, "main.ts failed");

    const [written, expected] = [byCli, alone].map((folder) =>
      stacksIn(folder).map(({ stack, json }) => [stack, json]),
    );
    if (written.length === 0) return fails(example, "cdktf synth wrote no stack");
    if (!isDeepStrictEqual(written, expected)) {
      return fails(example, "cdktf synth writes other Terraform JSON than the app alone");
    }
    return true;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function cdktfSynth({ folder }, outdir) {
  const cli = join(tool, "node_modules/cdktf-cli/bundle/bin/cdktf");
  // No update check, no prompt, no crash report: nothing that asks the network or a person.
  const env = { CHECKPOINT_DISABLE: "1", DISABLE_VERSION_CHECK: "1", CI: "1" };
  return run(process.execPath, [cli, "synth", "--output", outdir], { cwd: folder, env });
}

function fails({ name }, reason) {
  console.error(`examples/${name}: ${reason}`);
  return false;
}
