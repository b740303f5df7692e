import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { lazyModule, valuesOf } from "./lazy-index.mjs";
import { at, root } from "./paths.mjs";
import { filesIn } from "./stamp.mjs";

/** The folders of which one file is made: they need each other, and nothing of the others. */
const FOLDERS = ["cli", "facts", "graph", "policy", "report", "rules"];

/** The entry of the package. */
const ENTRY = "check";

/** What starts the command; it stays a file, with the `#!` line. */
const BIN = "cli/bin";

/**
 * Makes one file of the engine, `dist/engine/index.js`: to find, read and compile three hundred
 * small ones takes longer than to check a thousand triggers. What the rest of the package needs of
 * the engine it takes from that file, so that all of the code is there once. The entry of the package
 * stays a module, of getters that load the file when something of it is first asked for.
 */
export async function bundleEngine(dist) {
  const users = filesIn(dist, (file) => file.endsWith(".js")).filter((file) => isUser(dist, file));
  const needed = [
    ...new Set([ENTRY, ...users.flatMap((file) => engineModulesIn(dist, file))]),
  ].sort();
  const memberOf = (name) => `m${needed.indexOf(name)}`;
  const entry = stubOf(dist, ENTRY, memberOf(ENTRY));
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
  for (const file of users) {
    const from = `${relative(dirname(file), dist) || "."}/engine`;
    const code = readFileSync(file, "utf8").replace(REQUIRE, (all, path) => {
      const name = moduleAt(dist, file, path);
      return isEngine(name) ? `require(${JSON.stringify(from)}).${memberOf(name)}` : all;
    });
    writeFileSync(file, code);
  }
  for (const file of compiledIn(dist)) if (file !== join(dist, `${BIN}.js`)) rmSync(file);
  writeFileSync(join(dist, `${ENTRY}.js`), entry);
}

const isEngine = (name) => name === ENTRY || FOLDERS.includes(name.split("/")[0]);

const compiledIn = (dist) =>
  FOLDERS.flatMap((folder) => filesIn(join(dist, folder), (file) => file.endsWith(".js")));

/** Tells whether a compiled file is outside of the engine, and may need it. */
function isUser(dist, file) {
  const name = relative(dist, file).replace(/\.js$/, "");
  return name === BIN || (!isEngine(name) && !/^(alicloud|bindings|vendor)\b/.test(name));
}

const REQUIRE = /\brequire\("(\.[^"]+)"\)/g;

const engineModulesIn = (dist, file) =>
  [...readFileSync(file, "utf8").matchAll(REQUIRE)]
    .map(([, path]) => moduleAt(dist, file, path))
    .filter(isEngine);

function moduleAt(dist, file, path) {
  const module = relative(dist, resolve(dirname(file), path));
  return existsSync(join(dist, `${module}.js`)) ? module : `${module}/index`;
}

/** A module of the engine that takes what it exports from the one file. */
function stubOf(dist, name, member) {
  const file = join(dist, `${name}.js`);
  const exported = valuesOf(createRequire(file)(file)).map((value) => ({
    name: value,
    from: "./engine",
    member: `${member}.${value}`,
  }));
  return lazyModule(exported);
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
