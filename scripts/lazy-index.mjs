import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import ts from "typescript";
import { at } from "./paths.mjs";
import { filesIn } from "./stamp.mjs";

/**
 * Rewrites every compiled `index.js` that only re-exports into getters that load a module when
 * something of it is first asked for. The bindings alone take 60 ms to load, and an app uses five
 * of them.
 */
export function makeIndexesLazy(dist) {
  const lazy = filesIn(at("lib"), (file) => file.endsWith("/index.ts"))
    .map((source) => {
      const compiled = join(dist, relative(at("lib"), source)).replace(/\.ts$/, ".js");
      return { compiled, exported: reExports(source, compiled) };
    })
    .filter(({ exported }) => exported?.length > 0);
  // Written last: the names behind `export *` are found by loading the compiled modules.
  for (const { compiled, exported } of lazy) writeFileSync(compiled, lazyModule(exported));
}

/** What an index file exports, or nothing where it does more than re-export. */
function reExports(source, compiled) {
  const require = createRequire(compiled);
  const { statements } = ts.createSourceFile(
    source,
    readFileSync(source, "utf8"),
    ts.ScriptTarget.ES2022,
  );
  const exported = [];
  for (const statement of statements) {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return undefined;
    if (statement.isTypeOnly) continue;

    const from = statement.moduleSpecifier.text;
    const clause = statement.exportClause;
    if (clause === undefined) {
      for (const name of valuesOf(require(from))) exported.push({ name, from, member: name });
    } else if (ts.isNamespaceExport(clause)) {
      exported.push({ name: clause.name.text, from });
    } else {
      const values = new Set(valuesOf(require(from)));
      for (const { name, propertyName } of clause.elements) {
        const member = (propertyName ?? name).text;
        if (values.has(member)) exported.push({ name: name.text, from, member });
      }
    }
  }
  return exported;
}

/** The names of the values that a module exports. */
export const valuesOf = (module) =>
  Object.keys(module).filter((name) => name !== "__esModule" && name !== "default");

/** A module of getters: each requires `from`, and gives a `member` of it, or all of it. */
export function lazyModule(exported) {
  const getters = exported.map(({ name, from, member }) => {
    const value = `require(${JSON.stringify(from)})${member ? `.${member}` : ""}`;
    return `lazy(${JSON.stringify(name)}, () => ${value});`;
  });
  const names = exported.map(({ name }) => name).join(", ");
  return `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
function lazy(name, load) {
  function get() {
    const value = load();
    // Of a module that is still being loaded it may not be there yet.
    if (value !== undefined) Object.defineProperty(exports, name, { value });
    return value;
  }
  Object.defineProperty(exports, name, { enumerable: true, configurable: true, get });
}
${getters.join("\n")}
// Never run; from this \`import { … } from\` in an ES module learns the names.
0 && (module.exports = { ${names} });
`;
}
