import { createHash } from "node:crypto";
import type { IConstruct } from "constructs";

const HASH_CHARACTERS = 8;

/** How a name may look. */
export interface NameRules {
  /** The most characters. */
  readonly most: number;
  /** What is put behind the construct's path; none by default. */
  readonly suffix?: string;
  /** Every character that the name must not have; the default allows letters, digits, `-` and `_`. */
  readonly forbidden?: RegExp;
}

/** `forbidden` of names that have letters, digits and `-` alone. */
export const NO_UNDERSCORE = /[^-a-zA-Z0-9]/g;

/**
 * A name that no other construct of the app gets, and this one gets in every synth: the ids from
 * the stack down, joined by `-`. A digest of the path is behind them where two paths could give the
 * same name, and where the name had to be cut.
 */
export function uniqueName(construct: IConstruct, rules: NameRules): string {
  const { most, suffix = "", forbidden = /[^-_a-zA-Z0-9]/g } = rules;
  const ids = construct.node.path.split("/").filter((id) => id !== "Default");
  const joined = ids.join("-").replace(forbidden, "-");
  const name = /^[a-zA-Z_]/.test(joined) ? joined : `f-${joined}`;
  const isPlain = ids.every((id) => /^[a-zA-Z0-9]+$/.test(id)) && name === joined;
  if (isPlain && name.length + suffix.length <= most) return name + suffix;
  const digest = createHash("sha256").update(construct.node.path).digest("hex");
  const end = `-${digest.slice(0, HASH_CHARACTERS)}${suffix}`;
  return name.slice(0, most - end.length).replace(/-+$/, "") + end;
}
