import type { Level } from "../rules";

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
}

/** A finding, or several, that are accepted for a reason. */
export interface Waiver {
  /** The rule's id. */
  readonly rule: string;
  /** Where it stands in the policy file, counted from 1. */
  readonly line?: number;
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
