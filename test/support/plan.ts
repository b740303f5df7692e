import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import {
  type Json,
  type JsonObject,
  type Reference,
  type Resource,
  type TerraformJson,
  type Value,
  ResourceGraph,
  blocks,
  isObject,
} from "../../lib/graph";
import { evaluate, references } from "../../lib/graph/expression";
import { isComputedBlock } from "../../lib/graph/read/plan/computed";

/**
 * Writes the plan form of a Terraform JSON configuration that was never applied, as
 * `terraform show -json` does: the provider itself is not at hand, its schema is. It is held
 * against real plans in test/graph/read/plan/plan-of.test.ts.
 *
 * Data sources are left to the apply, so what comes from them is not known, but for those in READ.
 * Modules are not made.
 *
 * @param variables values of variables; default: their defaults, or made up by type
 * @param options whether the configuration was applied before, so that nothing is to be done and all is known
 */
export function planOf(
  json: TerraformJson,
  variables: Readonly<Record<string, Json>> = {},
  { applied = false }: { readonly applied?: boolean } = {},
): JsonObject {
  const declared = namedBlocks(json.variable);
  const values = Object.fromEntries(
    [...declared].map(([name, body]) => [
      name,
      variables[name] ?? body.default ?? madeUp(name, body.type),
    ]),
  );
  const given = {
    ...json,
    variable: withDefaults(declared, values),
    ...(json.data !== undefined && { data: withWhatIsRead(json.data) }),
    ...(applied &&
      json.resource !== undefined && {
        resource: withWhatIsMade(json.resource, regionOf(json)),
      }),
  };
  const graph = new ResourceGraph([{ stack: "", json: given }]);
  const [module] = graph.modules;
  const all = [...module.resources].sort(
    (a, b) => compare(a.address, b.address) || compareKeys(keyOf(a), keyOf(b)),
  );
  const isRead = ({ mode, type }: Resource): boolean => mode === "data" && type in READ;
  const planned = all.filter((resource) => !isRead(resource)).map((one) => plannedOf(graph, one));
  const read = all.filter(isRead).map((one) => plannedOf(graph, one).planned);
  const outputs = module.outputs.map(({ name, value }) => {
    const { values: known, sensitive } = scalar(graph, value);
    return [name, { sensitive, ...(known !== undefined && { type: "string", value: known }) }];
  });
  const configuredVariables = [...declared].map(([name, body]) => [
    name,
    {
      ...(body.default !== undefined && { default: body.default }),
      ...(isTrue(body.sensitive) && { sensitive: true }),
    },
  ]);
  const configuredOutputs = [...namedBlocks(json.output)].map(([name, body]) => [
    name,
    {
      expression: expressionOf(body.value),
      ...(typeof body.description === "string" && { description: body.description }),
      ...(isTrue(body.sensitive) && { sensitive: true }),
    },
  ]);
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    ...(declared.size > 0 && {
      variables: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, { value }]),
      ),
    }),
    planned_values: {
      ...(outputs.length > 0 && { outputs: Object.fromEntries(outputs) }),
      root_module: { resources: planned.map((item) => item.planned) },
    },
    resource_changes: planned.map(({ change }) =>
      applied ? { ...change, change: { ...change.change, actions: ["no-op"] } } : change,
    ),
    ...(read.length > 0 && {
      prior_state: { format_version: "1.0", values: { root_module: { resources: read } } },
    }),
    configuration: {
      provider_config: providersOf(json, all),
      root_module: {
        ...(configuredOutputs.length > 0 && { outputs: Object.fromEntries(configuredOutputs) }),
        resources: configuredResources(json),
        ...(declared.size > 0 && { variables: Object.fromEntries(configuredVariables) }),
      },
    },
    applyable: true,
    complete: true,
    errored: false,
  };
}

interface Schema {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, { nesting_mode: string; block: Schema }>>;
}

interface Attribute {
  readonly type?: Json;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
}

let schemas: Readonly<Record<string, { block: Schema }>> | undefined;

