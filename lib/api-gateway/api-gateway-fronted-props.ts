import type { IQualifiedFunction } from "../function/function-ref";
import type { HttpAuth } from "../http-trigger/http-auth";
import type { IHttpTrigger } from "../http-trigger/http-trigger-ref";
import type { ConstructProps } from "../synth/construct-props";
import type { GatewayBackend } from "./backend";
import type { GatewayDomain } from "./domain";
import type { ApiGroupOptions } from "./group/api-group-props";
import type { IApiGroup } from "./group/api-group-ref";
import type { BackendSignature } from "./plugins/backend-signature";
import type { GatewayPlugin } from "./plugins/gateway-plugin";
import type { Protection } from "./protection";
import type { ApiRouteProps } from "./route";
import type { GatewayStage } from "./stage";

/** Props of an `ApiGatewayFronted`. */
export interface ApiGatewayFrontedProps extends ConstructProps {
  /**
   * What the gateway calls: a function (LATEST), a version or an alias, for which an HTTP trigger is
   * made. Either this or `trigger`.
   *
   * @default - what `trigger` calls
   */
  readonly target?: IQualifiedFunction;
  /**
   * An HTTP trigger that is there already, made here or imported: its internet URL is disabled, it is
   * in the region of the gateway, and takes the methods of the routes. Either this or `target`.
   *
   * @default - one is made
   */
  readonly trigger?: IHttpTrigger;
  /**
   * How the trigger that is made tells who calls: the gateway alone. Not beside `trigger`.
   *
   * @default HttpAuth.signature()
   */
  readonly auth?: HttpAuth;
  /** Which requests it takes: at least one route that calls the function. One API for each method of each route. */
  readonly routes: ApiRouteProps[];
  /** With which key the gateway signs what it sends to the function. */
  readonly backendSignature: BackendSignature;
  /**
   * What keeps callers out who may not call: plugins on every route, `ApiAuth.app(…)`.
   *
   * @default - nothing: anybody can call, which is a finding
   */
  readonly protect?: Protection[];
  /**
   * Other plugins on every route.
   *
   * @default - none
   */
  readonly plugins?: GatewayPlugin[];
  /**
   * The stages to which the APIs are published.
   *
   * @default - GatewayStage.RELEASE alone
   */
  readonly stages?: GatewayStage[];
  /**
   * How the gateway calls the function.
   *
   * @default GatewayBackend.functionCompute()
   */
  readonly backend?: GatewayBackend;
  /**
   * How the group is made. Not beside `existingGroup`.
   *
   * @default - on the shared instance, with base path `/`
   */
  readonly group?: ApiGroupOptions;
  /**
   * A group that is there already and has other APIs too: the plugins are attached to each API of
   * this construct, after it was published, since the group's would hold for the others.
   *
   * @default - a group is made, to which the plugins are attached before there is any API
   */
  readonly existingGroup?: IApiGroup;
  /**
   * The domain of your own by which callers come.
   *
   * @default - none: the group's second-level domain, which is for tests, and a finding
   */
  readonly domain?: GatewayDomain;
}
