import type { TerraformStack } from "cdktf";
import { FrontDoorError } from "./error";
import type { Output } from "./output";

/** An error that is no finding: of another library most of the time. */
export interface Failure {
  readonly error: unknown;
  /** The stacks that are wrong by it; empty where it is about the App. */
  readonly stacks: readonly TerraformStack[];
}

/**
 * The error annotations of stacks that went on in spite of them, as the cdktf CLI lets them: it
 * reads them from the manifest, which is not written where there is another error.
 */
export function annotationFailures(
  stacks: readonly TerraformStack[],
  { manifest }: Output,
): readonly Failure[] {
  return stacks.flatMap((stack) => {
    const errors = manifest.forStack(stack).annotations.filter(({ level }) => isError(level));
    const lines = errors.map(({ constructPath, message }) => `[${constructPath}] ${message}`);
    return lines.length === 0 ? [] : [{ error: new Error(lines.join("\n")), stacks: [stack] }];
  });
}

/** The level as text: the enum of one version of cdktf is not that of another. */
function isError(level: string): boolean {
  return level.endsWith("/error");
}

/** What a person reads of an error that stands beside the report. */
export function formatFailure(
  { error, stacks }: Failure,
  names: ReadonlyMap<TerraformStack, string>,
): string {
  // Ours say themselves where they are.
  if (error instanceof FrontDoorError) return error.message;
  const where = stacks.map((stack) => `the stack ${names.get(stack)}`).join(", ") || "the app";
  return `error  of ${where}, not from fc-frontdoor:\n${textOf(error)}`;
}

/** The message; where it came from too, if it is no error that somebody threw on purpose. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.constructor === Error ? error.message : (error.stack ?? error.message);
}
