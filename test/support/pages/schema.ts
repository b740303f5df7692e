import { readFileSync } from "node:fs";
import * as path from "node:path";

/** A block of the provider's schema. */
export interface Schema {
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Schema }>>;
}

const file = path.join(__dirname, "../../../schema/alicloud.json");
const [provider] = Object.values<{
  readonly provider: { readonly block: Schema };
  readonly resource_schemas: Readonly<Record<string, { readonly block: Schema }>>;
  readonly data_source_schemas: Readonly<Record<string, { readonly block: Schema }>>;
}>(JSON.parse(readFileSync(file, "utf8")).provider_schemas);

/** The schema of the provider's own configuration. */
export const PROVIDER: Schema = provider.provider.block;

/** The schema of a type of resources or data sources; undefined where it is not pinned here. */
export function schemaOf(kind: "resource" | "data", type: string): Schema | undefined {
  const schemas = kind === "resource" ? provider.resource_schemas : provider.data_source_schemas;
  return Object.hasOwn(schemas, type) ? schemas[type].block : undefined;
}

/** Whether an argument is written as a block. Of what is not pinned, all that looks like one. */
export function isBlock(schema: Schema | undefined, name: string, value: unknown): boolean {
  if (schema) return schema.block_types?.[name] !== undefined && typeof value !== "string";
  const items = Array.isArray(value) ? value : [value];
  return (
    items.length > 0 &&
    items.every((item) => typeof item === "object" && item !== null && !Array.isArray(item))
  );
}

/** The schema of a block. */
export function blockSchema(schema: Schema | undefined, name: string): Schema | undefined {
  return schema?.block_types?.[name]?.block;
}
