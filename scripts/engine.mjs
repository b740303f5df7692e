import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { lazyModule, valuesOf } from "./lazy-index.mjs";
import { at, root } from "./paths.mjs";
import { filesIn } from "./stamp.mjs";

/** The folders of which one file is made: they need each other, and nothing of the others. */
const FOLDERS = ["cli", "facts", "graph", "policy", "report", "rules"];

/** What starts the command; it stays a file, with the `#!` line. */
const BIN = "cli/bin";

/**
 * Makes one file of the engine, `dist/engine/index.js`: to find, read and compile three hundred
 * small ones takes longer than to check a thousand triggers. What the rest of the package needs of
 * the engine stays a module under its old name, which takes it from that file when something of
 * it is first asked for, so that all of the code is there once.
 */
export async function bundleEngine(dist) {
  const needed = neededModules(dist);
  const stubs = needed.map((name, index) => stubOf(dist, name, `m${index}`));
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: needed.map((name, i) => `export * as m${i} from "./${name}";`).join("\n"),
      resolveDir: at("lib"),
    },
    outfile: join(dist, "engine/index.js"),
    tsconfig: at("tsconfig.json"),
    bundle: true,
    write: false,
    minifySyntax: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    legalComments: "none",
    logLevel: "warning",
    plugins: [lazyVendor(dist)],
  });
  mkdirSync(join(dist, "engine"), { recursive: true });
  writeFileSync(join(dist, "engine/index.js"), outputFiles[0].text);
  for (const file of compiledIn(dist)) if (file !== join(dist, `${BIN}.js`)) rmSync(file);
  for (const { file, code } of stubs) writeFileSync(file, code);
}

const isEngine = (name) => name === "check" || FOLDERS.includes(name.split("/")[0]);

const compiledIn = (dist) =>
  FOLDERS.flatMap((folder) => filesIn(join(dist, folder), (file) => file.endsWith(".js")));

/** The modules of the engine that what is outside of it requires, and the entry of the package. */
function neededModules(dist) {
  const needed = new Set(["check"]);
  for (const file of filesIn(dist, (file) => file.endsWith(".js"))) {
    const name = relative(dist, file).replace(/\.js$/, "");
    if ((isEngine(name) && name !== BIN) || /^(alicloud|vendor)\b/.test(name)) continue;
    for (const [, path] of readFileSync(file, "utf8").matchAll(/\brequire\("(\.[^"]+)"\)/g)) {
      const module = relative(dist, resolve(dirname(file), path));
      const full = existsSync(join(dist, `${module}.js`)) ? module : `${module}/index`;
      if (isEngine(full)) needed.add(full);
    }
  }
  return [...needed].sort();
}

/** A module of the engine that takes what it exports from the one file. */
function stubOf(dist, name, member) {
  const file = join(dist, `${name}.js`);
  const from = `${"../".repeat(name.split("/").length - 1) || "./"}engine`;
  const exported = valuesOf(createRequire(file)(file)).map((value) => ({
    name: value,
    from,
    member: `${member}.${value}`,
  }));
  return { file, code: lazyModule(exported) };
}

/** What of Node is worth loading only when it is used: the check of most files never does. */
const SELDOM = /^node:(child_process|net|zlib)$/;

/** Leaves the bundled libraries in files of their own, which are loaded when one is first used, as parts of Node are. */
function lazyVendor(dist) {
  return {
    name: "lazy-vendor",
    setup(build) {
      const resolved = (path, pluginData) =>
        pluginData === "external"
          ? { path, external: true }
          : { path: path.replace(/^.*?\/vendor\//, "../vendor/"), namespace: "lazy-vendor" };
      build.onResolve({ filter: /\/vendor\// }, ({ path, pluginData }) =>
        resolved(path, pluginData),
      );
      build.onResolve({ filter: SELDOM }, ({ path, pluginData }) => resolved(path, pluginData));
      build.onLoad({ filter: /.*/, namespace: "lazy-vendor" }, ({ path }) => ({
        contents: lazyModule(
          valuesOf(createRequire(join(dist, "engine/index.js"))(path)).map((name) => ({
            name,
            from: path,
            member: name,
          })),
        ),
        pluginData: "external",
      }));
    },
  };
}
