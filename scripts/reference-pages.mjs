import ts from "typescript";
import { at } from "./paths.mjs";

/** A page for each entry of the package that people write against. */
const ENTRIES = {
  "docs/reference/constructs.md": {
    entry: "lib/index.ts",
    module: "fc-frontdoor",
    about:
      "The constructs, for TypeScript; the other languages have the same names in their own spelling.",
  },
  "docs/reference/check.md": {
    entry: "lib/check.ts",
    module: "fc-frontdoor/check",
    about: "The engine without constructs: read a configuration, judge it, show the report.",
  },
  "docs/reference/testing.md": {
    entry: "lib/testing/index.ts",
    module: "fc-frontdoor/testing",
    about: "Matchers and the test kit for rules.",
  },
};

/** Every page by its name, made of the sources: the types and their comments. */
export function referencePages() {
  const options = ts.parseJsonConfigFileContent(
    ts.readConfigFile(at("tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    at("."),
  ).options;
  const program = ts.createProgram(
    Object.values(ENTRIES).map(({ entry }) => at(entry)),
    options,
  );
  const checker = program.getTypeChecker();
  return Object.fromEntries(
    Object.entries(ENTRIES).map(([file, { entry, module, about }]) => {
      const source = checker.getSymbolAtLocation(program.getSourceFile(at(entry)));
      const page = new Page(checker, checker.getExportsOfModule(source));
      const lines = [`# ${module}`, `Written by \`npm run reference\`. ${about}`, page.text()];
      return [file, `${lines.join("\n\n")}\n`];
    }),
  );
}

const has = (symbol, flag) => (symbol.flags & flag) !== 0;
const byName = (one, other) => (one.name < other.name ? -1 : 1);
const PLAIN =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;

/** What one entry exports. */
class Page {
  constructor(checker, exported) {
    this.checker = checker;
    this.symbols = exported
      .map((symbol) => {
        const isAlias = has(symbol, ts.SymbolFlags.Alias);
        const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
        return { name: symbol.name, target };
      })
      .filter(({ target }) => isPublic(target))
      .sort(byName);
    this.exported = new Set(this.symbols.map(({ target }) => target));
  }

  text() {
    return this.symbols.map((symbol) => this.section(symbol)).join("\n\n");
  }

  section({ name, target }) {
    const [declaration] = target.declarations;
    const lines = [`## ${name}`, this.heading(name, target, declaration)];
    if (!isGenerated(declaration)) lines.push(this.comment(target, declaration));
    const members = this.members(target, declaration).join("\n");
    return [...lines, members].filter(Boolean).join("\n\n");
  }

  /** What kind of thing it is, and what it is made of besides its members. */
  heading(name, target, declaration) {
    if (ts.isFunctionDeclaration(declaration)) return code(name + this.call(declaration));
    if (ts.isTypeAliasDeclaration(declaration)) {
      return isObject(declaration) ? "type" : code(`type ${name} = ${declaration.type.getText()}`);
    }
    if (ts.isEnumDeclaration(declaration)) return "enum";
    if (ts.isVariableDeclaration(declaration)) {
      return code(`const ${name}: ${this.typeOf(target, declaration)}`);
    }
    const isAbstract = declaration.modifiers?.some(
      ({ kind }) => kind === ts.SyntaxKind.AbstractKeyword,
    );
    const kind = ts.isClassDeclaration(declaration) ? "class" : "interface";
    const heritage = (declaration.heritageClauses ?? []).map((clause) => {
      const word = clause.token === ts.SyntaxKind.ExtendsKeyword ? "extends" : "implements";
      return `${word} ${clause.types.map((type) => code(type.getText())).join(", ")}`;
    });
    return [isAbstract && "abstract", kind, ...heritage].filter(Boolean).join(" ");
  }

  members(target, declaration) {
    if (has(target, ts.SymbolFlags.Enum)) {
      return [...target.exports.values()].map((member) => this.item(member, code(member.name)));
    }
    if (ts.isTypeAliasDeclaration(declaration) && !isObject(declaration)) return [];
    if (!has(target, ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) {
      return [];
    }
    const type = this.checker.getDeclaredTypeOfSymbol(target);
    const own = this.checker.getPropertiesOfType(type).filter((one) => this.isOwn(one, target));
    if (!has(target, ts.SymbolFlags.Class)) return own.map((one) => this.member(one));
    if (isGenerated(declaration)) {
      return ["- generated: its members are those of `cdktf get`"];
    }
    const fixed = [...target.exports.values()]
      .filter(isPublic)
      .filter(({ name }) => name !== "prototype");
    return [
      ...this.constructors(target),
      ...fixed.map((one) => this.member(one, `${target.name}.`)),
      ...own.sort(byName).map((one) => this.member(one)),
    ];
  }

  /** Whether it is told of here: of what is exported itself, and of the rest's, each tells its own. */
  isOwn(member, target) {
    const [declaration] = member.declarations ?? [];
    if (!declaration || !isPublic(member) || isForeign(declaration)) return false;
    const owner = this.checker.getSymbolAtLocation(ownerOf(declaration)?.name ?? declaration);
    return owner === target || !this.exported.has(owner);
  }

  constructors(target) {
    const signature = this.checker
      .getTypeOfSymbol(target)
      .getConstructSignatures()
      .find(({ declaration }) => declaration && !isForeign(declaration) && !isHidden(declaration));
    if (!signature) return [];
    const call = this.call(signature.declaration, true);
    return [bullet(code(`new ${target.name}${call}`), this.told(signature, signature.declaration))];
  }

  member(symbol, before = "") {
    const [declaration] = symbol.declarations;
    if (isMethod(declaration)) {
      return this.item(symbol, code(before + symbol.name + this.call(declaration)));
    }
    const mark = has(symbol, ts.SymbolFlags.Optional) ? "?" : "";
    return this.item(
      symbol,
      code(`${before}${symbol.name}${mark}: ${this.typeOf(symbol, declaration)}`),
    );
  }

  item(symbol, text) {
    const [declaration] = symbol.declarations;
    return bullet(text, isGenerated(declaration) ? [] : this.told(symbol, declaration));
  }

  typeOf(symbol, declaration) {
    if (declaration.type) return declaration.type.getText();
    return this.checker.typeToString(this.checker.getTypeOfSymbol(symbol), declaration, PLAIN);
  }

  /** Parameters and result, as they are written. */
  call(declaration, isNew = false) {
    const signature = this.checker.getSignatureFromDeclaration(declaration);
    const parameters = declaration.parameters.map((one) => {
      const mark = one.questionToken || one.initializer ? "?" : "";
      const rest = one.dotDotDotToken ? "..." : "";
      const type =
        one.type?.getText() ?? this.checker.typeToString(this.checker.getTypeAtLocation(one));
      return `${rest}${one.name.getText()}${mark}: ${type}`;
    });
    if (isNew) return `(${parameters.join(", ")})`;
    const result =
      declaration.type?.getText() ??
      this.checker.typeToString(signature.getReturnType(), declaration, PLAIN);
    return `(${parameters.join(", ")}): ${result}`;
  }

  comment(symbol, declaration) {
    return this.told(symbol, declaration).join("\n\n");
  }

  /** What a comment says: its text, then its tags. */
  told(symbol) {
    const parts = symbol.getDocumentationComment(this.checker);
    const tags = symbol
      .getJsDocTags(this.checker)
      .filter(({ name }) => name in TAGS)
      .map(({ name, text }) => TAGS[name](plain(text)))
      .filter(Boolean);
    return [plain(parts), ...tags].filter(Boolean);
  }
}

const TAGS = {
  default: (text) => `Default: ${text.replace(/^- /, "")}`,
  deprecated: (text) => `Deprecated: ${text}`,
  param: (text) => {
    const [, name, rest] = /^(\S+)\s+(?:- )?([\s\S]+)$/.exec(text) ?? [];
    return rest && `${code(name)}: ${rest}`;
  },
  returns: (text) => `Gives ${text}`,
  see: (text) => `See ${text}`,
  throws: (text) => `Throws ${text}`,
};

const code = (text) => `\`\`${text.replace(/\s+/g, " ")}\`\``.replace(/^``([^`]*)``$/, "`$1`");

/** A comment's text, with its links as names. */
const plain = (parts = []) =>
  parts
    .map(({ text }) => text)
    .join("")
    .replace(/\{@link (\S+?)\}/g, "`$1`")
    .replaceAll("*\\/", "*/")
    .trim();

function bullet(text, paragraphs) {
  const [first, ...rest] = paragraphs;
  const lines = [`- ${text}${first ? `: ${first}` : ""}`, ...rest].join("\n\n");
  return lines.replace(/\n(?=.)/g, "\n  ");
}

const fileOf = (declaration) => declaration.getSourceFile().fileName;
const isForeign = (declaration) => !fileOf(declaration).startsWith(at("lib/"));
const isGenerated = (declaration) => fileOf(declaration).startsWith(at("lib/alicloud/"));
const isObject = (declaration) => ts.isTypeLiteralNode(declaration.type);
const isHidden = (declaration) =>
  (ts.getCombinedModifierFlags(declaration) &
    (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !==
    0 || ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === "internal");
const isPublic = (symbol) =>
  !symbol.name.startsWith("_") && symbol.declarations?.every((one) => !isHidden(one));
const isMethod = (declaration) =>
  ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration);
const ownerOf = (declaration) =>
  ts.findAncestor(
    declaration,
    (node) => ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node),
  );
