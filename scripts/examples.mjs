import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { at } from "./paths.mjs";
import { run } from "./run.mjs";

/** The examples that are TypeScript apps, as folders. */
export function examples() {
  if (!existsSync(at("examples"))) return [];
  return readdirSync(at("examples"))
    .sort()
    .map((name) => ({ name, folder: at("examples", name) }))
    .filter(({ folder }) => existsSync(join(folder, "main.ts")));
}

/** Runs an example as its cdktf.json says, only without the CLI around it. */
export function synthesise({ folder }, outdir = join(folder, "cdktf.out")) {
  const { context = {} } = JSON.parse(readFileSync(join(folder, "cdktf.json"), "utf8"));
  return run(process.execPath, ["--import", "tsx", "main.ts"], {
    cwd: folder,
    env: { CDKTF_OUTDIR: outdir, CDKTF_CONTEXT_JSON: JSON.stringify(context) },
  });
}

/** The stacks that a synthesis wrote, with their Terraform JSON. */
export function stacksIn(outdir) {
  const folder = join(outdir, "stacks");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((stack) => ({ stack, file: join(folder, stack, "cdk.tf.json") }))
    .filter(({ file }) => existsSync(file))
    .map(({ stack, file }) => ({ stack, file, json: JSON.parse(readFileSync(file, "utf8")) }));
}
