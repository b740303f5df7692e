import { gatewayDescriptionProblem, gatewayNameProblem } from "../../facts/gateway-names";
import { gatewayPathProblem, requestPathProblem } from "../../facts/gateway-path";
import { isRecord } from "../../facts/issue";
import { notEmpty } from "../../facts/not-empty";
import {
  type Check,
  type PropProblem,
  anything,
  bool,
  enumeration,
  having,
  inTurn,
  instance,
  itemsIn,
  list,
  literal,
  literalText,
  object,
  optional,
  required,
  text,
} from "../../props";
import { ApiAuth } from "../api-auth";
import { appsCheck } from "../app/apps-check";
import { pluginsCheck } from "../plugins/checks/plugins-check";
import type { GatewayStage } from "../stage";
import { stagesCheck } from "../stages-check";
import { timeoutCheck } from "../timeout-check";
import type { ApiRouteProps } from "./api-route-props";
import { callsOf } from "./calls";
import { methodCheck, methodsCheck } from "./methods-check";
import { repeatedCalls } from "./repeated-calls";
import { repeatedNames } from "./repeated-names";
import {
  constantParametersCheck,
  parametersCheck,
  parametersTogether,
  systemParametersCheck,
} from "./parameters-check";
import { stagesTogether } from "./stages-together";
import { RequestBodyFormat, RequestMode, RequestProtocol } from "./words";

/**
 * What is wrong with the routes of a front: all of it of all of them.
 *
 * @param stages those of the front, as far as they are right
 */
export function routesCheck(stages: readonly GatewayStage[]): Check {
  const each = list(
    inTurn(routeKind, (route, at) => [...routeCheck(route, at), ...together(route, at, stages)]),
    notEmpty({
      got: "an empty list",
      expected: "at least one route",
      fix: 'give ApiRoute.any("/*")',
    }),
  );
  return literal((routes, at) => {
    const calls = callsOf(itemsIn(routes));
    return [
      ...each(routes, at),
      ...repeatedCalls(calls, at),
      ...repeatedNames(calls, at),
      ...mocksAlone(routes, at),
    ];
  });
}

/** A list in the list is what `ApiRoute.fromOpenApi` returns, with the dots forgotten. */
function routeKind(route: unknown, at: string): readonly PropProblem[] {
  const expected = 'a route, such as ApiRoute.get("/orders/[id]")';
  const wrong = having([], expected)(route, at);
  if (wrong.length > 0 || !Array.isArray(route)) return wrong;
  const fix = 'write ... before it: ...ApiRoute.fromOpenApi("openapi.yaml")';
  return [{ at, got: "a list of them", expected, fix }];
}

const routeCheck = object({
  methods: optional(methodsCheck),
  path: required(literalText(requestPathProblem)),
  apiName: optional(text(gatewayNameProblem)),
  description: optional(
    text(
      notEmpty({
        got: '""',
        expected: "a description",
        fix: "write what it is for, or leave it out",
      }),
      gatewayDescriptionProblem,
    ),
  ),
  protocol: optional(enumeration(RequestProtocol)),
  auth: optional(
    inTurn(instance(ApiAuth, "ApiAuth.anonymous()"), (auth, at) =>
      appsCheck((auth as ApiAuth).apps, `${at}.apps`),
    ),
  ),
  mode: optional(enumeration(RequestMode)),
  bodyFormat: optional(enumeration(RequestBodyFormat)),
  parameters: optional(parametersCheck),
  constantParameters: optional(constantParametersCheck),
  systemParameters: optional(systemParametersCheck),
  backendPath: optional(text(gatewayPathProblem)),
  backendMethod: optional(methodCheck),
  timeout: optional(timeoutCheck),
  mock: optional(object({ body: required(text()) })),
  // What is wrong with them depends on the authentication.
  plugins: optional(anything()),
  stages: optional(stagesCheck),
  forceNonceCheck: optional(bool()),
  notMapped: optional(literal(list(text()))),
});

/** What is wrong with props of a route beside each other. */
function together(
  value: unknown,
  at: string,
  stages: readonly GatewayStage[],
): readonly PropProblem[] {
  if (!isRecord(value)) return [];
  const route: Partial<ApiRouteProps> = value;
  return [
    ...parametersTogether(route, at),
    ...besideMock(route, at),
    ...pluginProblems(route, at),
    ...stagesTogether(route, at, stages),
  ];
}

function pluginProblems({ plugins, auth }: Partial<ApiRouteProps>, at: string) {
  if (plugins === undefined || plugins === null) return [];
  const authTypes = auth instanceof ApiAuth ? [auth.authType] : undefined;
  return pluginsCheck({ target: "API", authTypes })(plugins, `${at}.plugins`);
}

function besideMock(route: Partial<ApiRouteProps>, at: string): readonly PropProblem[] {
  if (!isMock(route)) return [];
  const called = ["backendPath", "backendMethod", "timeout"] as const;
  return called
    .filter((prop) => route[prop] !== undefined && route[prop] !== null)
    .map((prop) => ({
      at: `${at}.${prop}`,
      got: "one beside mock",
      expected: "none: the function is not called",
      fix: "remove it, or leave mock out",
    }));
}

function mocksAlone(routes: unknown, at: string): readonly PropProblem[] {
  const all = itemsIn(routes);
  if (all.length === 0 || !all.every(isMock)) return [];
  return [
    {
      at,
      got: "mocks alone",
      expected: "at least one route that calls the function",
      fix: "leave mock out of one, or add a route",
    },
  ];
}

function isMock(route: unknown): boolean {
  return isRecord(route) && route.mock !== undefined && route.mock !== null;
}
