import { oneLine } from "../facts/one-line";

/** Something wrong in a policy file. */
export interface PolicyProblem {
  /** The file, relative to where the work started. */
  readonly file: string;
  /** Counted from 1; absent where it is about the whole file. */
  readonly line?: number;
  /** Counted from 1. */
  readonly column?: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
}

/** A policy file that cannot be followed: all that is wrong with it, a line for each. */
export class PolicyError extends Error {
  /** @param problems at least one */
  public constructor(public readonly problems: readonly PolicyProblem[]) {
    super(problems.map(format).join("\n"));
    this.name = "PolicyError";
  }
}

function format({ file, line, column, message, fix }: PolicyProblem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return oneLine(`${place}: ${message}; ${fix}`);
}
