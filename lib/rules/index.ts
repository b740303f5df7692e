/** The rule catalogue. */
import type { Rule } from "./rule";
import { apiGatewayRules } from "./api-gateway";
import { blueprintRules } from "./blueprint";
import { customDomainRules } from "./custom-domain";
import { functionRules } from "./function";
import { httpTriggerRules } from "./http-trigger";
import { providerRules } from "./provider";

export * from "./engine";
export * from "./finding";
export * from "./rule";
export * from "./verdict";

/** Every rule, in order of the catalogue. */
export const RULES: readonly Rule[] = [
  ...httpTriggerRules,
  ...functionRules,
  ...customDomainRules,
  ...apiGatewayRules,
  ...providerRules,
  ...blueprintRules,
];
