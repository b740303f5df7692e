import type { IQualifiedFunction } from "../function/function-ref";
import type { IHttpTrigger } from "../http-trigger/http-trigger-ref";
import type { ConstructProps } from "../synth/construct-props";
import type { GatewayDomain } from "./domain";
import type { IApiGroup } from "./group/api-group-ref";
import type { BackendSignature } from "./plugins/backend-signature";
import type { ApiRouteProps } from "./route";
import type { ApiGatewayFrontedDefaults } from "./api-gateway-fronted-defaults";

/** Props of an `ApiGatewayFronted`. */
export interface ApiGatewayFrontedProps extends ConstructProps, ApiGatewayFrontedDefaults {
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
  /** Which requests it takes: at least one route that calls the function. One API for each method of each route. */
  readonly routes: ApiRouteProps[];
  /** With which key the gateway signs what it sends to the function. */
  readonly backendSignature: BackendSignature;
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
