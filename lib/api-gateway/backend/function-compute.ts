import { object, optional, own } from "../../props";
import { regionOf } from "../../provider/place";
import { timeoutCheck } from "../timeout-check";
import type { FunctionComputeBackendProps } from "./backend-props";
import { GatewayRole } from "./gateway-role";
import type { BackendSource } from "./source";

/** The trigger as one of Function Compute 3.0. */
export function functionComputeSource({ role }: FunctionComputeBackendProps): BackendSource {
  return {
    check: CHECK,
    bind(scope, place) {
      const { arn, after } = (role ?? usualRole(place.authType))._bind(scope, place);
      const region = regionOf(scope, place.provider);
      const functionBaseUrl = place.trigger.intranetUrl;
      return {
        service: (call) => ({
          serviceType: "FunctionCompute",
          fcServiceConfig: {
            functionVersion: "3.0",
            functionType: "HttpTrigger",
            region,
            functionBaseUrl,
            arnRole: arn,
            ...call,
          },
        }),
        after,
      };
    },
  };
}

const CHECK = object({
  timeout: optional(timeoutCheck),
  role: optional(own(GatewayRole, "GatewayRole.create()")),
});

/** Of two mistakes the smaller: a role that nobody needs opens nothing, one that is not there may mean a 403. */
function usualRole(authType: string | undefined): GatewayRole {
  return authType === undefined || authType === "function"
    ? GatewayRole.create()
    : GatewayRole.none();
}