/** What the provider says of a resource type; undefined for one of another provider. */
export function schemaOf(type: string): Schema | undefined {
  if (!schemas) {
    const file = path.join(__dirname, "../../schema/alicloud.json");
    const { provider_schemas: providers } = JSON.parse(readFileSync(file, "utf8"));
    const [provider] = Object.values(providers) as { resource_schemas: typeof schemas }[];
    schemas = provider.resource_schemas;
  }
  return schemas?.[type]?.block;
}

/** Values that the provider's source gives to what is not written, which its schema does not tell. */
const PROVIDER_DEFAULTS: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  alicloud_alidns_record: { line: "default", status: "ENABLE", ttl: 600 },
  alicloud_ram_role: { version: "1" },
};

/** What data sources answer that need nothing from the apply. */
const READ: Readonly<Record<string, JsonObject>> = {
  alicloud_account: { id: "1234567890123456" },
};

const PROVIDER = "registry.terraform.io/aliyun/alicloud";
const META_ARGUMENTS = new Set(
  "count for_each depends_on lifecycle provider provisioner connection // dynamic".split(" "),
);

interface Marked {
  /** Undefined where it is not known. */
  readonly values: Json | undefined;
  readonly unknown: Json | undefined;
  readonly sensitive: Json | undefined;
}

function plannedOf(graph: ResourceGraph, resource: Resource) {
  const { type, name, mode } = resource;
  const schema = schemaOf(type) ?? guessedSchema(resource);
  const { values, unknown, sensitive } = objectOf(graph, type, [], schema, (argument) =>
    resource.get(argument),
  );
  const index = keyOf(resource);
  const common = {
    address: wholeAddress(resource),
    mode,
    type,
    name,
    ...(index !== undefined && { index }),
    provider_name: providerName(type),
  };
  return {
    planned: { ...common, schema_version: 0, values, sensitive_values: sensitive },
    change: {
      ...common,
      change: {
        actions: [mode === "data" ? "read" : "create"],
        before: null,
        after: values,
        after_unknown: unknown,
        before_sensitive: false,
        after_sensitive: sensitive,
      },
    },
  };
}

function objectOf(
  graph: ResourceGraph,
  type: string,
  at: readonly string[],
  schema: Schema,
  get: (name: string) => Value,
): { values: JsonObject; unknown: JsonObject; sensitive: JsonObject } {
  const values: Record<string, Json> = {};
  const unknown: Record<string, Json> = {};
  const sensitive: Record<string, Json> = {};
  const put = (name: string, marked: Marked): void => {
    if (marked.values !== undefined) values[name] = marked.values;
    if (marked.unknown !== undefined) unknown[name] = marked.unknown;
    if (marked.sensitive !== undefined) sensitive[name] = marked.sensitive;
  };
  for (const [name, attribute] of Object.entries(schema.attributes ?? {})) {
    put(name, attributeOf(graph, type, at, name, attribute, get(name)));
  }
  for (const [name, { nesting_mode: nesting, block }] of Object.entries(schema.block_types ?? {})) {
    const value = get(name);
    const inside = [...at, name];
    if (nesting === "single") {
      put(name, { values: null, unknown: undefined, sensitive: undefined });
    } else if (value.isUnknown || (value.isNull && isComputedBlock(type, inside))) {
      put(name, { values: undefined, unknown: true, sensitive: [] });
    } else {
      const items = value.blocks.map((item) =>
        objectOf(graph, type, inside, block, (argument) => item.get(argument)),
      );
      put(name, {
        values: items.map((item) => item.values),
        unknown: items.map((item) => item.unknown),
        sensitive: items.map((item) => item.sensitive),
      });
    }
  }
  return { values, unknown, sensitive };
}

function attributeOf(
  graph: ResourceGraph,
  type: string,
  at: readonly string[],
  name: string,
  { type: kind, computed, sensitive }: Attribute,
  value: Value,
): Marked {
  const isList = Array.isArray(kind) && kind[0] !== "map";
  if (value.isNull) {
    const fallback = at.length === 0 ? PROVIDER_DEFAULTS[type]?.[name] : undefined;
    if (computed && fallback === undefined) {
      return {
        values: undefined,
        unknown: true,
        sensitive: sensitive ? true : isList ? [] : undefined,
      };
    }
    return {
      values: fallback ?? null,
      unknown: undefined,
      sensitive: sensitive ? true : undefined,
    };
  }
  const marked = convert(graph, value, kind);
  if (sensitive) return { ...marked, sensitive: true };
  return marked.unknown === true && isList && marked.sensitive === undefined
    ? { ...marked, sensitive: [] }
    : marked;
}

