import type { Step } from "../../graph/yaml/placed";
import type { PolicyProblem } from "../error";

export type { Step };

/** A document, with the place of everything in it. */
export interface Places {
  /** Its name in messages. */
  readonly file: string;
  /** What it says; null for an empty file. */
  readonly content: unknown;
  /** A problem of what stands at a path; of the key where the value is not the matter. */
  problem(path: readonly Step[], message: string, fix: string, of?: "key" | "value"): PolicyProblem;
  /** The line of what stands at a path, counted from 1; undefined where there are no lines. */
  lineOf(path: readonly Step[]): number | undefined;
}

/** A document that a module exports: it has no lines. */
export function placesOf(file: string, content: unknown): Places {
  return {
    file,
    content,
    problem: (_, message, fix) => ({ file, message, fix }),
    lineOf: () => undefined,
  };
}
