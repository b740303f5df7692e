import type { Rule } from "../rule";

/** The rules on custom domains, in order of the catalogue. */
export const customDomainRules: readonly Rule[] = [];
