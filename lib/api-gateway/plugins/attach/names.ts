import type { IConstruct } from "constructs";
import { NO_UNDERSCORE, uniqueName } from "../../../synth";

const MOST_CHARACTERS = 50;
const LEAST_CHARACTERS = 4;

/** The name of a plugin after its construct: letters, digits and `_`, the first a letter. */
export function pluginName(construct: IConstruct): string {
  const rules = { most: MOST_CHARACTERS, forbidden: NO_UNDERSCORE };
  const name = uniqueName(construct, rules).replaceAll("-", "_");
  return name.length < LEAST_CHARACTERS ? `${name}_plugin` : name;
}
