import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

/**
 * Puts the types of some folders into one file, `dist/NAME/index.d.ts`, as one-file.mjs does with the
 * code: two hundred small files take a fifth more room. What exports them, and the files that have to
 * stay apart, take each name from there. A file stays apart when a name in it means something else in
 * another one, or hides a global one; or when somebody takes it as a whole.
 */
export function mergeDeclarations(dist, files, { name, folders }) {
  const modules = new Map(files.map((file) => [file, read(file)]));
  const inFolders = (file) => folders.includes(relative(dist, file).split("/")[0]);
  const into = join(dist, name, "index.d.ts");
  const merged = mergeable(modules, [...modules.keys()].filter(inFolders));

  const hoisted = new Map();
  const declarations = [];
  for (const file of merged) {
    const { imports, text } = modules.get(file);
    for (const one of imports) {
      const origin = originOf(modules, file, one);
      if (!merged.has(origin.file)) hoisted.set(one.local, importOf(origin, one, into));
    }
    declarations.push(text);
  }
  for (const [file, { source }] of modules) {
    if (!merged.has(file)) writeFileSync(file, redirected(modules, file, source, merged, into));
  }
  for (const file of merged) rmSync(file);
  // Without an `export {}` everything in a file of types is exported.
  const text = [...hoisted.values(), ...declarations, "export {};"].join("\n");
  writeFileSync(into, `${text}\n`);
}

const isRelative = (specifier) => specifier.startsWith(".");

/** The names that a file declares, imports and exports, and the text of what it declares. */
function read(file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.ES2022,
    true,
  );
  const module = { source, declared: new Set(), imports: [], exports: [], isWhole: true, text: "" };
  const parts = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      module.imports.push(...importsOf(file, statement));
    } else if (ts.isExportDeclaration(statement)) {
      module.exports.push(...exportsOf(file, statement));
    } else {
      const names = namesOf(statement);
      if (names.length === 0) module.isWhole = false; // `declare global`, `export =`
      for (const one of names) module.declared.add(one);
      parts.push(statement.getFullText(source).trim());
    }
  }
  module.text = parts.join("\n");
  return module;
}

function namesOf(statement) {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.text);
  }
  const isGlobal = ts.isModuleDeclaration(statement) && statement.name.text === "global";
  return statement.name && !isGlobal ? [statement.name.text] : [];
}

function importsOf(file, { importClause, moduleSpecifier }) {
  const from = targetOf(file, moduleSpecifier.text);
  const { namedBindings: bindings } = importClause;
  if (importClause.name || !bindings) throw new Error(`${file} has an import that is not of names`);
  if (ts.isNamespaceImport(bindings)) return [{ local: bindings.name.text, name: "*", from }];
  return bindings.elements.map((element) => ({ ...asked(element, importClause), from }));
}

function exportsOf(file, statement) {
  const { exportClause, moduleSpecifier } = statement;
  const from = moduleSpecifier && targetOf(file, moduleSpecifier.text);
  if (!exportClause) return [{ local: "*", name: "*", from }];
  if (ts.isNamespaceExport(exportClause)) throw new Error(`${file} exports a namespace`);
  return exportClause.elements.map((element) => ({ ...asked(element, statement), from }));
}

const asked = ({ name, propertyName, isTypeOnly }, list) => ({
  local: name.text,
  name: (propertyName ?? name).text,
  isTypeOnly: isTypeOnly || list.isTypeOnly,
});

/** The file that a module means by a path; the name of a package as it is. */
function targetOf(file, specifier) {
  if (!isRelative(specifier)) return specifier;
  const target = resolve(dirname(file), specifier);
  return [`${target}.d.ts`, join(target, "index.d.ts")].find((one) => existsSync(one));
}

/** Where a name that a module imports or exports is declared, as what, and whether as a type alone. */
function originOf(modules, file, { name, from, isTypeOnly }) {
  const isNamed = modules.has(from) && name !== "*";
  const origin =
    from === undefined
      ? meaningIn(modules, file, name)
      : isNamed
        ? exportOf(modules, from, name)
        : { file: from, name };
  return origin && { ...origin, isTypeOnly: isTypeOnly || origin.isTypeOnly };
}

/** What a name means inside of a module. */
function meaningIn(modules, file, name) {
  const { declared, imports } = modules.get(file);
  if (declared.has(name)) return { file, name };
  return originOf(
    modules,
    file,
    imports.find(({ local }) => local === name),
  );
}

