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
  const found = new Trace(refuse).location;
  const place = found ? `${found.file}:${found.line}:${found.column} (${path})` : path;
  throw new FrontDoorError([message, `  at        ${place}`, ...lines].join("\n"));
}
