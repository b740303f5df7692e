import { type HealthCheck, healthCheckProps } from "./health-check";
import { notEmpty } from "../facts/not-empty";
import { portProblem } from "../facts/port";
import { list, number, object, optional, text } from "../props";
import type { Check, PropProblem } from "../props";

/** The server that a custom runtime or a container starts, and how it is reached. */
export interface ServerOptions {
  /**
   * What is started, with its arguments. On a custom runtime all but the first word go into the
   * provider's `args`, which must not be empty; so a program without arguments is started as
   * `["/usr/bin/env", "/code/bootstrap"]`. In a container this is the entry point.
   *
   * The custom images have no `node` or `python3` of their own on the path: name the one of a layer,
   * such as `/opt/nodejs20/bin/node`.
   *
   * @default - on a custom runtime `/code/bootstrap`, in a container what the image says
   */
  readonly command?: string[];
  /**
   * More arguments, behind those in `command`.
   *
   * @default - none
   */
  readonly args?: string[];
  /**
   * The port that it listens on.
   *
   * @default 9000
   */
  readonly port?: number;
  /**
   * How the service tells that an instance is well. An instance with a health check is restarted
   * where it hangs.
   *
   * @default - none
   */
  readonly healthCheck?: HealthCheck;
}

/** Whether the props of a server are right on a runtime. */
export function serverProps(isCustom: boolean): Check {
  return object(
    {
      command: optional(list(text(), atLeastOneWord)),
      args: optional(list(text(), atLeastOneWord)),
      port: optional(number(portProblem)),
      healthCheck: optional(healthCheckProps()),
    },
    (server) => (isCustom ? argumentProblems(server as ServerOptions) : []),
  );
}

/** The arguments `command` and `args` of a custom runtime. */
export function splitCommand(server: ServerOptions): { command?: string[]; args?: string[] } {
  const { command, args } = server;
  // A token of a list cannot be split; its `args` have been asked for.
  if (args && args.length > 0) return { command, args };
  return { command: command?.slice(0, 1), args: command?.slice(1) };
}

const atLeastOneWord = notEmpty({
  got: "an empty list",
  expected: "at least one word",
  fix: "leave it out",
});

/**
 * The provider sends an empty list of arguments where none is given, and the service refuses it:
 * so a custom runtime's block has to have some.
 */
function argumentProblems({ command, args }: ServerOptions): readonly PropProblem[] {
  if (args !== undefined || (command !== undefined && command.length > 1)) return [];
  const program = command?.length === 1 ? command[0] : "/code/bootstrap";
  return [
    {
      at: "command",
      got: command === undefined ? "nothing" : "one word, and no args",
      expected:
        "a command of at least two words, or args: Function Compute refuses an empty list of them",
      fix: `write ${JSON.stringify(["/usr/bin/env", program])}`,
    },
  ];
}
