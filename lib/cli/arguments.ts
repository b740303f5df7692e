import { parseArgs } from "node:util";
import { nearest } from "../facts/nearest";
import { UsageError } from "./usage-error";

/** One option of a command. */
export interface Option {
  /** What stands for its value in the help: `FILE`; none for a switch. */
  readonly value?: string;
  /** Its letter: `h` for `-h`; none for most. */
  readonly short?: string;
  /** The values that it takes; default: any text. */
  readonly choices?: readonly string[];
  /** It may be given more than once. Default: false. */
  readonly multiple?: boolean;
  /** What the help says of it. */
  readonly help: string;
}

/** The options of a command, by name without the dashes. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What stands on the command line. */
export class Arguments {
  /**
   * @param paths what is no option
   * @param values what was given, by the option's name
   */
  public constructor(
    public readonly paths: readonly string[],
    private readonly values: ReadonlyMap<string, readonly string[]>,
  ) {}

  /** Whether a switch is given. */
  public has(name: string): boolean {
    return this.values.has(name);
  }

  /** The value of an option; undefined where it is not given. */
  public get(name: string): string | undefined {
    return this.values.get(name)?.[0];
  }

  /** The values of an option that may be given more than once. */
  public all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }
}

/** Every command has these. */
export const COMMON_OPTIONS: OptionTable = {
  help: { short: "h", help: "this text" },
  version: { help: "the version of fc-frontdoor" },
};

/**
 * Reads a command line.
 *
 * @throws UsageError for an option that there is not, that has no value, or one that it does not take
 */
export function parseArguments(argv: readonly string[], own: OptionTable): Arguments {
  const options = { ...own, ...COMMON_OPTIONS };
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value, short }]) => {
        const type = value === undefined ? ("boolean" as const) : ("string" as const);
        return [name, short === undefined ? { type } : { type, short }];
      }),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const paths: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") paths.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw unknownOption(token.rawName, Object.keys(options));
    const given = values.get(token.name) ?? [];
    if (given.length > 0 && !option.multiple) throw givenTwice(token.name, option);
    values.set(token.name, [...given, valueOf(token.name, option, token.value)]);
  }
  return new Arguments(paths, values);
}

function valueOf(name: string, option: Option, value: string | undefined): string {
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`--${name} takes no value; write --${name}`);
    return "";
  }
  if (value === undefined || value === "") {
    throw new UsageError(`--${name} has no value; write --${name} ${option.value}`);
  }
  if (option.choices && !option.choices.includes(value)) {
    throw new UsageError(`--${name} is ${JSON.stringify(value)}; ${oneOf(value, option.choices)}`);
  }
  return value;
}

/** What to write instead of a name that there is not. */
export function oneOf(given: string, known: readonly string[]): string {
  const meant = nearest(given, known);
  return meant === undefined ? `write one of ${known.join(", ")}` : `write ${meant}`;
}

function unknownOption(raw: string, known: readonly string[]): UsageError {
  const meant = nearest(raw.replace(/^-+/, ""), known);
  const fix = meant === undefined ? "see fc-frontdoor --help" : `write --${meant}`;
  return new UsageError(`there is no option ${raw}; ${fix}`);
}

function givenTwice(name: string, { value }: Option): UsageError {
  return new UsageError(`--${name} is given twice; give it once${value ? " with one value" : ""}`);
}
