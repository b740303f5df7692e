import { type Level, RULES, type Rule, type RuleSettings } from "../rules";
import type { PolicyProblem } from "./error";

/** What an organisation or a project says about the rules. */
export interface Policy {
  /** Where it stands, for messages; undefined for the built-in policy. */
  readonly file?: string;
  /** Every warning is an error and every note a warning, but for the levels below. Default: false. */
  readonly strict?: boolean;
  /** Levels other than the catalogue's, by rule id. */
  readonly levels: ReadonlyMap<string, Level | "off">;
  /** Findings that are accepted. */
  readonly waivers: readonly Waiver[];
  /** The catalogue and the rules of packs. Default: the catalogue. */
  readonly rules?: readonly Rule[];
  /** What it tells rules, by id. Default: nothing. */
  readonly settings?: ReadonlyMap<string, RuleSettings>;
  /** The pack that locks a rule, by id: only that pack lowers or waives it. Default: none. */
  readonly locked?: ReadonlyMap<string, string>;
  /** Who allows no waivers, neither in the policy file nor in code. Default: nobody. */
  readonly unwaivable?: string;
  /** Packs that could not be loaded: the check cannot pass, but says what the others find. Default: none. */
  readonly failures?: readonly PolicyProblem[];
}

/** A finding, or several, that are accepted for a reason. */
export interface Waiver {
  /** The rule's id. */
  readonly rule: string;
  /** Where it stands in the policy file, counted from 1. */
  readonly line?: number;
  /** The pack that it is of: what matches nothing in one project may match in another. */
  readonly pack?: string;
  /** Addresses, with `*` for any text. */
  readonly resource?: string;
  /** Construct paths, with `*` for any text. */
  readonly path?: string;
  /** Stacks, with `*` for any text. */
  readonly stack?: string;
  readonly reason: string;
  readonly owner?: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** The catalogue as it is. */
export const RECOMMENDED: Policy = { levels: new Map(), waivers: [] };

/** The rules that a policy knows, those included that it turns off. */
export function rulesOf({ rules = RULES }: Policy): readonly Rule[] {
  return rules;
}

const STRICT: Readonly<Record<Level, Level>> = {
  note: "warning",
  warning: "error",
  error: "error",
};

/** A level as `strict` has it. */
export function strictly(level: Level): Level {
  return STRICT[level];
}

/** The level that a policy gives a rule. */
export function levelUnder(
  { id, level }: Pick<Rule, "id" | "level">,
  { levels, strict = false }: Pick<Policy, "levels" | "strict">,
): Level | "off" {
  return levels.get(id) ?? (strict ? strictly(level) : level);
}