/** What a name means to who imports it from a module. */
function exportOf(modules, file, name) {
  const { declared, exports } = modules.get(file);
  if (declared.has(name)) return { file, name };
  const one = exports.find(({ local }) => local === name);
  if (one) return originOf(modules, file, one);
  for (const { from } of exports.filter(({ local }) => local === "*")) {
    const found = exportOf(modules, from, name);
    if (found) return found;
  }
  return undefined;
}

/** Every name that a module exports. */
function exportedBy(modules, file) {
  const { source, exports } = modules.get(file);
  const declared = source.statements
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap(namesOf);
  const others = exports.flatMap(({ local, from }) =>
    local === "*" ? exportedBy(modules, from) : local,
  );
  return [...new Set([...declared, ...others])];
}

/** Names that types use without an import. */
const GLOBAL = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...[
    "Awaited",
    "Exclude",
    "Extract",
    "InstanceType",
    "Iterable",
    "IterableIterator",
    "NonNullable",
  ],
  ...["Omit", "Parameters", "Partial", "Pick", "Readonly", "ReadonlyArray", "ReadonlyMap"],
  ...[
    "ReadonlySet",
    "Record",
    "Required",
    "ReturnType",
    "Uppercase",
    "Lowercase",
    "RegExpExecArray",
  ],
  ...["NodeJS", "PropertyKey", "Generator", "Iterator", "ArrayLike", "PromiseLike"],
]);

/** The files that can be one: each name in them means the same everywhere. */
function mergeable(modules, files) {
  const whole = [...modules.values()].flatMap(({ imports }) =>
    imports.filter(({ name }) => name === "*").map(({ from }) => from),
  );
  const merged = new Set(
    files.filter((file) => modules.get(file).isWhole && !whole.includes(file)).sort(),
  );
  for (let before = -1; before !== merged.size;) {
    before = merged.size;
    const meanings = new Map();
    for (const file of merged) {
      const { declared } = modules.get(file);
      const isFree = (name) => !meanings.has(name) && !GLOBAL.has(name);
      if (![...declared].every(isFree)) merged.delete(file);
      else for (const name of declared) meanings.set(name, `${file} ${name}`);
    }
    for (const file of merged) {
      const means = modules.get(file).imports.map((one) => {
        const { file: from, name } = originOf(modules, file, one);
        return [one.local, `${from} ${name}`];
      });
      if (means.some(([name, what]) => (meanings.get(name) ?? what) !== what)) merged.delete(file);
      else for (const [name, what] of means) meanings.set(name, what);
    }
  }
  return merged;
}

function importOf({ file, name }, { local }, into) {
  const from = JSON.stringify(pathTo(into, file));
  if (name === "*") return `import * as ${local} from ${from};`;
  return `import { ${name === local ? name : `${name} as ${local}`} } from ${from};`;
}

function pathTo(from, file) {
  if (!file.endsWith(".d.ts")) return file;
  const path = relative(dirname(from), file).replace(/(\/index)?\.d\.ts$/, "");
  return path.startsWith(".") ? path : `./${path}`;
}

/** The text of a module that takes from the one file what is there now. */
function redirected(modules, file, source, merged, into) {
  const home = (origin) => (merged.has(origin.file) ? into : origin.file);
  const written = source.statements.map((statement) => {
    const text = statement.getFullText(source).trim();
    const specifier = statement.moduleSpecifier?.text;
    if (!specifier || !isRelative(specifier)) return text;
    const isImport = ts.isImportDeclaration(statement);
    const named = (isImport ? importsOf : exportsOf)(file, statement).flatMap((one) => {
      if (isImport || one.name !== "*" || !modules.has(one.from)) return one;
      return exportedBy(modules, one.from).map((name) => ({ local: name, name, from: one.from }));
    });
    if (named.some(({ name }) => name === "*")) return text;
    const lists = new Map();
    for (const one of named) {
      const origin = originOf(modules, file, one);
      const path = pathTo(file, home(origin));
      const type = one.isTypeOnly || origin.isTypeOnly ? "type " : "";
      const item = `${type}${origin.name === one.local ? "" : `${origin.name} as `}${one.local}`;
      lists.set(path, [...(lists.get(path) ?? []), item]);
    }
    const [comment = ""] = /^\/\*\*[\s\S]*?\*\/\n/.exec(text) ?? [];
    const word = isImport ? "import" : "export";
    const lines = Array.from(
      lists,
      ([path, items]) => `${word} { ${items.join(", ")} } from ${JSON.stringify(path)};`,
    );
    return comment + lines.join("\n");
  });
  return `${written.join("\n")}\n`;
}
