import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { at } from "./paths.mjs";
import { provider } from "./provider.mjs";
import { filesIn, makeFolder } from "./stamp.mjs";

const require = createRequire(import.meta.url);
const schema = at("schema/alicloud.json");
const target = at("lib/alicloud");

/** Generates `lib/alicloud/` from the provider's schema, as `cdktf get` would. */
export function makeBindings() {
  const madeFrom = [
    schema,
    at("scripts/bindings.mjs"),
    at("scripts/provider.mjs"),
    at("node_modules/@cdktf/provider-generator/package.json"),
  ];
  return makeFolder(target, madeFrom, async (folder) => {
    // The generator writes providers/<name>/ below the folder it is given.
    mkdirSync(at(".cache"), { recursive: true });
    const scratch = mkdtempSync(at(".cache/bindings-"));
    try {
      await generate(scratch);
      const made = join(scratch, "providers", provider.name);
      for (const file of filesIn(made, isSuperfluous)) rmSync(file);
      rmSync(folder, { recursive: true });
      renameSync(made, folder);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });
}

async function generate(folder) {
  process.env.CHECKPOINT_DISABLE = "1"; // or the generator's helpers ask the network for updates
  const { CodeMaker } = require("codemaker");
  const {
    ConstructsMakerProviderTarget,
    Language,
    TerraformProviderConstraint,
  } = require("@cdktf/commons");
  // By its path: the package's root entry wants jsii-pacmak.
  const {
    TerraformProviderGenerator,
  } = require("@cdktf/provider-generator/lib/get/generator/provider-generator");

  const generator = new TerraformProviderGenerator(
    new CodeMaker(),
    JSON.parse(readFileSync(schema, "utf8")),
  );
  const constraint = new TerraformProviderConstraint(`${provider.source}@${provider.version}`);
  generator.generate(new ConstructsMakerProviderTarget(constraint, Language.TYPESCRIPT));
  await generator.save(folder);
}

/** The build writes its own lazy index (see lazy-index.mjs), and nobody reads 61 one-line READMEs. */
const isSuperfluous = (file) => file.endsWith("lazy-index.ts") || file.endsWith("README.md");
