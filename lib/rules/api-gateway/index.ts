import type { Rule } from "../rule";

/** The rules on API Gateway in front of a function, in order of the catalogue. */
export const apiGatewayRules: readonly Rule[] = [];
