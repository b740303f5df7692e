import type { Rule } from "../rule";
import { onePerQualifier } from "./one-per-qualifier";

/** The rules on HTTP triggers, in order of the catalogue. */
export const httpTriggerRules: readonly Rule[] = [onePerQualifier];