/** A value as the type of its argument has it. */
function convert(graph: ResourceGraph, value: Value, kind: Json | undefined): Marked {
  if (isAfterApply(graph, value)) {
    return { values: undefined, unknown: true, sensitive: value.isSensitive ? true : undefined };
  }
  if (value.kind === "list") {
    const inner = Array.isArray(kind) ? kind[1] : undefined;
    const items = value.items.map((item) => convert(graph, item, inner));
    if (Array.isArray(kind) && kind[0] === "set") {
      items.sort((a, b) => compare(JSON.stringify(a.values), JSON.stringify(b.values)));
    }
    return {
      values: items.map((item) => item.values ?? null),
      unknown: items.map((item) => item.unknown ?? false),
      sensitive: items.map((item) => item.sensitive ?? false),
    };
  }
  if (value.kind === "object") {
    const inner = Array.isArray(kind) ? kind[1] : undefined;
    const items = value.entries.map(([key, item]) => [key, convert(graph, item, inner)] as const);
    const part = (of: (item: Marked) => Json | undefined): JsonObject =>
      Object.fromEntries(
        items.map(([key, item]) => [key, of(item)]).filter(([, found]) => found !== undefined),
      );
    return {
      values: part((item) => item.values),
      unknown: part((item) => item.unknown),
      sensitive: part((item) => item.sensitive),
    };
  }
  const { values, sensitive } = scalar(graph, value);
  const { text, number, bool } = value;
  const converted =
    kind === "number"
      ? (number ?? values)
      : kind === "bool"
        ? (bool ?? values)
        : kind === "string"
          ? (text ?? values)
          : values;
  return { values: converted, unknown: undefined, sensitive: sensitive || undefined };
}

function scalar(
  graph: ResourceGraph,
  value: Value,
): { values: Json | undefined; sensitive: boolean } {
  const values = isAfterApply(graph, value) ? undefined : (value.plain as Json | undefined);
  return { values, sensitive: value.isSensitive };
}

/**
 * Whether a value is known after the apply only: also one that the graph tells from what the
 * provider computes it of, as a function's id.
 */
function isAfterApply(graph: ResourceGraph, value: Value): boolean {
  if (value.isUnknown) return true;
  if (value.kind === "list" || value.kind === "object") return false;
  const [module] = graph.modules;
  return value.origin.references.some((reference) => {
    const [target] = module.targets(reference);
    const [name] = target?.instance ? reference.path.slice(1) : reference.path;
    return target?.mode === "managed" && !target.argumentNames.includes(String(name));
  });
}

function wholeAddress(resource: Resource): string {
  return resource.address + resource.instance;
}

/** Terraform's own resource. Its output is of any type, which shows as an empty list among the marks. */
const TERRAFORM_DATA: Schema = {
  attributes: {
    id: { computed: true },
    input: {},
    output: { type: ["list", "dynamic"], computed: true },
    triggers_replace: {},
  },
};

/** Of another provider's resource only what is written is known. */
function guessedSchema({ type, argumentNames }: Resource): Schema {
  if (type === "terraform_data") return TERRAFORM_DATA;
  const written = argumentNames.filter((name) => !META_ARGUMENTS.has(name));
  return {
    attributes: {
      id: { computed: true },
      ...Object.fromEntries(written.map((name) => [name, { optional: true }])),
    },
  };
}

function providerName(type: string): string {
  const [name] = type.split("_");
  if (name === "alicloud") return PROVIDER;
  return name === "terraform"
    ? "terraform.io/builtin/terraform"
    : `registry.terraform.io/hashicorp/${name}`;
}

