import type { ApiGatewayFrontedDefaults } from "../api-gateway/api-gateway-fronted-defaults";
import type { CustomDomainDefaults } from "../custom-domain/custom-domain-defaults";
import type { WebFunctionDefaults } from "../function/web-function-defaults";
import type { HttpTriggerDefaults } from "../http-trigger/http-trigger-defaults";

/**
 * What the constructs get where an app does not say it. A prop that an app states is the app's as a
 * whole, also where it is a struct or a list; but tags are put together, key by key.
 */
export interface BlueprintDefaults {
  /**
   * Of every `WebFunction`.
   *
   * @default - none
   */
  readonly webFunction?: WebFunctionDefaults;
  /**
   * Of every `HttpTrigger`, but for those that `ApiGatewayFronted` makes.
   *
   * @default - none
   */
  readonly httpTrigger?: HttpTriggerDefaults;
  /**
   * Of every `CustomDomain`.
   *
   * @default - none
   */
  readonly customDomain?: CustomDomainDefaults;
  /**
   * Of every `ApiGatewayFronted`.
   *
   * @default - none
   */
  readonly apiGatewayFronted?: ApiGatewayFrontedDefaults;
}
