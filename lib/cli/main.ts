import { oneLine } from "../facts/one-line";
import { ReadError } from "../graph/read/error";
import { PolicyError } from "../policy/error";
import { oneOf, parseArguments } from "./arguments";
import type { Command, ExitStatus } from "./command";
import { blueprints } from "./commands/blueprints";
import { check } from "./commands/check";
import { init } from "./commands/init";
import { rules } from "./commands/rules";
import { verify } from "./commands/verify";
import { helpOf, helpOfAll } from "./help";
import type { Io } from "./io";
import { UsageError } from "./usage-error";
import { version } from "./version";

const COMMANDS: Readonly<Record<string, Command>> = { check, rules, blueprints, init, verify };

/**
 * Runs a command line.
 *
 * @param argv without the names of node and of the script
 * @returns the exit status; it is never 0 for what could not be read
 */
export function main(argv: readonly string[], io: Io): ExitStatus {
  try {
    return run(argv, io);
  } catch (error) {
    io.err(`${explain(error, io)}\n`);
    return 2;
  }
}

function run([name, ...rest]: readonly string[], io: Io): ExitStatus {
  if (name === undefined) {
    io.err(helpOfAll(COMMANDS));
    return 2;
  }
  if (name.startsWith("-")) {
    const args = parseArguments([name], {});
    io.out(args.has("version") ? `${version()}\n` : helpOfAll(COMMANDS));
    return 0;
  }
  if (name === "help") {
    io.out(rest.length > 0 ? helpOf(commandOf(rest[0])) : helpOfAll(COMMANDS));
    return 0;
  }
  const command = commandOf(name);
  const args = parseArguments(rest, command.options);
  if (args.has("help")) io.out(helpOf(command));
  else if (args.has("version")) io.out(`${version()}\n`);
  else return command.run(args, io);
  return 0;
}

function commandOf(name: string): Command {
  if (Object.hasOwn(COMMANDS, name)) return COMMANDS[name];
  const fix = oneOf(name, Object.keys(COMMANDS));
  throw new UsageError(`there is no command ${JSON.stringify(name)}; ${fix}`);
}

function explain(error: unknown, { env }: Io): string {
  if (error instanceof UsageError || error instanceof ReadError || error instanceof PolicyError) {
    return error.message.split("\n").map(line).join("\n");
  }
  const { message, stack } = error as Error;
  if (env.FC_FRONTDOOR_DEBUG) return String(stack);
  return line(
    `an error of fc-frontdoor itself: ${message}; please report it, with what FC_FRONTDOOR_DEBUG=1 shows`,
  );
}

function line(text: string): string {
  return `fc-frontdoor: ${oneLine(text)}`;
}
