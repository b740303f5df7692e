import { oneLine } from "../facts/one-line";
import type { SourceLocation } from "../graph";

const WIDEST = 120;

/** The text of a private key, which a program may have beside what is found. */
const KEY = /PRIVATE KEY-----|LS0tLS1CRUdJTi/;

/** A line of source with the one before it and a caret under the column; empty where there is no such line, or where one of the two has a private key. */
export function frame(source: string, { line, column }: SourceLocation): readonly string[] {
  const lines = source.split(/\r?\n/);
  const text = lines[line - 1];
  if (text === undefined) return [];
  const width = String(line).length;
  const before = lines[line - 2];
  if (KEY.test(text) || KEY.test(before ?? "")) return [];
  return [
    ...(before === undefined ? [] : [`  ${String(line - 1).padStart(width)} | ${shown(before)}`]),
    `> ${line} | ${shown(text)}`,
    ...(column === undefined || column - 1 > Math.min(text.length, WIDEST)
      ? []
      : [`  ${" ".repeat(width)} | ${" ".repeat(shown(text.slice(0, column - 1)).length)}^`]),
  ].map((row) => row.trimEnd());
}

function shown(text: string): string {
  const plain = oneLine(text.replaceAll("\t", "  "));
  return plain.length > WIDEST ? `${plain.slice(0, WIDEST)}…` : plain;
}
