import { oneLine } from "../facts/one-line";

/**
 * Text as it is, within a paragraph or a cell of a table: it makes no markup and no link, mentions
 * nobody and refers to no issue.
 */
export function prose(text: string): string {
  return clip(oneLine(text)).replace(/[&<>\\`*_[\]|~]|[@#]|:(?=\/\/)|www(?=\.)/gi, (found) =>
    /[\w@#:]/.test(found) && found !== "_" ? `${found}${BREAK}` : entity(found),
  );
}

/** A value as code, also within a cell of a table, where neither ` nor | nor \ can be quoted in a code span. */
export function code(text: string): string {
  const shown = clip(oneLine(text));
  if (shown.trim() === "") return "";
  if (!/[`|\\]/.test(shown)) return `\`${shown}\``;
  return `<code>${shown.replace(/[^A-Za-z0-9 ./:-]/gu, entity)}</code>`;
}

/** Lines as a block of code that nothing in them ends. */
export function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}text\n${text.split("\n").map(clip).join("\n")}\n${ticks}`;
}

/** A headline that opens to what stands below it; nothing where there is nothing. */
export function details(summary: string, body: string): string {
  return body === "" ? "" : `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

const BREAK = "&#8203;";
const LONGEST = 400;

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

function clip(text: string): string {
  return text.length > LONGEST ? `${oneLine(text.slice(0, LONGEST))}…` : text;
}
