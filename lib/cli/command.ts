import type { Arguments, OptionTable } from "./arguments";
import type { Io } from "./io";

/** 0: nothing at or above the fail level; 1: findings; 2: the work could not be done. */
export type ExitStatus = 0 | 1 | 2;

/** One command of the binary. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows `fc-frontdoor` on the usage line. */
  readonly usage: string;
  /** What `--help` says between the usage and the options. */
  readonly about: string;
  readonly options: OptionTable;
  /** Examples for `--help`, each with what it does. */
  readonly examples: readonly (readonly [command: string, does: string])[];
  /** Does the work; what it cannot work with it throws as an error of one line. */
  run(args: Arguments, io: Io): ExitStatus;
}
