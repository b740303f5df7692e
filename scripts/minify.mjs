import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { minifySync } from "@swc/core";
import { filesIn } from "./stamp.mjs";

/**
 * Takes comments, white space and the names of what is local to a function out of what was
 * compiled, a third of the package; functions and classes keep their names, which stacks and
 * messages show, and the types keep the comments, which editors show. What re-exports is left as
 * it is, because Node reads the names for ES modules off its text. In the bundles functions too go by
 * short names: a stack shows one file with one line there anyway.
 */
export function minify(dist) {
  const bindings = join(dist, "alicloud");
  const isBundle = (file) => /^(constructs|engine|vendor)\//.test(relative(dist, file));
  const reExports = (file) =>
    dirname(file) === dist ||
    (basename(file) === "index.js" && dirname(dirname(file)) !== bindings && !isBundle(file));
  const compiled = filesIn(dist, (file) => file.endsWith(".js") && !reExports(file));
  for (const file of compiled) {
    writeFileSync(file, shorten(readFileSync(file, "utf8"), isBundle(file)));
  }
}

/** Shortens what nobody outside of a function, or of a bundle, can name. Licences of bundled libraries are in THIRD-PARTY.txt. */
function shorten(code, isBundle) {
  // swc keeps the name of `class A {}`, but not that of the `var A = class {}` that esbuild makes of it.
  const reserved = Array.from(code.matchAll(/\b(\w+) = class\b/g), ([, name]) => name);
  const mangle = { toplevel: isBundle, keep_fnames: !isBundle, keep_classnames: true, reserved };
  const format = { comments: false, ascii_only: true };
  const compress = isBundle && { toplevel: true, passes: 3, keep_classnames: true, ecma: 2022 };
  return minifySync(code, { compress, mangle, format, ecma: 2022 }).code;
}
