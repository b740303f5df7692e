import type { Output, Value } from "../../graph";

/** Stands for the domain of a group in a text, and for whatever else is not known. */
const HOST = "\u0001";
const OTHER = "\u0002";

/** A CNAME record to the domain, as zone files have one: name, time to live, class, type, target. */
const RECORD = new RegExp(
  `^\\s*[^\\s${HOST}]+\\s+([\\d${OTHER}]+\\s+)?(IN\\s+)?CNAME\\s+${HOST}\\.?\\s*$`,
  "i",
);

/** A command that calls it: the domain is there for tests. */
const CALL = /^\s*curl\s/;

/** How names and descriptions of outputs speak that are not for callers. */
const NOT_FOR_CALLERS = /cname|dns|record|by hand|test/i;

/** The domain of a group, seen from what may have it. */
export interface ShownHost {
  /** Its texts that are known, as from a plan. */
  readonly texts: readonly string[];
  /** Whether a value that is not known has it. */
  isIn(value: Value): boolean;
}

/**
 * How an output that has the domain of a group in it shows it: only in `record` lines, for those who
 * keep the zone; only in commands for a `test`; as `something` else, such as a URL for callers; or that is `unknown`, as in a plan
 * of what is not there yet.
 *
 * @param output the output
 * @param isPlan whether its value is that of a plan
 * @param host the domain
 */
export function showsDomainAs(
  output: Output,
  isPlan: boolean,
  host: ShownHost,
): "record" | "test" | "something" | "unknown" {
  const value = isPlan && !hasText(output.value) ? output.written : output.value;
  if (value === undefined) {
    return NOT_FOR_CALLERS.test(`${output.name} ${output.description ?? ""}`)
      ? "unknown"
      : "something";
  }
  const lines = textsIn(value, host)
    .flatMap((text) => text.split(/\r?\n/))
    .filter((line) => line.includes(HOST));
  if (lines.length === 0) return "something";
  if (lines.every((line) => RECORD.test(line))) return "record";
  return lines.every((line) => CALL.test(line)) ? "test" : "something";
}

function hasText(value: Value): boolean {
  return value.isKnown || value.parts !== undefined;
}

function textsIn(value: Value, host: ShownHost): readonly string[] {
  const inside = [...value.items, ...value.entries.map(([, item]) => item)];
  if (inside.length > 0) return inside.flatMap((item) => textsIn(item, host));
  return [textOf(value, host)];
}

function textOf(value: Value, host: ShownHost): string {
  if (value.text !== undefined) {
    return host.texts.reduce((text, known) => text.replaceAll(known, HOST), value.text);
  }
  if (!value.parts) return host.isIn(value) ? HOST : OTHER;
  return value.parts.map((part) => (typeof part === "string" ? part : textOf(part, host))).join("");
}
