import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { lazyModule, valuesOf } from "./lazy-index.mjs";
import { at, root } from "./paths.mjs";
import { filesIn } from "./stamp.mjs";

/**
 * Makes one file, `dist/NAME/index.js`, of the modules of some folders: many small ones take long to
 * find, read and compile, and much room. What the rest of the package needs of them it takes from that
 * file, so that all of the code is there once. An entry of the package among them stays a module, of
 * getters that load the file when something of it is first asked for; `stays` is left as it is.
 */
export async function makeOneFile(dist, { name, folders, entry, stays, extras = () => "" }) {
  const isInside = (module) => module === entry || folders.includes(module.split("/")[0]);
  const isUser = (file) => {
    const module = relative(dist, file).replace(/\.js$/, "");
    return module === stays || (!isInside(module) && !/^(alicloud|bindings|vendor)\b/.test(module));
  };
  const compiled = filesIn(dist, (file) => file.endsWith(".js"));
  const users = compiled.filter(isUser);
  const needed = new Set(entry && [entry]);
  for (const file of users) {
    for (const [, path] of readFileSync(file, "utf8").matchAll(REQUIRE)) {
      const module = moduleAt(dist, file, path);
      if (isInside(module)) needed.add(module);
    }
  }
  const members = new Map([...needed].sort().map((module, index) => [module, `m${index}`]));
  const getters = entry && gettersOf(dist, entry, `./${name}`, members.get(entry));

  const inside = compiled.filter((file) => isInside(relative(dist, file).replace(/\.js$/, "")));
  const words = new Set(inside.flatMap((file) => readFileSync(file, "utf8").match(/\w+/g)));
  const plugins = [outside(dist, isInside, words), withExtras(extras)];
  const code = await bundle(dist, name, members, plugins);
  for (const file of users) takeFrom(dist, file, name, members);
  for (const file of inside) if (!isUser(file)) rmSync(file);
  if (entry) writeFileSync(join(dist, `${entry}.js`), getters);
  mkdirSync(join(dist, name), { recursive: true });
  writeFileSync(join(dist, name, "index.js"), code);
}

async function bundle(dist, name, members, plugins) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: [...members].map(([path, id]) => `export * as ${id} from "./${path}";`).join("\n"),
      resolveDir: at("lib"),
    },
    outfile: join(dist, name, "index.js"),
    tsconfig: at("tsconfig.json"),
    bundle: true,
    write: false,
    minifySyntax: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    legalComments: "none",
    logLevel: "warning",
    plugins,
  });
  return withClassNames(outputFiles[0].text);
}

/**
 * Of a class that names itself esbuild makes `var A = class _A {}`, and errors would say `_A`. Inside
 * of the class `A` is as good: the name that the source has there.
 */
function withClassNames(code) {
  const names = Array.from(code.matchAll(/\b(\w+) = class _\1\b/g), ([, name]) => `_${name}`);
  return code.replace(/\b_\w+/g, (name) => (names.includes(name) ? name.slice(1) : name));
}

const REQUIRE = /\brequire\("(\.[^"]+)"\)/g;

function moduleAt(dist, file, path) {
  const module = relative(dist, resolve(dirname(file), path));
  return existsSync(join(dist, `${module}.js`)) ? module : `${module}/index`;
}

/** Has a compiled module take from the one file what it took from the modules in it. */
function takeFrom(dist, file, name, members) {
  const from = `${relative(dirname(file), dist) || "."}/${name}`;
  const code = readFileSync(file, "utf8").replace(REQUIRE, (all, path) => {
    const member = members.get(moduleAt(dist, file, path));
    return member ? `require(${JSON.stringify(from)}).${member}` : all;
  });
  writeFileSync(file, code);
}

function gettersOf(dist, module, from, member) {
  const file = join(dist, `${module}.js`);
  const exported = valuesOf(createRequire(file)(file));
  return lazyModule(exported.map((name) => ({ name, from, member: `${member}.${name}` })));
}

/** What of Node is worth loading only when it is used: the check of most files never does. */
const SELDOM = /^node:(child_process|net|zlib)$/;

/**
 * Leaves what is not in the folders in files of their own. Bundled libraries and bindings, and parts of
 * Node, are loaded when something of them is first used; of what they export the code has to hold the word.
 */
function outside(dist, isInside, words) {
  const lazy = (path) => ({ path, namespace: "lazy" });
  const external = (path) => ({ path, external: true });
  return {
    name: "outside",
    setup(build) {
      build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, namespace }) => {
        if (namespace === "lazy") return external(path);
        const module = relative(at("lib"), resolve(resolveDir, path));
        if (isInside(module)) return undefined;
        return /^(alicloud|vendor)\//.test(module)
          ? lazy(`../${module}`)
          : external(`../${module}`);
      });
      build.onResolve({ filter: SELDOM }, ({ path, namespace }) =>
        namespace === "lazy" ? external(path) : lazy(path),
      );
      build.onLoad({ filter: /.*/, namespace: "lazy" }, ({ path }) => {
        const names = valuesOf(createRequire(join(dist, "one/file.js"))(path));
        const exported = names.filter((name) => words.has(name));
        return {
          contents: lazyModule(exported.map((name) => ({ name, from: path, member: name }))),
        };
      });
    },
  };
}

/** Adds to the sources what is not in them. */
function withExtras(extras) {
  return {
    name: "extras",
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8") + extras(relative(at("lib"), path)),
        loader: "ts",
      }));
    },
  };
}
