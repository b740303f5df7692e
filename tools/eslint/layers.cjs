const { dirname, relative, resolve, sep } = require("node:path");

/**
 * An ESLint rule: what a folder of lib/ may import. Dependencies point one way, and only the
 * construct side knows cdktf, so that the check starts fast and runs where cdktf is not installed.
 *
 * Options: `lib` (the folder), `layers` (for a folder of lib/, the other folders that it may
 * import; a folder without an entry may import any), `packages` (what the folders without an
 * entry may import from node_modules; those with one may import nothing from there).
 */
exports.layers = {
  meta: {
    type: "problem",
    schema: [{ type: "object" }],
    messages: {
      folder: "{{from}} must not import {{to}} (it may import {{allowed}})",
      package: "{{from}} must not import the package {{to}} (lib/vendor/ re-exports libraries)",
    },
  },
  create(context) {
    const [{ lib, layers, packages }] = context.options;
    const from = folderOf(lib, context.filename);
    const allowed = layers[from];

    function check(node) {
      if (typeof node?.value !== "string" || node.value.startsWith("node:")) return;

      if (!node.value.startsWith(".")) {
        if (!allowed && packages.some((name) => isOf(name, node.value))) return;
        context.report({ node, messageId: "package", data: { from, to: node.value } });
        return;
      }
      const to = folderOf(lib, resolve(dirname(context.filename), node.value));
      if (!allowed || to === from || allowed.includes(to)) return;
      context.report({
        node,
        messageId: "folder",
        data: { from, to, allowed: allowed.join(", ") || "nothing else" },
      });
    }
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      "CallExpression[callee.name='require']": (call) => check(call.arguments[0]),
      TSExternalModuleReference: ({ expression }) => check(expression),
    };
  },
};

/** The folder of lib/ that a file is in; for a file in lib/ itself, its own name. */
const folderOf = (lib, file) => relative(lib, file).split(sep)[0].replace(/\.ts$/, "");

const isOf = (name, specifier) => specifier === name || specifier.startsWith(`${name}/`);
