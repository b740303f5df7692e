import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

/** The folder of the examples. */
export const EXAMPLES = path.join(__dirname, "../../examples");

/** Loaded once and for all, so that what conform-all.ts watches is what the examples use. */
const shared: Record<string, unknown> = {
  cdktf: require("cdktf"),
  "fc-frontdoor": require("fc-frontdoor"),
  "fc-frontdoor/alicloud": require("fc-frontdoor/alicloud"),
};

/** What the program of an example writes, by stack. */
export function synthesised(name: string): Record<string, string> {
  const start = process.cwd();
  const scratch = mkdtempSync(path.join(tmpdir(), "example-"));
  try {
    process.chdir(path.join(EXAMPLES, name));
    process.env.CDKTF_OUTDIR = scratch;
    const main = require.resolve(path.join(EXAMPLES, name, "main.ts"));
    // The program runs as it is required: only it is loaded anew, not the library.
    jest.isolateModules(() => {
      for (const [name, loaded] of Object.entries(shared)) jest.doMock(name, () => loaded);
      require(main);
    });
    const stacks = path.join(scratch, "stacks");
    return Object.fromEntries(
      readdirSync(stacks).map((stack) => [
        stack,
        readFileSync(path.join(stacks, stack, "cdk.tf.json"), "utf8"),
      ]),
    );
  } finally {
    process.chdir(start);
    delete process.env.CDKTF_OUTDIR;
    rmSync(scratch, { recursive: true });
  }
}
