/** The rule catalogue. */
import type { Rule } from "./rule";
import { httpTriggerRules } from "./http-trigger";

export * from "./engine";
export * from "./finding";
export * from "./rule";
export * from "./verdict";

/** Every rule, in order of the catalogue. */
export const RULES: readonly Rule[] = [...httpTriggerRules];
