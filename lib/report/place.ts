import type { Report } from "../policy";
import type { FindingPlace } from "../rules";

/** A file and a place in it, as far as they are known. */
export interface Spot {
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1. */
  readonly column?: number;
}

type Placed = Pick<FindingPlace, "location" | "input" | "stack">;

/** The user's own line, else the input file that holds the resource; undefined where neither is sure. */
export function spotOf(
  { location, input, stack }: Placed,
  { inputs = [] }: Pick<Report, "inputs">,
): Spot | undefined {
  if (location && location.file !== "") {
    const line = counted(location.line);
    return { file: location.file, line, column: line && counted(location.column) };
  }
  const files = [...new Set(inputs.map(({ file }) => file))];
  const ofStack = files.filter((file) => `/${file}`.endsWith(`/stacks/${stack}/cdk.tf.json`));
  const [file, ...others] = input !== undefined ? [input] : ofStack.length > 0 ? ofStack : files;
  return file === undefined || others.length > 0 ? undefined : { file };
}

/** Anybody may write a location into the JSON: what is no number of a line is none. */
function counted(number: number | undefined): number | undefined {
  return Number.isInteger(number) && number! >= 1 && number! < 2 ** 31 ? number : undefined;
}

/** `main.ts:12:5`. */
export function formatSpot({ file, line, column }: Spot): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** `alicloud_fcv3_trigger.b["a"]`. */
export function formatAddress({
  resource,
  instance = "",
}: Pick<FindingPlace, "resource" | "instance">): string {
  return `${resource}${instance}`;
}
