import { COMMON_OPTIONS, type OptionTable } from "./arguments";
import type { Command } from "./command";

/** The text of `fc-frontdoor --help`. */
export function helpOfAll(commands: Readonly<Record<string, Command>>): string {
  return [
    "fc-frontdoor checks how functions of Alibaba Cloud Function Compute 3.0 are put on HTTP.",
    "",
    "Usage: fc-frontdoor COMMAND [options]",
    "",
    "Commands:",
    ...columns(Object.entries(commands).map(([name, { summary }]) => [name, summary])),
    "",
    "fc-frontdoor COMMAND --help says more of one command.",
    "",
  ].join("\n");
}

/** The text of `fc-frontdoor COMMAND --help`. */
export function helpOf({ usage, about, options, examples }: Command): string {
  return [
    `Usage: fc-frontdoor ${usage}`,
    "",
    about,
    "",
    "Options:",
    ...columns(optionLines({ ...options, ...COMMON_OPTIONS })),
    ...(examples.length > 0 ? ["", "Examples:", ...columns(examples)] : []),
    "",
  ].join("\n");
}

function optionLines(options: OptionTable): readonly (readonly [string, string])[] {
  return Object.entries(options).map(([name, { value, short, choices, multiple, help }]) => [
    `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`,
    [help, choices && `one of ${choices.join(", ")}`, multiple && "may be repeated"]
      .filter(Boolean)
      .join("; "),
  ]);
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`);
}
