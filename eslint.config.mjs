import { join } from "node:path";
import jsdoc from "eslint-plugin-jsdoc";
import ts from "typescript-eslint";
import { layers } from "./tools/eslint/layers.cjs";

const base = ["facts"];
const rules = [...base, "graph", "rules"];
const check = [...rules, "policy", "report", "vendor"];

export default ts.config(
  {
    ignores: [
      "**/node_modules/",
      "**/cdktf.out/",
      ".cache/",
      "dist/",
      "lib/alicloud/",
      "lib/vendor/generated/",
      "packages/",
    ],
  },
  {
    files: ["**/*.{ts,mjs,cjs}"],
    extends: [ts.configs.strict],
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "object-shorthand": "error",
      "prefer-const": "error",
      "@typescript-eslint/consistent-type-imports": "off", // jsii wants plain imports
      "@typescript-eslint/no-extraneous-class": "off", // enum-like classes, for jsii
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["**/*.{mjs,cjs}"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["lib/**/*.ts"],
    languageOptions: {
      parserOptions: { project: "tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
    plugins: { jsdoc, local: { rules: { layers } } },
    rules: {
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: true,
          require: { ClassDeclaration: true, FunctionDeclaration: true, MethodDefinition: true },
          contexts: [
            "ExportNamedDeclaration > VariableDeclaration",
            "PropertyDefinition",
            "TSEnumDeclaration",
            "TSInterfaceDeclaration",
            "TSTypeAliasDeclaration",
            "TSInterfaceDeclaration TSMethodSignature",
          ],
          checkConstructors: false,
          enableFixer: false,
        },
      ],
      "local/layers": [
        "error",
        {
          lib: join(import.meta.dirname, "lib"),
          layers: {
            facts: [],
            graph: [...base, "vendor"],
            rules,
            policy: [...rules, "vendor"],
            report: [...rules, "policy"],
            check,
            cli: [...check, "check"],
          },
          packages: ["cdktf", "constructs"],
        },
      ],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["lib/vendor/*.ts"],
    rules: { "local/layers": "off" },
  },
  {
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
