import { fail, giveUp } from "../failure";

/** More steps than this are not taken: JavaScript tries again and again where Go reads once. */
const MOST_STEPS = 10_000_000;

const LONGEST_PATTERN = 500;

/** A piece of a pattern that means the same in Go and in JavaScript; no flags, no look-around. */
const TOKEN =
  /\\[dDwWsSbBnrtfv.\\[\](){}?*+|^$/-]|\[\^?(?:[^\\[\]^]|\\[dDwWsSnrtfv.\\[\](){}?*+|^$/-])+\]|\(\?:|\(\?P?<[A-Za-z_]\w*>|\((?!\?)|\)|\{\d{1,3}(?:,\d{0,3})?\}|[^\\[\]{}()]/y;

/**
 * A pattern of Go's as one of JavaScript's that finds the same in this text. Gives up where the two
 * may differ, and where finding out may take too long.
 */
export function regularExpression(pattern: string, text: string): RegExp {
  // A dot, a space and a word mean more characters on one side than on the other.
  if (!/^[\n\x20-\x7e]*$/.test(text)) giveUp();
  const repetitions = countRepetitions(pattern);
  if (repetitions > 1 && (text.length + 1) ** (repetitions + 1) > MOST_STEPS) giveUp();
  try {
    return new RegExp(pattern.replace(/\(\?P</g, "(?<"), "g");
  } catch {
    return fail("a regular expression does not parse");
  }
}

/** The number of repetitions in a pattern. Gives up on what is not common to both sides. */
function countRepetitions(pattern: string): number {
  if (pattern.length > LONGEST_PATTERN) giveUp();
  let repetitions = 0;
  // Of each open group, whether it holds something that makes its repetition dear or different.
  const groups: { involved: boolean; captures: boolean }[] = [];
  let closed: { involved: boolean; captures: boolean } | undefined;
  for (const token of tokens(pattern)) {
    const repeats = /^[*+{]/.test(token);
    if (repeats || token === "?") repetitions++;
    if (repeats && closed?.involved) giveUp();
    closed = undefined;
    if (token.startsWith("(")) {
      groups.push({ involved: false, captures: token !== "(?:" });
    } else if (token === ")") {
      closed = groups.pop();
      const outer = groups[groups.length - 1];
      if (outer && (closed?.captures || closed?.involved)) outer.involved = true;
    } else if (groups.length > 0 && (repeats || /^[?|]/.test(token))) {
      groups[groups.length - 1].involved = true;
    }
  }
  return repetitions;
}

function tokens(pattern: string): readonly string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < pattern.length) {
    const token = TOKEN.exec(pattern)?.[0];
    if (token === undefined) return giveUp();
    found.push(token);
  }
  return found;
}

/** What a match gives: its text, or where there are groups what they caught. */
export function captured(match: RegExpMatchArray): unknown {
  if (match.groups) {
    if (Object.keys(match.groups).length !== match.length - 1) giveUp();
    return Object.fromEntries(
      Object.entries(match.groups).map(([name, group]) => [name, caught(group)]),
    );
  }
  return match.length === 1 ? match[0] : match.slice(1).map(caught);
}

function caught(group: string | undefined): string | null {
  return group ?? null;
}

/** All matches. Gives up where one is empty: the two sides go on differently after it. */
export function allMatches(text: string, pattern: string): readonly RegExpMatchArray[] {
  const matches = [...text.matchAll(regularExpression(pattern, text))];
  return matches.some(([match]) => match === "") ? giveUp() : matches;
}

/** Replaces every match, with `$1` and `${name}` in the replacement as Go reads them. */
export function replaceAll(text: string, pattern: string, by: string): string {
  let from = 0;
  let result = "";
  for (const match of allMatches(text, pattern)) {
    result += text.slice(from, match.index) + expanded(by, match);
    from = (match.index ?? 0) + match[0].length;
  }
  return result + text.slice(from);
}

function expanded(by: string, match: RegExpMatchArray): string {
  return by.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (_, bare?: string, braced?: string) => {
    const name = bare ?? braced;
    if (name === undefined) return "$";
    return (/^\d+$/.test(name) ? match[Number(name)] : match.groups?.[name]) ?? "";
  });
}