function providersOf(json: TerraformJson, all: readonly Resource[]): JsonObject {
  const found: Record<string, Json> = {};
  const versions = Object.assign(
    {},
    ...blocks(json.terraform).flatMap((terraform) => blocks(terraform.required_providers)),
  ) as JsonObject;
  const add = (name: string, block: JsonObject): void => {
    const { alias, ...settings } = block;
    const required = versions[name];
    const constraint = isObject(required) ? required.version : required;
    const key = typeof alias === "string" ? `${name}.${alias}` : name;
    found[key] = {
      name,
      full_name: providerName(`${name}_`),
      ...(typeof alias === "string" && { alias }),
      ...(typeof constraint === "string" && { version_constraint: constraint }),
      expressions: expressionsOf({ ...settings, version: undefined }, undefined),
    };
  };
  for (const providers of blocks(json.provider)) {
    for (const [name, body] of Object.entries(providers)) {
      for (const block of blocks(body)) add(name, block);
    }
  }
  for (const { provider } of all) {
    const [name] = provider.split(".");
    if (!(name in found)) add(name, {});
  }
  return sorted(found);
}

function configuredResources(json: TerraformJson): readonly JsonObject[] {
  const found: (JsonObject & { address: string })[] = [];
  for (const [mode, all] of [
    ["managed", json.resource],
    ["data", json.data],
  ] as const) {
    for (const types of blocks(all)) {
      for (const [type, named] of Object.entries(types)) {
        for (const [name, block] of [...namedBlocks(named as JsonObject)]) {
          const { count, for_each: each, depends_on: after, provider } = block;
          found.push({
            address: `${mode === "data" ? "data." : ""}${type}.${name}`,
            mode,
            type,
            name,
            provider_config_key: typeof provider === "string" ? provider : type.split("_")[0],
            expressions: expressionsOf(block, schemaOf(type)),
            schema_version: 0,
            ...(count !== undefined && { count_expression: expressionOf(count) }),
            ...(each !== undefined && { for_each_expression: expressionOf(each) }),
            ...(Array.isArray(after) && { depends_on: after }),
          });
        }
      }
    }
  }
  return found.sort((a, b) => compare(a.address, b.address));
}

/** Blocks as lists of expressions, what `dynamic` makes not among them. */
function expressionsOf(block: JsonObject, schema: Schema | undefined): JsonObject {
  const found: Record<string, Json> = {};
  for (const [name, json] of Object.entries(block)) {
    if (META_ARGUMENTS.has(name) || json === undefined) continue;
    const inner = schema?.block_types?.[name];
    if (!inner) {
      found[name] = expressionOf(json);
    } else if (json !== null) {
      found[name] = blocks(json).map((item) => expressionsOf(item, inner.block));
    }
  }
  return sorted(found);
}

function expressionOf(json: Json | undefined): JsonObject {
  const names = referencesIn(json);
  if (names.length > 0) return { references: names.flatMap(beginningsOf) };
  const constant = constantOf(json);
  return constant === undefined ? {} : { constant_value: constant };
}

function referencesIn(json: Json | undefined): readonly Reference[] {
  if (typeof json === "string") return references(json);
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap(referencesIn);
  return isObject(json)
    ? Object.entries(json).flatMap(([key, item]) => [...references(key), ...referencesIn(item)])
    : [];
}

/** Terraform does not call functions to find a constant. */
function constantOf(json: Json | undefined): Json | undefined {
  if (typeof json === "string") {
    if (/(^|[^$%])[$%]\{[^}]*\w\(/.test(json)) return undefined;
    const value = evaluate(json, {
      resolve: () => {
        throw new Error("no names");
      },
    });
    return value.plain as Json | undefined;
  }
  if (Array.isArray(json)) {
    const items = (json as readonly Json[]).map(constantOf);
    return items.includes(undefined) ? undefined : (items as Json[]);
  }
  if (!isObject(json)) return json;
  const entries = Object.entries(json).map(([key, item]) => [key, constantOf(item)] as const);
  return entries.some(([, item]) => item === undefined) ? undefined : Object.fromEntries(entries);
}

/** A name, and all that it begins with. A splat is told up to the star. */
function beginningsOf({ address, path: steps }: Reference): readonly string[] {
  const star = steps.indexOf("*");
  const told = star < 0 ? steps : steps.slice(0, star);
  const texts = [address];
  for (const step of told) {
    const key = typeof step === "number" ? `[${step}]` : `.${step}`;
    texts.push(`${texts.at(-1)}${key}`);
  }
  return texts.reverse();
}

function namedBlocks(json: Json | undefined): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const named of blocks(json)) {
    for (const [name, body] of Object.entries(named)) {
      for (const block of blocks(body)) found.set(name, block);
    }
  }
  return found;
}

