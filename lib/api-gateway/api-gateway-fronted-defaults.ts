import type { HttpAuth } from "../http-trigger/http-auth";
import type { GatewayBackend } from "./backend";
import type { ApiGroupOptions } from "./group/api-group-props";
import type { GatewayPlugin } from "./plugins/gateway-plugin";
import type { Protection } from "./protection";
import type { GatewayStage } from "./stage";

/**
 * What a gateway takes beside what it has to be given: what a `Blueprint` may give it.
 */
export interface ApiGatewayFrontedDefaults {
  /**
   * How the trigger that is made tells who calls: the gateway alone. Not beside `trigger`.
   *
   * @default HttpAuth.signature()
   */
  readonly auth?: HttpAuth;
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
}
