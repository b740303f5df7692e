import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A type as Terraform writes it in JSON: `"string"`, `["list", "string"]`, `["object", {…}]`. */
type Type = string | readonly [string, Type] | readonly ["object", Readonly<Record<string, Type>>];

interface Attribute {
  readonly type: Type;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}

interface BlockType {
  readonly nesting_mode: "single" | "group" | "list" | "set" | "map";
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: Block;
}

interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, BlockType>>;
}

type Blocks = Readonly<Record<string, { readonly block: Block }>>;

/** What `terraform providers schema -json` gives. */
export interface Schema {
  readonly provider_schemas: Readonly<
    Record<
      string,
      {
        readonly provider?: { readonly block: Block };
        readonly resource_schemas?: Blocks;
        readonly data_source_schemas?: Blocks;
      }
    >
  >;
}

type Json = Readonly<Record<string, unknown>>;

const COMMON = ["//", "count", "depends_on", "for_each", "lifecycle", "provider"];

/** What Terraform itself understands in a block, whatever the provider's schema says. */
const META = {
  provider: ["//", "alias"],
  resource: [...COMMON, "connection", "provisioner"],
  data: COMMON,
};

/** These are in Terraform itself, and in no provider's schema. */
const BUILT_IN = ["data.terraform_remote_state", "resource.terraform_data"];

/** The pinned schema of the provider. */
export const pinnedSchema: Schema = read("alicloud");

/** What the pinned schemas of all providers have that resources of ours need. */
const pinnedSchemas: Schema = {
  provider_schemas: { ...pinnedSchema.provider_schemas, ...read("time").provider_schemas },
};

function read(name: string): Schema {
  return JSON.parse(readFileSync(join(__dirname, `../../schema/${name}.json`), "utf8")) as Schema;
}

/**
 * Every place where Terraform JSON does not follow a provider's schema: `ADDRESS.PATH: what is
 * wrong`. It is stricter than Terraform, which would turn `"5"` into 5: what we write has the type
 * that the schema says, or is a `${…}`, which can be of any.
 */
export function conformance(tfJson: object, schema: Schema = pinnedSchemas): string[] {
  const providers = Object.entries(schema.provider_schemas);
  const known = {
    provider: Object.fromEntries(
      providers.map(([source, { provider }]) => [source.split("/").at(-1)!, provider!]),
    ),
    resource: Object.assign({}, ...providers.map(([, it]) => it.resource_schemas)) as Blocks,
    data: Object.assign({}, ...providers.map(([, it]) => it.data_source_schemas)) as Blocks,
  };
  const { provider, resource, data } = tfJson as Record<"provider" | "resource" | "data", unknown>;

  const found: string[] = [];
  for (const [name, bodies] of entries(provider)) {
    check("provider", name, `provider.${name}`, bodies);
  }
  for (const [type, blocks] of entries(resource)) {
    for (const [name, bodies] of entries(blocks)) {
      check("resource", type, `${type}.${name}`, bodies);
    }
  }
  for (const [type, blocks] of entries(data)) {
    for (const [name, bodies] of entries(blocks)) {
      check("data", type, `data.${type}.${name}`, bodies);
    }
  }
  return found;

  function check(kind: keyof typeof META, type: string, at: string, bodies: unknown): void {
    if (BUILT_IN.includes(`${kind}.${type}`)) return;
    const schemaOf = known[kind][type];
    if (!schemaOf) {
      found.push(`${at}: unknown ${kind === "data" ? "data source" : kind} type ${type}`);
      return;
    }
    for (const body of listOf(bodies)) found.push(...inBlock(at, body, schemaOf.block, META[kind]));
  }
}

