import type { Value } from "../graph";

/**
 * Why a text is not JSON, without the text: it may hold a secret. Undefined where it is JSON, or
 * not known.
 */
export function jsonError(value: Value): string | undefined {
  const { error } = value.json;
  if (error === undefined) return undefined;
  if (value.text === "") return "an empty text";
  if (value.kind === "list" || value.kind === "object") {
    return value.kind === "list" ? "a list, not text" : "an object, not text";
  }
  if (value.isSensitive) return "text that is not JSON";
  const [reason] = error.split(/, (?:\.\.\.)?"| \(line |\n/);
  // Where a reference stands in the text, its length is not known, and positions are wrong.
  const said = value.parts ? reason.replace(/ (?:in JSON )?at position .*/s, "") : reason;
  return `text that is not JSON: ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
}
