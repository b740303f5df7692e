import { apiGatewayFrontedTarget } from "../api-gateway/api-gateway-fronted-target";
import { customDomainTarget } from "../custom-domain/custom-domain-target";
import { webFunctionTarget } from "../function/web-function-target";
import { httpTriggerTarget } from "../http-trigger/http-trigger-target";
import type { TargetSpec } from "./target-spec";

/** Every construct that blueprints know. */
export const SPECS: readonly TargetSpec[] = [
  webFunctionTarget,
  httpTriggerTarget,
  customDomainTarget,
  apiGatewayFrontedTarget,
];
