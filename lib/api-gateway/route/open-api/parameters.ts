import { requestHeaderProblem } from "../../../facts/headers";
import { isRecord } from "../../../facts/issue";
import {
  type RequestParameter,
  RequestParameterLocation,
  RequestParameterType,
} from "../parameters";
import { RequestMode } from "../words";
import type { Found, OpenApiDocument } from "./document";
import { shortened } from "./names";
import { type Operation, itemsOf } from "./operation";
import { OpenApiPart } from "./part";
import { type Simple, schemaIn, simpleOf } from "./schemas";

/** What an operation says of a part of a request, as far as the gateway has it. */
export interface Mapped {
  readonly parameters: readonly RequestParameter[];
  /** The rest: `cookie: session`. */
  readonly notMapped: readonly string[];
}

const PARAMETER = {
  name: "a parameter",
  is: ({ name, in: where }: Found["value"]): boolean =>
    typeof name === "string" && typeof where === "string",
};

const LOCATIONS: Readonly<Record<string, RequestParameterLocation>> = {
  path: RequestParameterLocation.PATH,
  query: RequestParameterLocation.QUERY,
  header: RequestParameterLocation.HEAD,
};

/** What an operation says of them elsewhere; OpenAPI has them ignored here. */
const IGNORED = ["accept", "authorization", "content-type"];

/** The parameters of an operation: its own, and those of its path. */
export function parametersOf(
  document: OpenApiDocument,
  operation: Operation,
  mode: RequestMode,
): Mapped {
  const declared = declaredFor(document, operation);
  refuseOthers(document, operation, declared);
  const parameters: RequestParameter[] = [];
  const notMapped: string[] = [];
  for (const parameter of declared) {
    const { name, in: where } = parameter.value as unknown as Declared;
    if (where === "header" && IGNORED.includes(name.toLowerCase())) continue;
    if (where === "header" && requestHeaderProblem(name)) {
      notMapped.push(`${OpenApiPart.PARAMETER}: ${name} in header (kept by the platform)`);
      continue;
    }
    const location = LOCATIONS[where];
    if (!location) {
      notMapped.push(`${OpenApiPart.COOKIE}: ${name}`);
      continue;
    }
    const simple = typeOf(document, parameter);
    const mapped = requestParameter(parameter.value, location, simple);
    parameters.push(mapped);
    notMapped.push(...lost(`${name} in ${where}`, mapped, simple, mode));
  }
  return { parameters, notMapped };
}

interface Declared {
  readonly name: string;
  readonly in: string;
}

/** Those of the operation take the place of those of its path. */
function declaredFor(document: OpenApiDocument, { own, item }: Operation): readonly Found[] {
  const all = new Map<string, Found>();
  for (const list of [itemsOf(item, "parameters"), itemsOf([own], "parameters")]) {
    const seen = new Set<string>();
    for (const one of list) {
      const parameter = document.follow(one, PARAMETER);
      if (!parameter) continue;
      const { name, in: where } = parameter.value as unknown as Declared;
      const key = `${where} ${where === "header" ? name.toLowerCase() : name}`;
      if (seen.has(key)) {
        document.refuse(one.path, {
          got: `${JSON.stringify(name)} in ${where} a second time`,
          expected: "each parameter once",
          fix: "remove one of the two",
        });
      }
      seen.add(key);
      all.set(key, parameter);
    }
  }
  return [...all.values()];
}

/** The parameters of the path, and those that are declared to be in it. */
function refuseOthers(
  document: OpenApiDocument,
  { template, own }: Operation,
  declared: readonly Found[],
): void {
  const inPath = declared.filter(({ value }) => value.in === "path");
  const names = [...template.matchAll(/\{([^{}/]+)\}/g)].map(([, name]) => name);
  for (const name of names) {
    if (inPath.some(({ value }) => value.name === name)) continue;
    document.refuse(
      own.path,
      {
        got: `{${name}} in the path, and no parameter ${JSON.stringify(name)} in path`,
        expected: "a parameter for each name in the path",
        fix: `declare { name: ${name}, in: path, required: true, schema: { type: string } }`,
      },
      "key",
    );
  }
  for (const { value, path } of inPath) {
    const name = String(value.name);
    if (names.includes(name)) continue;
    document.refuse(path, {
      got: `${JSON.stringify(name)} in path, and the path ${JSON.stringify(template)}`,
      expected: "the name of a parameter of the path",
      fix: `write {${name}} into the path, or declare the parameter in query or header`,
    });
  }
}

function typeOf(document: OpenApiDocument, { value, path }: Found): Simple {
  if (isRecord(value.content)) {
    const [type] = Object.keys(value.content);
    return { ...simpleOf(document, undefined), lost: [type ?? "content"] };
  }
  const simple = simpleOf(document, schemaIn(document, value.schema, [...path, "schema"]));
  const style = value.in === "path" && ["label", "matrix"].includes(String(value.style));
  return style ? { ...simple, lost: [...simple.lost, `style ${String(value.style)}`] } : simple;
}

/**
 * What the gateway does not do of a parameter or a field, as it is reported. With PASSTHROUGH it
 * looks at nothing but the path.
 *
 * Source: "Parameter mapping and verification rules", 1.
 */
export function lost(
  name: string,
  { type, location, required, defaultValue }: RequestParameter,
  simple: Simple,
  mode: RequestMode,
): readonly string[] {
  const isSeen = mode !== RequestMode.PASSTHROUGH || location === RequestParameterLocation.PATH;
  const words = [
    ...(isSeen || type === RequestParameterType.STRING ? [] : [String(type).toLowerCase()]),
    ...(isSeen || !required ? [] : ["required"]),
    ...(isSeen || defaultValue === undefined ? [] : ["default"]),
    ...simple.lost,
  ];
  return words.length === 0 ? [] : [`${OpenApiPart.PARAMETER}: ${name} (${words.join(", ")})`];
}

/** A parameter of the gateway. One that has to be there has no use for a default. */
export function requestParameter(
  { name, required, description }: Found["value"],
  location: RequestParameterLocation,
  { type, defaultValue }: Simple,
): RequestParameter {
  return {
    name: String(name),
    location,
    type,
    ...(required === true && { required }),
    ...(required !== true && defaultValue !== undefined && { defaultValue }),
    ...(typeof description === "string" &&
      description.trim() !== "" && { description: shortened(description) }),
  };
}
