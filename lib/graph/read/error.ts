import { oneLine } from "../../facts/one-line";

/** Something that could not be read: one line that says which file, where in it, and what to do. */
export interface ReadProblem {
  /** The file, relative to where the work started; `-` for standard input. */
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

/** An input that cannot be checked: the check answers with exit status 2, never with 0. */
export class ReadError extends Error {
  /** @param problem what is wrong, and where */
  public constructor(public readonly problem: ReadProblem) {
    const { file, line, column, message, fix } = problem;
    const place = [file, line, column].filter((part) => part !== undefined).join(":");
    super(oneLine(`${place}: ${message}; ${fix}`));
    this.name = "ReadError";
  }
}
