import type { Duration } from "../duration";
import type { GatewayRole } from "./gateway-role";

/** How a gateway calls a function by HTTP. */
export interface HttpBackendProps {
  /**
   * How long the gateway waits for the function, where a route does not say it. Less than the
   * function may run is a finding of `api-gateway/timeout`: callers get a 504 while it still works.
   *
   * @default - 30 seconds; of a function that is made here and may run longer: as long as that
   */
  readonly timeout?: Duration;
}

/** How a gateway calls a function of Function Compute. */
export interface FunctionComputeBackendProps extends HttpBackendProps {
  /**
   * The RAM role as which the gateway calls the function.
   *
   * @default - GatewayRole.create() where the trigger asks for a signature, and where it is not
   *   known what it asks for; else GatewayRole.none()
   */
  readonly role?: GatewayRole;
}
