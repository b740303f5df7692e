import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Failure } from "./main.mjs";
import { at } from "./paths.mjs";
import { provider } from "./provider.mjs";

/**
 * Replaces the compiled bindings of resources and data sources, a fifth of the package, by tables of
 * their fields: what the generator writes out for each of a thousand fields, `lib/bindings/` does
 * for any. The types stay the generator's, and the suite `bindings` holds what is shipped to what
 * the generator wrote.
 */
export function tabulateBindings(dist) {
  const schema = JSON.parse(readFileSync(at("schema/alicloud.json"), "utf8"));
  const { resource_schemas, data_source_schemas } = schema.provider_schemas[provider.fqn];
  for (const [kind, schemas, prefix] of [
    ["resource", resource_schemas, ""],
    ["dataSource", data_source_schemas, `data_${provider.name}_`],
  ]) {
    for (const [type, { block }] of Object.entries(schemas)) {
      const name = prefix + type.replace(`${provider.name}_`, "");
      const file = join(dist, "alicloud", name.replaceAll("_", "-"), "index.js");
      readFileSync(file); // fails where the generator gave it another name
      writeFileSync(file, moduleOf(dist, file, kind, pascal(name), type, tableOf(block)));
    }
  }
}

const pascal = (name) => name.replace(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase());

function moduleOf(dist, file, kind, name, type, table) {
  const helper = relative(dirname(file), join(dist, "bindings/resource"));
  const made = { providerName: provider.name, providerVersionConstraint: provider.version };
  const args = [name, type, made, table].map((arg) => JSON.stringify(arg)).join(", ");
  return `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
require(${JSON.stringify(helper)}).${kind}(exports, ${args});
`;
}

/** The fields of a block, in the words of lib/bindings/field.ts. */
function tableOf({ attributes = {}, block_types: blocks = {} }) {
  return [
    ...Object.entries(attributes).map(([name, { type, computed, optional, required }]) =>
      fieldOf(name, type, required ? "!" : computed && !optional ? "=" : ""),
    ),
    ...Object.entries(blocks).map(([name, nested]) => {
      const [open, close] = bracketsOf(name, nested);
      return `${name}${nested.min_items > 0 ? "!" : ""}${open}${tableOf(nested.block)}${close}`;
    }),
  ].join(" ");
}

const KINDS = {
  string: "",
  number: ":n",
  bool: ":b",
  "list,string": ":l",
  "set,string": ":t",
  "map,string": ":m",
  "map,number": ":k",
};

function fieldOf(name, type, mode) {
  const [kind, [element, members] = []] = type;
  // The generator has classes for objects; that they can be set occurs in no resource so far.
  if (kind === "list" && element === "object" && mode === "=") {
    const fields = Object.entries(members).map(([name, type]) => fieldOf(name, type, mode));
    return `${name}=[${fields.join(" ")}]`;
  }
  const letter = KINDS[String(type)];
  if (letter === undefined || (letter === ":k" && mode === "=")) {
    throw new Failure(`binding-tables.mjs knows no ${JSON.stringify(type)}, which ${name} is`);
  }
  return `${name}${letter}${mode}`;
}

function bracketsOf(name, { nesting_mode: mode, max_items: max }) {
  if (mode === "single") return "{}";
  if (mode === "list") return max === 1 ? "()" : "[]";
  if (mode === "set" && max !== 1) return "<>";
  throw new Failure(`binding-tables.mjs knows no ${mode} of at most ${max}, which ${name} is`);
}
