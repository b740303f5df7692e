import type {
  ApiGatewayApiConstantParameters,
  ApiGatewayApiRequestConfig,
  ApiGatewayApiRequestParameters,
  ApiGatewayApiSystemParameters,
} from "../../alicloud/api-gateway-api";
import { compare } from "../../facts/compare";
import { pathParameters } from "../../facts/gateway-path";
import { HTTP_METHODS } from "../../facts/methods";
import type { HttpMethod } from "../../http-trigger/http-method";
import type { ApiAuth } from "../api-auth";
import type { Duration } from "../duration";
import type { GatewayPlugin } from "../plugins/gateway-plugin";
import type { GatewayStage } from "../stage";
import type { ApiRouteProps } from "./api-route-props";
import { backendPathOf } from "./backend-path";
import type { MockResponse } from "./mock-response";
import { defaultDescription, idOf, nameOf } from "./names";
import {
  type RequestParameter,
  RequestParameterLocation,
  RequestParameterType,
} from "./parameters";
import { GatewayMethod, RequestBodyFormat, RequestMode, RequestProtocol } from "./words";

/** One API of a route: what one method of it becomes. */
export interface RouteApi {
  /** The id of its construct. */
  readonly id: string;
  readonly apiName: string;
  readonly description: string;
  /** How the gateway tells who calls; undefined where the front says it. */
  readonly auth: ApiAuth | undefined;
  readonly requestConfig: ApiGatewayApiRequestConfig;
  readonly requestParameters: ApiGatewayApiRequestParameters[] | undefined;
  readonly constantParameters: ApiGatewayApiConstantParameters[] | undefined;
  readonly systemParameters: ApiGatewayApiSystemParameters[] | undefined;
  /** The method that the function sees, or `ANY`. */
  readonly backendMethod: string;
  /** The path that the function sees. */
  readonly backendPath: string;
  /** How long the gateway waits; undefined where the backend says it. */
  readonly timeout: Duration | undefined;
  /** What the gateway answers without calling the function. */
  readonly mock: MockResponse | undefined;
  /** Its own plugins. */
  readonly plugins: readonly GatewayPlugin[];
  /** The stages to which it is published; undefined for all of the front's. */
  readonly stages: readonly GatewayStage[] | undefined;
  readonly forceNonceCheck: boolean | undefined;
  readonly notMapped: string[] | undefined;
}

/** The APIs of routes that nothing is wrong with, in their order: one for each method of each. */
export function apisOf(routes: readonly ApiRouteProps[]): readonly RouteApi[] {
  return routes.flatMap((route) => {
    const { methods = [GatewayMethod.ANY] } = route;
    return methods.map((method) => apiOf(route, method, methods));
  });
}

function apiOf(
  route: ApiRouteProps,
  method: GatewayMethod,
  methods: readonly GatewayMethod[],
): RouteApi {
  const { path, protocol, bodyFormat, mock, auth, stages, forceNonceCheck } = route;
  return {
    id: idOf(method, path),
    apiName: nameOf(route, method, methods),
    description: route.description ?? defaultDescription(method, path),
    auth,
    requestConfig: {
      protocol: protocol ?? RequestProtocol.HTTPS,
      method,
      path,
      mode: route.mode ?? usualMode(route),
      bodyFormat,
    },
    requestParameters: requestParameters(route),
    constantParameters: ordered(
      (route.constantParameters ?? []).map(({ location, ...rest }) => ({ ...rest, in: location })),
    ),
    systemParameters: ordered(
      (route.systemParameters ?? []).map(({ systemName, name, location }) => ({
        name: systemName,
        nameService: name,
        in: location ?? RequestParameterLocation.HEAD,
      })),
    ),
    backendMethod: route.backendMethod ?? method,
    backendPath: route.backendPath ?? backendPathOf(path, route.parameters ?? []),
    timeout: route.timeout,
    mock,
    plugins: route.plugins ?? [],
    stages,
    forceNonceCheck,
    notMapped: route.notMapped,
  };
}

/** Without mapping the gateway neither asks for a parameter nor gives it its default, but in the path. */
function usualMode({ parameters = [], bodyFormat }: ApiRouteProps): RequestMode {
  const { PATH } = RequestParameterLocation;
  const maps =
    bodyFormat === RequestBodyFormat.FORM || parameters.some((one) => one.location !== PATH);
  return maps ? RequestMode.MAPPING_PASSTHROUGH : RequestMode.PASSTHROUGH;
}

/** Those of the path first, in its order. */
function requestParameters({
  path,
  parameters = [],
}: ApiRouteProps): ApiGatewayApiRequestParameters[] | undefined {
  const { PATH } = RequestParameterLocation;
  const inPath = pathParameters(path).map(
    (name) =>
      parameters.find((one) => one.location === PATH && one.name === name) ?? {
        name,
        location: PATH,
      },
  );
  const others = parameters.filter(({ location }) => location !== PATH);
  const all = [...inPath.map(requestParameter), ...(ordered(others.map(requestParameter)) ?? [])];
  return all.length > 0 ? all : undefined;
}

function requestParameter(parameter: RequestParameter): ApiGatewayApiRequestParameters {
  const { name, location, type, backendName, backendLocation } = parameter;
  const isRequired = parameter.required ?? location === RequestParameterLocation.PATH;
  return {
    name,
    in: location,
    type: type ?? RequestParameterType.STRING,
    required: isRequired ? "REQUIRED" : "OPTIONAL",
    nameService: backendName ?? name,
    inService: backendLocation ?? location,
    defaultValue: parameter.defaultValue,
    description: parameter.description,
  };
}

/** The provider has them as sets: one order, whatever the user's is. */
function ordered<T extends { readonly in: string; readonly name: string }>(
  parameters: T[],
): T[] | undefined {
  if (parameters.length === 0) return undefined;
  return parameters.sort((a, b) => compare(`${a.in} ${a.name}`, `${b.in} ${b.name}`));
}

/** The methods that the trigger behind APIs has to take, in the order in which they are written. */
export function triggerMethods(apis: readonly RouteApi[]): readonly HttpMethod[] {
  const sent = new Set(apis.filter(({ mock }) => mock === undefined).flatMap(forwarded));
  return HTTP_METHODS.filter(
    (method) => sent.has(GatewayMethod.ANY) || sent.has(method),
  ) as readonly string[] as readonly HttpMethod[];
}

/** With PASSTHROUGH the vendor's documents do not say which of two different ones is sent. */
function forwarded({ backendMethod, requestConfig: { method, mode } }: RouteApi): string[] {
  const sent = backendMethod === (GatewayMethod.ANY as string) ? method : backendMethod;
  return mode === (RequestMode.PASSTHROUGH as string) ? [sent, method] : [sent];
}
