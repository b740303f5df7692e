import type { ApiAuth } from "../api-auth";
import type { Duration } from "../duration";
import type { GatewayPlugin } from "../plugins/gateway-plugin";
import type { GatewayStage } from "../stage";
import type { MockResponse } from "./mock-response";
import type { ConstantParameter, RequestParameter, SystemParameter } from "./parameters";
import type { GatewayMethod, RequestBodyFormat, RequestMode, RequestProtocol } from "./words";

/** What a route is but for its methods and its path. */
export interface ApiRouteOptions {
  /**
   * The name of its API: 4 to 128 letters, digits, `_`, `-`, `.` and spaces, the first a letter;
   * unique in the group. Of a route with several methods each API gets its method behind it.
   *
   * @default - method and path: `GET_orders_id`
   */
  readonly apiName?: string;
  /**
   * What it is for, at most 180 characters. The provider asks for one.
   *
   * @default - method and path: `GET /orders/[id]`
   */
  readonly description?: string;
  /**
   * What callers speak.
   *
   * @default RequestProtocol.HTTPS
   */
  readonly protocol?: RequestProtocol;
  /**
   * How the gateway tells who calls.
   *
   * @default - what `protect` of the front says, else ApiAuth.anonymous()
   */
  readonly auth?: ApiAuth;
  /**
   * Whether parameters that are not declared reach the function.
   *
   * @default - RequestMode.MAPPING_PASSTHROUGH where parameters beside the path's are declared, else RequestMode.PASSTHROUGH
   */
  readonly mode?: RequestMode;
  /**
   * What the body of a request is.
   *
   * @default - not stated
   */
  readonly bodyFormat?: RequestBodyFormat;
  /**
   * The parameters of a request. Those of the path need not be declared: each is a text that has to
   * be there.
   *
   * @default - those of the path
   */
  readonly parameters?: RequestParameter[];
  /**
   * What the gateway adds to each request.
   *
   * @default - nothing
   */
  readonly constantParameters?: ConstantParameter[];
  /**
   * What the gateway tells the function about each request.
   *
   * @default - nothing
   */
  readonly systemParameters?: SystemParameter[];
  /**
   * The path that the function sees, with the parameters of the request's path in it.
   *
   * @default - the request's path
   */
  readonly backendPath?: string;
  /**
   * The method that the function sees.
   *
   * @default - the request's method
   */
  readonly backendMethod?: GatewayMethod;
  /**
   * How long the gateway waits for the function. Written in milliseconds.
   *
   * @default - that of the front's backend
   */
  readonly timeout?: Duration;
  /**
   * An answer of the gateway's own, without a call of the function.
   *
   * @default - the function is called
   */
  readonly mock?: MockResponse;
  /**
   * Plugins on this route's APIs alone, beside those of the front; one of the same type takes the
   * place of the front's.
   *
   * @default - none
   */
  readonly plugins?: GatewayPlugin[];
  /**
   * The stages to which it is published, each one of the front's.
   *
   * @default - all of the front's
   */
  readonly stages?: GatewayStage[];
  /**
   * Whether a request is refused that has no nonce (`X-Ca-Nonce`), or that of an earlier one.
   *
   * @default - not stated: false
   */
  readonly forceNonceCheck?: boolean;
  /**
   * What an OpenAPI document says of the route and the gateway has no place for. Written into the
   * metadata, where the rules read it; `ApiRoute.fromOpenApi` fills it.
   *
   * @default - nothing
   */
  readonly notMapped?: string[];
}

/** A route of a gateway: requests with a method on a path. One API for each method. */
export interface ApiRouteProps extends ApiRouteOptions {
  /**
   * The methods, none twice; or `ANY` alone.
   *
   * @default - GatewayMethod.ANY
   */
  readonly methods?: GatewayMethod[];
  /** The path, which begins with `/`, with parameters in square brackets: `/orders/[id]`. */
  readonly path: string;
}
