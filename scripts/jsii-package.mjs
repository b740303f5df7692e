import { join } from "node:path";
import { install } from "./install.mjs";
import { Failure } from "./main.mjs";
import { at } from "./paths.mjs";
import { run } from "./run.mjs";
import { filesIn, makeFolder } from "./stamp.mjs";

const tool = at("tools/jsii-pacmak");
const [nodeMajor] = process.versions.node.split(".");

/** What keeps jsii's tools and runtimes from a page of advice where Node is past its end of life. */
export const jsiiEnv = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: nodeMajor };

/** The sources of the present build's package for a language: `packages/TARGET`. */
export async function makeJsiiPackage(target) {
  const folder = at("packages", target);
  await makeFolder(folder, [at(".jsii"), ...filesIn(at("dist"))], () => {
    generate(target, at("."), at("packages"));
  });
  return folder;
}

/** Writes the sources of a jsii module's package for a language into `OUTDIR/TARGET`. */
export function generate(target, module, outdir) {
  install(tool);
  const pacmak = join(tool, "node_modules/jsii-pacmak/bin/jsii-pacmak");
  const args = ["--target", target, "--code-only", "--no-npmignore", "--outdir", outdir, module];
  const { ok } = run(process.execPath, [pacmak, ...args], { env: jsiiEnv });
  if (!ok) throw new Failure(`jsii-pacmak failed for ${target}`);
}
