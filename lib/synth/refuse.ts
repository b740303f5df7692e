import type { IConstruct } from "constructs";
import { FrontDoorError } from "./error";
import { Trace } from "./location";
import { discardOutput } from "./output";

/**
 * Refuses the program at the user's own line. What an earlier run has written of the stack goes, so
 * that nothing deploys it.
 *
 * @param construct which cannot be made, or used so
 * @param message what is wrong
 * @param lines what is said of it below the place
 * @throws FrontDoorError always
 */
export function refuse(construct: IConstruct, message: string, lines: readonly string[]): never {
  discardOutput(construct);
  const { path } = construct.node;
  const place = placeOf(new Trace(refuse));
  fail(message, place ? `${place} (${path})` : path, lines);
}

/**
 * Refuses a call at the user's own line where there is no construct yet that it could be about.
 *
 * @param message what is wrong
 * @param lines what is said of it below the place
 * @throws FrontDoorError always
 */
export function refuseCall(message: string, lines: readonly string[]): never {
  fail(message, placeOf(new Trace(refuseCall)), lines);
}

function placeOf({ location: found }: Trace): string | undefined {
  return found && `${found.file}:${found.line}:${found.column}`;
}

function fail(message: string, place: string | undefined, lines: readonly string[]): never {
  const at = place === undefined ? [] : [`  at        ${place}`];
  throw new FrontDoorError([message, ...at, ...lines].join("\n"));
}
