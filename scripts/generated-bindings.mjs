import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "./paths.mjs";
import { provider } from "./provider.mjs";
import { makeFolder } from "./stamp.mjs";

/** Where the bindings are as `cdktf get` would write them, compiled. */
export const generated = at(".cache/bindings-as-generated");

/** What was replaced by tables: the resources and data sources, not the provider. */
export function tabledBindings() {
  const { provider_schemas } = JSON.parse(readFileSync(at("schema/alicloud.json"), "utf8"));
  const { resource_schemas, data_source_schemas } = provider_schemas[provider.fqn];
  const of = (schemas, prefix) =>
    Object.entries(schemas).map(([type, { block }]) => ({
      folder: type.replace(/^alicloud_/, prefix).replaceAll("_", "-"),
      block,
    }));
  return [...of(resource_schemas, ""), ...of(data_source_schemas, "data-alicloud-")];
}

/** Compiles the bindings as the generator wrote them: what those of the package are compared with. */
export function generatedBindings() {
  const all = tabledBindings();
  const source = (folder) => at("lib/alicloud", folder, "index.ts");
  const sources = all.map(({ folder }) => source(folder));
  return makeFolder(generated, [...sources, at("tsconfig.json")], async (target) => {
    const { default: ts } = await import("typescript");
    const compilerOptions = { target: "es2022", module: "commonjs", esModuleInterop: true };
    for (const { folder } of all) {
      const text = readFileSync(source(folder), "utf8");
      mkdirSync(join(target, folder));
      const { outputText } = ts.transpileModule(text, { compilerOptions });
      writeFileSync(join(target, folder, "index.js"), outputText);
    }
  });
}
