import type { Credentials } from "../http-trigger/auth/credentials";
import { asksFor, curlCommand } from "../http-trigger/curl";
import { PREFERRED_METHODS, pathProblem } from "../http-trigger/test-command";
import { type Check, enumeration, literalText, object, optional } from "../props";
import type { RouteApi } from "./route/apis";
import { GatewayMethod } from "./route/words";
import type { GatewayStage } from "./stage";
import { DEFAULT_STAGE } from "./stages";

/** What the commands of `testCommands` call. */
export interface GatewayTestOptions {
  /**
   * The path below the base path, such as `/orders/7`: letters, digits, `-`, `.`, `_`, `~` and `/`.
   *
   * @default - that of a route, with a shell variable for each of its parameters
   */
  readonly path?: string;
  /**
   * The method.
   *
   * @default - the first of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS that a route takes
   */
  readonly method?: GatewayMethod;
}

/** What is wrong with the options of `testCommands`. */
export function gatewayTestCheck(apis: readonly RouteApi[]): Check {
  const each = object({
    path: optional(literalText(pathProblem)),
    method: optional(enumeration(GatewayMethod)),
  });
  return (options, at) => {
    const wrong = each(options, at);
    if (wrong.length > 0 || calledBy(apis, options as GatewayTestOptions)) return wrong;
    const { path, method } = options as GatewayTestOptions;
    return [
      {
        at: path === undefined ? "method" : "path",
        got: [method, path].filter(Boolean).join(" "),
        expected: `a call that a route takes: ${apis.map(({ requestConfig: { method, path } }) => `${method} ${path}`).join(", ")}`,
        fix: "name one of these, or add a route",
      },
    ];
  };
}

/** A call of an API, seen from a stage. */
export interface GatewayCall {
  /** A reference to the URL, with the base path. */
  readonly url: string;
  /** The shell variables in it. */
  readonly variables: readonly string[];
  readonly basePath: string;
  readonly options: GatewayTestOptions;
  readonly stage: GatewayStage;
  /** What a caller of an API sends so that it is let in. */
  readonly credentials: (api: RouteApi) => Credentials;
}

/** The command that calls an API on a stage, and what a person has to know of it. */
export function gatewayTestCommand(
  apis: readonly RouteApi[],
  { url, variables: ofUrl, basePath, options, stage, credentials: credentialsOf }: GatewayCall,
): { command: string; description: string } {
  const api = calledBy(apis, options)!;
  const parameters = [...api.requestConfig.path.matchAll(/\[([^\]]+)\]/g)].map(([, name]) => name);
  const given = credentialsOf(api);
  const variables = [
    ...ofUrl,
    ...(options.path === undefined ? parameters.map(variableOf) : []),
    ...given.variables,
  ];
  const credentials = { ...given, variables };
  const isDefault = stage.stageName === DEFAULT_STAGE;
  return {
    command: curlCommand({
      method: methodOf(api, options),
      path:
        options.path ??
        api.requestConfig.path.replace(
          /\[([^\]]+)\]/g,
          (_, name: string) => `$${variableOf(name)}`,
        ),
      url,
      signedPrefix: basePath === "/" ? "" : basePath,
      headers: isDefault ? [] : [`X-Ca-Stage: ${stage.stageName}`],
      credentials,
    }),
    description: [
      `calls ${api.apiName} on the stage ${stage.stageName}`,
      ...asksFor(credentials),
    ].join("; "),
  };
}

function methodOf({ requestConfig }: RouteApi, { method }: GatewayTestOptions): string {
  const named = [method, requestConfig.method].find((one) => one && one !== GatewayMethod.ANY);
  return named ?? GatewayMethod.GET;
}

/** A shell variable for a parameter of a path. */
function variableOf(parameter: string): string {
  return `CA_${parameter.replace(/[^a-zA-Z0-9]/g, "_").toUpperCase()}`;
}

/** The API that a call reaches: one that calls the function, if there is one. */
function calledBy(apis: readonly RouteApi[], options: GatewayTestOptions): RouteApi | undefined {
  const found = apis
    .filter(({ requestConfig: { method, path } }) => {
      const { ANY } = GatewayMethod;
      const takes = [method, options.method].includes(ANY) || method === options.method;
      return (
        (options.method === undefined || takes) &&
        (options.path === undefined || patternOf(path).test(options.path))
      );
    })
    .sort((one, other) => rank(one) - rank(other));
  return found[0];
}

function rank({ mock, requestConfig: { method } }: RouteApi): number {
  const place = method === GatewayMethod.ANY ? 0 : PREFERRED_METHODS.indexOf(method);
  return mock ? PREFERRED_METHODS.length + place : place;
}

function patternOf(path: string): RegExp {
  const parts = path.split(/(\[[^\]]+\]|\*)/).map((part) => {
    if (part.startsWith("[")) return "[^/]+";
    return part === "*" ? ".*" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`);
}
