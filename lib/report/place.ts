import type { Report } from "../policy";
import type { FindingPlace } from "../rules";

/** A finding's file and the place in it, as far as they are known. */
export interface Spot {
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1. */
  readonly column?: number;
}

/** The user's own line, else the input file that holds the resource; undefined where neither is sure. */
export function spotOf(
  { location, input, stack }: Pick<FindingPlace, "location" | "input" | "stack">,
  { inputs = [] }: Pick<Report, "inputs">,
): Spot | undefined {
  if (location) return location;
  const files = inputs.map(({ file }) => file);
  const ofStack = files.filter((file) => `/${file}`.endsWith(`/stacks/${stack}/cdk.tf.json`));
  const [file, ...others] = input !== undefined ? [input] : ofStack.length > 0 ? ofStack : files;
  return file === undefined || others.length > 0 ? undefined : { file };
}

/** `main.ts:12:5`. */
export function formatSpot({ file, line, column }: Spot): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
