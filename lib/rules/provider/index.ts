import type { Rule } from "../rule";
import { emptyBlock } from "./empty-block";
import { endlessDiff } from "./endless-diff";
import { version } from "./version";

/** The rules on the Terraform provider, in order of the catalogue. */
export const providerRules: readonly Rule[] = [version, emptyBlock, endlessDiff];