/** What is read stands beside what is written. */
function withWhatIsRead(data: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(data).map(([type, named]) => [
      type,
      Object.fromEntries(
        [...namedBlocks(named)].map(([name, body]) => [name, { ...body, ...READ[type] }]),
      ),
    ]),
  );
}

/** What the service gave when a configuration was applied stands beside what is written. */
function withWhatIsMade(resource: JsonObject, region: string): JsonObject {
  return Object.fromEntries(
    Object.entries(resource).map(([type, named]) => [
      type,
      Object.fromEntries(
        [...namedBlocks(named)].map(([name, body]) => [
          name,
          { ...made(type, name, body, region), ...body },
        ]),
      ),
    ]),
  );
}

/** The region that the configuration names first. */
function regionOf(json: TerraformJson): string {
  const text = JSON.stringify([json.provider, json.resource]);
  return /"region":"([a-z]+-[a-z0-9-]+)"/.exec(text)?.[1] ?? "ap-southeast-1";
}

function made(type: string, name: string, body: JsonObject, region: string): JsonObject {
  const key =
    body.for_each !== undefined
      ? "-${each.key}"
      : body.count !== undefined
        ? "-${count.index}"
        : "";
  const host = `https://${name.toLowerCase()}${key}.${region}`;
  const known = (attribute: string): Json | undefined => {
    if (attribute === "http_trigger") {
      return [{ url_internet: `${host}.fcapp.run`, url_intranet: `${host}-vpc.fcapp.run` }];
    }
    if (attribute === "version_id") return "7";
    return `${attribute}-of-${type}-${name}${key}`;
  };
  const computed = Object.entries(schemaOf(type)?.attributes ?? { id: { computed: true } })
    .filter(
      ([attribute, { type: kind, computed, optional }]) =>
        attribute === "http_trigger" ||
        (computed &&
          (attribute === "id" || !optional) &&
          (kind === "string" || kind === undefined)),
    )
    .map(([attribute]) => [attribute, known(attribute)]);
  return Object.fromEntries(computed);
}

function withDefaults(
  declared: ReadonlyMap<string, JsonObject>,
  values: Readonly<Record<string, Json>>,
): JsonObject {
  return Object.fromEntries(
    [...declared].map(([name, body]) => [name, { ...body, default: values[name] }]),
  );
}

/** What somebody might give for a variable: for a text letters that look like a token. */
function madeUp(name: string, type: Json | undefined): Json {
  const text = typeof type === "string" ? type.replace(/^\$\{(.*)\}$/, "$1") : "string";
  if (text === "number") return 2;
  if (text === "bool") return true;
  if (/^(list|set|tuple)/.test(text)) return [madeUp(name, "string")];
  if (/^(map|object)/.test(text)) return {};
  const digest = createHash("sha256").update(name).digest("hex");
  if (/password/.test(name)) return `Aa1!${digest.slice(0, 20)}`;
  return digest.replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)]).slice(0, 40);
}

function isTrue(json: Json | undefined): boolean {
  return json === true || json === "true";
}

function sorted(json: Readonly<Record<string, Json>>): JsonObject {
  return Object.fromEntries(Object.entries(json).sort(([a], [b]) => compare(a, b)));
}

function keyOf({ instance }: Resource): string | number | undefined {
  return instance === "" ? undefined : (JSON.parse(instance)[0] as string | number);
}

/** Numbers are in order of their size. */
function compareKeys(a: string | number = "", b: string | number = ""): number {
  return typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
