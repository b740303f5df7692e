import { Token } from "cdktf";
import { gatewayPathProblem, notInPathProblem, pathParameters } from "../../facts/gateway-path";
import { requestHeaderProblem } from "../../facts/headers";
import { isRecord } from "../../facts/issue";
import { notEmpty } from "../../facts/not-empty";
import {
  type Check,
  type Prop,
  type PropProblem,
  enumeration,
  itemsIn,
  list,
  literal,
  literalBool,
  object,
  once,
  optional,
  required,
  text,
} from "../../props";
import type { ApiRouteProps } from "./api-route-props";
import { backendPathOf, emptyParameters } from "./backend-path";
import {
  type RequestParameter,
  RequestParameterLocation,
  RequestParameterType,
  SystemParameterName,
} from "./parameters";

const { PATH, QUERY, HEAD } = RequestParameterLocation;

/** What is wrong with the request parameters of a route. */
export const parametersCheck = parameterList({
  name: required(nameCheck()),
  location: required(enumeration(RequestParameterLocation)),
  type: optional(enumeration(RequestParameterType)),
  required: optional(literalBool()),
  defaultValue: optional(text()),
  description: optional(text()),
  backendName: optional(nameCheck()),
  backendLocation: optional(enumeration(RequestParameterLocation)),
});

/** What the gateway itself puts in is put into a header or the query. */
const sentIn = enumeration({ HEAD, QUERY });

/** What is wrong with the constant parameters of a route. */
export const constantParametersCheck = parameterList({
  name: required(nameCheck()),
  location: required(sentIn),
  value: required(text()),
  description: optional(text()),
});

/** What is wrong with the system parameters of a route. */
export const systemParametersCheck = parameterList({
  systemName: required(enumeration(SystemParameterName)),
  name: required(nameCheck()),
  location: optional(sentIn),
});

function nameCheck(): Check {
  return text(notEmpty({ got: '""', expected: "a name", fix: "write its name" }));
}

/** A list of parameters, each once in one place. */
function parameterList(props: Readonly<Record<string, Prop>>): Check {
  const each = list(object(props));
  const twice = once("each name once in one place", (parameter) => {
    if (!isRecord(parameter)) return { key: undefined };
    const { name, location } = parameter;
    const place = location ?? HEAD;
    if (typeof name !== "string" || typeof place !== "string") return { key: undefined };
    // Letter case is no matter in a header.
    return { key: `${place} ${place === HEAD ? name.toLowerCase() : name}`, member: "name" };
  });
  return literal((value, at) => [...each(value, at), ...twice(value, at)]);
}

/** What is wrong with the parameters of a route beside its path and what it calls. */
export function parametersTogether(
  route: Partial<ApiRouteProps>,
  at: string,
): readonly PropProblem[] {
  return [
    ...objectsIn(route.parameters).flatMap((parameter, index) =>
      parameterTogether(
        parameter as Partial<RequestParameter>,
        `${at}.parameters[${index}]`,
        route,
      ),
    ),
    ...(route.mock ? [] : reservedHeaders(route, at)),
    ...backendPathProblems(route, at),
  ];
}

function parameterTogether(
  { name, location, required: isRequired, defaultValue }: Partial<RequestParameter>,
  at: string,
  { path }: Partial<ApiRouteProps>,
): readonly PropProblem[] {
  const problems: PropProblem[] = [];
  if (location === PATH && typeof name === "string") {
    if (Token.isUnresolved(name)) {
      problems.push({
        at: `${at}.name`,
        got: "a token, which is known only when Terraform runs",
        expected: "a literal: the name of a parameter of the path",
        fix: "write the name itself",
      });
    } else if (isPath(path) && !pathParameters(path).includes(name)) {
      problems.push({ at: `${at}.name`, ...notInPathProblem(name, path) });
    }
  }
  if (location === PATH && isRequired === false) {
    problems.push({
      at: `${at}.required`,
      got: "false",
      expected: "true: without its parameter a path is another one",
      fix: "remove it, or make a second route without the parameter",
    });
  }
  const hasToBeThere = location === PATH ? isRequired !== false : isRequired === true;
  if (hasToBeThere && defaultValue !== undefined && defaultValue !== null) {
    problems.push({
      at: `${at}.defaultValue`,
      got: "a default of a parameter that has to be there",
      expected: "none: it would never be taken",
      fix: location === PATH ? "remove it" : "remove it, or write required: false",
    });
  }
  return problems;
}

/** Headers that the function would not see. */
function reservedHeaders(route: Partial<ApiRouteProps>, at: string): readonly PropProblem[] {
  const sent = [
    ...sentBy(
      "parameters",
      route.parameters,
      "backendName",
      ({ location, backendLocation }) => backendLocation ?? location,
    ),
    ...sentBy("constantParameters", route.constantParameters, "name", ({ location }) => location),
    ...sentBy(
      "systemParameters",
      route.systemParameters,
      "name",
      ({ location }) => location ?? HEAD,
    ),
  ];
  return sent.flatMap(({ place, name, location }): readonly PropProblem[] => {
    if (location !== HEAD || typeof name !== "string" || Token.isUnresolved(name)) return [];
    const problem = requestHeaderProblem(name);
    return problem ? [{ at: `${at}.${place}`, ...problem }] : [];
  });
}

function sentBy(
  list: string,
  parameters: unknown,
  prop: string,
  locationOf: (parameter: Readonly<Record<string, unknown>>) => unknown,
) {
  return objectsIn(parameters).map((parameter, index) => {
    const named = parameter[prop] === undefined || parameter[prop] === null ? "name" : prop;
    const place = `${list}[${index}].${named}`;
    return { place, name: parameter[named], location: locationOf(parameter) };
  });
}

/** A parameter of the path that the function sees, which nothing is put in for. */
function backendPathProblems(route: Partial<ApiRouteProps>, at: string): readonly PropProblem[] {
  const { path, backendPath, parameters, mock } = route;
  if (
    mock ||
    !isPath(path) ||
    (backendPath !== undefined && backendPath !== null && !isPath(backendPath))
  ) {
    return [];
  }
  const declared = objectsIn(parameters) as unknown as readonly RequestParameter[];
  const called = backendPath ?? backendPathOf(path, declared);
  const empty = emptyParameters(called, path, declared).map((name) => `[${name}]`);
  if (empty.length === 0) return [];
  const shown = empty.join(" and ");
  return [
    {
      at: `${at}.backendPath`,
      got: `${backendPath ? JSON.stringify(called) : `nothing, which is ${JSON.stringify(called)}`}, and no parameter for ${shown}`,
      expected:
        "parameters that the path of the request has, by the names that the function knows them by",
      fix: `${backendPath ? "write it" : "give one"} without ${shown}, or declare what is put in there`,
    },
  ];
}

function isPath(path: unknown): path is string {
  return typeof path === "string" && !Token.isUnresolved(path) && !gatewayPathProblem(path);
}

/** The items of a list; an empty object for each that is none. */
function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return itemsIn(value).map((item) => (isRecord(item) ? item : {}));
}
