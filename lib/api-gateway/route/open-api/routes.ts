import { isAbsent, isRecord, wrongKind } from "../../../facts/issue";
import { gatewayPathProblem } from "../../../facts/gateway-path";
import { nearest } from "../../../facts/nearest";
import {
  type PropProblem,
  enumeration,
  formatProblem,
  given,
  list,
  literal,
  literalText,
  object,
  optional,
} from "../../../props";
import { refuseCall } from "../../../synth";
import type { ApiRouteProps } from "../api-route-props";
import type { RequestParameter } from "../parameters";
import { RequestMode } from "../words";
import { bodyOf } from "./body";
import type { OpenApiDocument } from "./document";
import { apiNameOf, shortened } from "./names";
import type { OpenApiOptions } from "./open-api-options";
import { type Operation, operationsOf, textIn } from "./operation";
import { parametersOf } from "./parameters";
import { OpenApiPart } from "./part";
import { readDocument } from "./read";
import { refuseBySchema } from "./schema";
import { serverPrefix } from "./server";
import { unmappedOf, unmappedOfAll } from "./unmapped";

/**
 * The routes of an OpenAPI document.
 *
 * @param file its path, relative to the folder of cdktf.json
 * @param options what becomes of it
 * @throws FrontDoorError naming what is wrong with the file, with its lines, and with the options
 */
export function routesFromOpenApi(file: string, options: OpenApiOptions = {}): ApiRouteProps[] {
  refuse(OPTIONS(options, "options"));
  const read = readDocument(file);
  refuse(read.problems);
  const { document, version } = read as Required<typeof read>;
  const hasPaths = isRecord(document.root.paths) && Object.keys(document.root.paths).length > 0;
  if (hasPaths) refuseBySchema(document, version);
  else document.refuse(["paths"], noPaths(document));
  refuse(document.problems);
  return routesOf(document, given(options));
}

const OPTIONS = object({
  operations: optional(literal(list(literalText(), (ids) => (ids.length > 0 ? undefined : EMPTY)))),
  defaults: optional(defaultsCheck),
  pathPrefix: optional(
    literalText((prefix) => (prefix === "" ? undefined : gatewayPathProblem(prefix))),
  ),
  handled: optional(literal(list(enumeration(OpenApiPart)))),
});

/** What has to be put together with the document's; all else is checked as that of any route. */
function defaultsCheck(value: unknown, at: string): readonly PropProblem[] {
  if (!isRecord(value)) return [{ at, ...wrongKind(value, "an object") }];
  return ["parameters", "notMapped"].flatMap((name) =>
    isAbsent(value[name]) || Array.isArray(value[name])
      ? []
      : [{ at: `${at}.${name}`, ...wrongKind(value[name], "a list") }],
  );
}

const EMPTY = {
  got: "an empty list",
  expected: "the operationId of an operation, or several",
  fix: "leave it out for all operations",
};

function noPaths({ root }: OpenApiDocument): Omit<PropProblem, "at"> {
  const isOfWebhooks = root.webhooks !== undefined;
  return {
    got: isOfWebhooks ? "webhooks, and no paths" : "no paths",
    expected: "at least one path with an operation",
    fix: isOfWebhooks
      ? "give a document of the API itself: webhooks are requests that it sends"
      : "give a document that has paths",
  };
}

const MOST_SHOWN = 10;

function refuse(problems: readonly PropProblem[]): void {
  const { length } = problems;
  if (length === 0) return;
  const count = length === 1 ? "something is wrong" : `${length} things are wrong`;
  const more = length > MOST_SHOWN ? [`  and ${length - MOST_SHOWN} more`] : [];
  const lines = [...problems.slice(0, MOST_SHOWN).map(formatProblem), ...more];
  refuseCall(`ApiRoute.fromOpenApi: ${count}`, lines);
}

function routesOf(document: OpenApiDocument, options: OpenApiOptions): ApiRouteProps[] {
  const { operations: wanted, pathPrefix } = options;
  const all = operationsOf(document);
  refuseSameIds(document, all);
  const unknown = unknownIds(all, wanted ?? []);
  const operations =
    wanted === undefined ? all : all.filter(({ own }) => wanted.includes(idOf(own) ?? ""));
  const prefix = pathPrefix ?? serverPrefix(document);
  const routes = operations.flatMap((operation) => {
    const route = routeOf(document, operation, prefix.replace(/\/+$/, ""), options);
    return route ? [route] : [];
  });
  if (routes.length === 0 && document.problems.length === 0 && unknown.length === 0) {
    document.refuse(["paths"], {
      got: "no operation that the gateway has",
      expected: "at least one path with an operation",
      fix: "give a document that has operations",
    });
  }
  refuse([...unknown, ...document.problems]);
  const rest =
    wanted === undefined
      ? unmappedOfAll(document, operations, pathPrefix)
      : unmappedOfAll(document, operations, "").filter(
          (text) => !isOf(text, [OpenApiPart.WEBHOOK]),
        );
  const { handled = [] } = options;
  return routes.map(({ notMapped = [], ...route }, index) => {
    const found = [...notMapped, ...(index === 0 ? rest : [])];
    const reported = found.filter((text) => !isOf(text, handled));
    return reported.length > 0 ? { ...route, notMapped: reported } : route;
  });
}

