import { existsSync, rmSync } from "node:fs";
import { Failure } from "./main.mjs";
import { archivePages, rulePages } from "./pages-archive.mjs";
import { at } from "./paths.mjs";
import { runBin } from "./run.mjs";
import { filesIn, makeFolder } from "./stamp.mjs";

let made;

/**
 * Compiles the package into `dist/` and its jsii assembly into `.jsii`, once in a process:
 * what did not compile for one suite is not tried again for the next.
 */
export const makeDist = () => (made ??= make());

function make() {
  const steps = [
    "dist",
    "bundle",
    "sbom",
    "binding-tables",
    "provider",
    "lazy-index",
    "one-file",
    "constructs",
    "engine",
    "minify",
    "declarations",
    "one-declaration",
    "assembly",
    "pages-archive",
  ].map((step) => at(`scripts/${step}.mjs`));
  // The assembly holds the README and what package.json says of the other languages' packages.
  const settings = ["package.json", "package-lock.json", "tsconfig.json", "README.md"].map((file) =>
    at(file),
  );
  if (!existsSync(at(".jsii"))) rmSync(at("dist"), { recursive: true, force: true });

  return makeFolder(
    at("dist"),
    [...filesIn(at("lib")), ...rulePages(), ...steps, ...settings],
    async (dist) => {
      rmSync(at(".jsii"), { force: true });
      compile();
      const { bundleVendored } = await import("./bundle.mjs");
      const { tabulateBindings } = await import("./binding-tables.mjs");
      const { makeIndexesLazy } = await import("./lazy-index.mjs");
      const { bundleConstructs } = await import("./constructs.mjs");
      const { bundleEngine } = await import("./engine.mjs");
      const { trimAssembly } = await import("./assembly.mjs");
      const { minify } = await import("./minify.mjs");
      const { trimDeclarations } = await import("./declarations.mjs");
      await bundleVendored(dist);
      tabulateBindings(dist);
      makeIndexesLazy(dist);
      archivePages(dist);
      await bundleConstructs(dist);
      await bundleEngine(dist);
      minify(dist);
      trimDeclarations(dist);
      trimAssembly();
    },
  );
}

function compile() {
  const silenced = ["reserved-word", "metadata/missing-dev-dependency"];
  const args = silenced.flatMap((warning) => ["--silence-warnings", warning]);
  const [nodeMajor] = process.versions.node.split(".");
  const env = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: nodeMajor };
  if (!runBin("jsii", args, { env }).ok) throw new Failure("jsii did not compile lib/");
}
