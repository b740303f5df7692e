import { isAbsent, isRecord } from "../../../facts/issue";
import { wordProblem } from "../../../facts/word";
import type { Step } from "../../../graph/yaml/placed";
import { RequestParameterType } from "../parameters";
import type { Found, OpenApiDocument } from "./document";

/** What the gateway takes of a schema. */
export interface Simple {
  readonly type: RequestParameterType;
  readonly defaultValue?: string;
  /** What it does not take: `array`, `minimum`. */
  readonly lost: readonly string[];
}

const SCHEMA = { name: "a schema", is: () => true };

/** A schema, or what its `$ref` leads to; undefined where there is none, or it says nothing. */
export function schemaIn(
  document: OpenApiDocument,
  schema: unknown,
  path: readonly Step[],
): Found | undefined {
  if (!isRecord(schema)) return undefined;
  const chain = document.chain({ value: schema, path }, SCHEMA);
  if (!chain) return undefined;
  // What stands beside a `$ref` holds too; OpenAPI 3.0 says that it does not, and has it nowhere.
  const value = Object.assign({}, ...chain.map((one) => one.value).reverse()) as Found["value"];
  return { value, path: chain[chain.length - 1].path };
}

/** The type of a parameter, as far as the gateway has it. */
export function simpleOf(document: OpenApiDocument, schema: Found | undefined): Simple {
  if (!schema) return { type: RequestParameterType.STRING, lost: [] };
  const { value, path } = schema;
  const types = typesOf(value.type);
  types.forEach((name, index) => {
    const problem = wordProblem(name, [...Object.keys(TYPES), "array", "object", "null"]);
    const at = Array.isArray(value.type) ? [...path, "type", index] : [...path, "type"];
    if (problem) document.refuse(at, problem);
  });
  const some = types.filter((name) => name !== "null");
  const [only] = some;
  const type = some.length === 1 ? TYPES[only]?.(value.format) : undefined;
  const isText = isAbsent(value.default) || typeof value.default !== "object";
  const lost = [
    ...(some.length > 0 && !type ? [some.join(" or ")] : []),
    ...BEYOND.filter((keyword) => bounds(value[keyword])),
    ...(isText ? [] : ["default"]),
  ];
  return {
    type: type ?? RequestParameterType.STRING,
    lost,
    ...(isText && !isAbsent(value.default) && { defaultValue: String(value.default) }),
  };
}

function typesOf(type: unknown): readonly string[] {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.filter((name) => typeof name === "string");
}

/** By the type of a schema. A whole number without a format may be of any size. */
const TYPES: Readonly<Record<string, (format: unknown) => RequestParameterType>> = {
  string: () => RequestParameterType.STRING,
  integer: (format) => (format === "int32" ? RequestParameterType.INT : RequestParameterType.LONG),
  number: (format) =>
    format === "float" ? RequestParameterType.FLOAT : RequestParameterType.DOUBLE,
  boolean: () => RequestParameterType.BOOLEAN,
};

/** What a schema says of simple values beyond their type. */
const BEYOND = [
  "enum",
  "const",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
];

function bounds(value: unknown): boolean {
  return !isAbsent(value) && value !== false;
}