function inBlock(at: string, body: unknown, block: Block, meta: readonly string[]): string[] {
  if (!isObject(body)) return [`${at}: expected a block, got ${kindOf(body)}`];

  const attributes = block.attributes ?? {};
  const blockTypes = block.block_types ?? {};
  const dynamic = isObject(body.dynamic) ? body.dynamic : {};

  const unknown = Object.keys(body)
    .filter((name) => !(name in attributes || name in blockTypes || meta.includes(name)))
    .filter((name) => name !== "dynamic" || !isObject(body.dynamic))
    .map((name) => `${at}: unknown argument ${name}`);
  const unknownDynamic = Object.keys(dynamic)
    .filter((name) => !(name in blockTypes))
    .map((name) => `${at}: unknown block ${name} in dynamic`);

  return [
    ...unknown,
    ...unknownDynamic,
    ...Object.entries(attributes).flatMap(([name, attribute]) =>
      inAttribute(`${at}.${name}`, body[name], attribute),
    ),
    ...Object.entries(blockTypes).flatMap(([name, blockType]) =>
      inNestedBlocks(`${at}.${name}`, body[name], dynamic[name], blockType),
    ),
  ];
}

function inAttribute(at: string, value: unknown, attribute: Attribute): string[] {
  if (isAbsent(value)) return attribute.required ? [`${at}: required, but missing`] : [];
  if (!attribute.required && !attribute.optional) return [`${at}: computed, cannot be set`];
  return inValue(at, value, attribute.type);
}

function inNestedBlocks(
  at: string,
  value: unknown,
  dynamic: unknown,
  { nesting_mode: nesting, min_items: min = 0, max_items: max, block }: BlockType,
): string[] {
  const generated = listOf(dynamic).flatMap((one) =>
    inBlock(`${at}[dynamic]`, isObject(one) ? one.content : one, block, ["//"]),
  );
  if (nesting === "map") {
    const labelled = entries(value).flatMap(([label, one]) =>
      inBlock(`${at}[${JSON.stringify(label)}]`, one, block, ["//"]),
    );
    return [...generated, ...labelled];
  }

  const written = listOf(value);
  const most = nesting === "single" || nesting === "group" ? 1 : max;
  const found = written.flatMap((one, index) =>
    inBlock(Array.isArray(value) ? `${at}[${index}]` : at, one, block, ["//"]),
  );
  if (written.length < min && generated.length === 0 && isAbsent(dynamic)) {
    found.unshift(`${at}: at least ${min} needed, got ${written.length}`);
  }
  if (most && written.length > most) {
    found.unshift(`${at}: at most ${most} allowed, got ${written.length}`);
  }
  return [...found, ...generated];
}

function inValue(at: string, value: unknown, type: Type): string[] {
  if (isAbsent(value) || isTemplate(value)) return [];

  if (typeof type === "string") {
    const actual = kindOf(value);
    const expected = type === "dynamic" ? actual : type;
    return actual === expected ? [] : [`${at}: expected ${expected}, got ${actual}`];
  }
  const [constructor, of] = type;
  if (constructor === "list" || constructor === "set") {
    if (!Array.isArray(value)) return [`${at}: expected ${constructor}, got ${kindOf(value)}`];
    return value.flatMap((item, index) => inValue(`${at}[${index}]`, item, of as Type));
  }
  if (!isObject(value)) return [`${at}: expected ${constructor}, got ${kindOf(value)}`];
  return Object.entries(value).flatMap(([key, item]) => {
    if (constructor === "map") return inValue(`${at}[${JSON.stringify(key)}]`, item, of as Type);
    const member = (of as Readonly<Record<string, Type>>)[key];
    return member ? inValue(`${at}.${key}`, item, member) : [`${at}: unknown attribute ${key}`];
  });
}

/** A block may be written once as an object, or as a list of objects. */
function listOf(value: unknown): readonly unknown[] {
  if (isAbsent(value)) return [];
  return Array.isArray(value) ? value : [value];
}

const entries = (value: unknown): [string, unknown][] =>
  isObject(value) ? Object.entries(value).filter(([name]) => name !== "//") : [];

const isAbsent = (value: unknown): value is null | undefined => value == null;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTemplate = (value: unknown): boolean =>
  typeof value === "string" && /(^|[^$%])(\$\$|%%)*[$%]\{/.test(value);

/** What a JSON value is, in Terraform's words. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (typeof value === "boolean") return "bool";
  return typeof value; // number, string, object
}
