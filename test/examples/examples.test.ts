import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

/**
 * Every example is a program that synthesises, whose resources the provider takes (see
 * conform-all.ts), twice with the same bytes.
 */
const folder = path.join(__dirname, "../../examples");
const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, "main.ts")));

/** Loaded once and for all, so that what conform-all.ts watches is what the examples use. */
const shared: Record<string, unknown> = {
  cdktf: require("cdktf"),
  "fc-frontdoor": require("fc-frontdoor"),
};

const start = process.cwd();
let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), "example-"));
});

afterEach(() => {
  process.chdir(start);
  delete process.env.CDKTF_OUTDIR;
  rmSync(scratch, { recursive: true });
});

/** What the program writes, by stack. */
function synthesised(name: string, outdir: string): Record<string, string> {
  process.chdir(path.join(folder, name));
  process.env.CDKTF_OUTDIR = path.join(scratch, outdir);
  const main = require.resolve(path.join(folder, name, "main.ts"));
  // The program runs as it is required: only it is loaded anew, not the library.
  jest.isolateModules(() => {
    for (const [name, loaded] of Object.entries(shared)) jest.doMock(name, () => loaded);
    require(main);
  });
  const stacks = path.join(scratch, outdir, "stacks");
  return Object.fromEntries(
    readdirSync(stacks).map((stack) => [
      stack,
      readFileSync(path.join(stacks, stack, "cdk.tf.json"), "utf8"),
    ]),
  );
}

test("there are examples", () => {
  expect(names.length).toBeGreaterThanOrEqual(2);
});

test.each(names)("%s synthesises, twice with the same bytes", (name) => {
  const first = synthesised(name, "first");
  expect(Object.keys(first)).not.toEqual([]);
  expect(synthesised(name, "second")).toEqual(first);
});
