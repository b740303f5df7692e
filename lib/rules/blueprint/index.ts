/** What the blueprints of an organisation demand. */
import type { Rule } from "../rule";
import { bounds } from "./bounds";
import { naming } from "./naming";
import { tags } from "./tags";

/** In order of the catalogue. */
export const blueprintRules: readonly Rule[] = [bounds, tags, naming];