const BRACES = {
  expected: "each parameter a name in one pair of braces, and no other brackets",
  fix: 'write the path as in "/orders/{id}"',
};

function isOf(text: string, parts: readonly OpenApiPart[]): boolean {
  return parts.some((part) => text.startsWith(`${part}: `));
}

function routeOf(
  document: OpenApiDocument,
  operation: Operation,
  prefix: string,
  { defaults }: OpenApiOptions,
): ApiRouteProps | undefined {
  const { template, method, own, item } = operation;
  if (method === undefined) return undefined;
  const path = prefix + template.replace(/\{([^{}]*)\}/g, "[$1]");
  if (gatewayPathProblem(path) || /[[\]]/.test(template)) {
    document.refuse(["paths", template], { got: JSON.stringify(template), ...BRACES }, "key");
  }
  const id = idOf(own);
  const apiName = id === undefined ? undefined : apiNameOf(id, method);
  const texts = [own, ...item];
  const description = textIn(texts, "summary") ?? textIn(texts, "description");
  const mode = defaults?.mode ?? RequestMode.MAPPING_PASSTHROUGH;
  const declared = parametersOf(document, operation, mode);
  const body = bodyOf(document, operation, mode);
  const parameters = merged(
    [...declared.parameters, ...body.parameters],
    defaults?.parameters ?? [],
  );
  const notMapped = [
    ...(defaults?.notMapped ?? []),
    ...unmappedOf(document, operation),
    ...declared.notMapped,
    ...body.notMapped,
  ];
  return {
    ...defaults,
    methods: [method],
    path,
    ...(apiName !== undefined && { apiName }),
    ...(description !== undefined && { description: shortened(description) }),
    ...(body.bodyFormat && { bodyFormat: body.bodyFormat }),
    ...(parameters.length > 0 && { parameters }),
    notMapped,
  };
}

/** The document's parameters, and the others that it does not declare. */
function merged(
  own: readonly RequestParameter[],
  others: readonly RequestParameter[],
): RequestParameter[] {
  const isOwn = (one: RequestParameter): boolean =>
    own.some(({ name, location }) => name === one.name && location === one.location);
  return [...own, ...others.filter((one) => !isOwn(one))];
}

function idOf({ value: { operationId } }: Operation["own"]): string | undefined {
  return typeof operationId === "string" && operationId !== "" ? operationId : undefined;
}

/** An id stands once in a document; and the names of APIs, which are made of the ids, have to be different too. */
function refuseSameIds(document: OpenApiDocument, operations: readonly Operation[]): void {
  const ids = new Set<string>();
  const names = new Map<string, string>();
  for (const { own, method } of operations) {
    const id = idOf(own);
    if (id === undefined) continue;
    const got = JSON.stringify(id);
    const refuseAs = (what: string, expected: string): void =>
      document.refuse([...own.path, "operationId"], {
        got: `${got}${what}`,
        expected,
        fix: "rename one of the two",
      });
    const name = method && apiNameOf(id, method);
    const first = name === undefined ? undefined : names.get(name);
    if (ids.has(id)) refuseAs(" a second time", "each operationId once");
    else if (first !== undefined) {
      const both = `${JSON.stringify(first)} would both be ${JSON.stringify(name)}`;
      refuseAs(`: the names of its API and that of ${both}`, "a name for each API");
    }
    ids.add(id);
    if (name !== undefined && first === undefined) names.set(name, id);
  }
}

function unknownIds(
  operations: readonly Operation[],
  wanted: readonly string[],
): readonly PropProblem[] {
  const known = operations.flatMap(({ own }) => idOf(own) ?? []);
  return wanted.flatMap((id, index) => {
    if (known.includes(id)) return [];
    const meant = nearest(id, known);
    return [
      {
        at: `options.operations[${index}]`,
        got: JSON.stringify(id),
        expected: "the operationId of an operation of the document",
        fix: meant === undefined ? "correct it" : `write ${JSON.stringify(meant)}`,
      },
    ];
  });
}
