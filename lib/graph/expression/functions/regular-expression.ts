import { fail, giveUp } from "../failure";

/** More steps than this are not taken: JavaScript tries again and again where Go reads once. */
const MOST_STEPS = 10_000_000;

/** What is written and means the same in both: no flags, no look-around, no classes of one side only. */
const COMMON =
  /^(?:[^\\[\](){}?*+|]|\\[dDwWsSbBnrtfv.\\[\](){}?*+|^$/-]|\[\^?(?:[^\\[\]]|\\[dDwWsSnrtfv.\\[\](){}?*+|^$/-])+\]|\((?!\?)|\(\?:|\(\?P?<[A-Za-z_]\w*>|\)|[?*+]\??|\{\d{1,3}(?:,\d{0,3})?\}\??|\|)*$/;

/** A group that repeats something that can itself be matched in several ways. */
const REPEATED_CHOICE = /[*+?}|][^()]*\)+(?:[*+]|\{\d+,)/;

/**
 * A pattern of Go's as one of JavaScript's that finds the same in this text. Gives up where the two
 * differ, and where finding out may take too long.
 */
export function regularExpression(pattern: string, text: string): RegExp {
  if (pattern.length > 500 || !COMMON.test(pattern)) giveUp();
  // A dot, a space and a word mean more characters on one side than on the other.
  if (!/^[\n\x20-\x7e]*$/.test(text)) giveUp();
  const repetitions = pattern.match(/[*+?]|\{/g)?.length ?? 0;
  if (REPEATED_CHOICE.test(pattern)) giveUp();
  if ((text.length + 1) ** (repetitions + 1) > MOST_STEPS && repetitions > 1) giveUp();
  try {
    return new RegExp(pattern.replace(/\(\?P</g, "(?<"), "g");
  } catch {
    return fail("a regular expression does not parse");
  }
}

/** What a match gives: its text, or where there are groups what they caught. */
export function captured(match: RegExpMatchArray): unknown {
  if (match.groups) return { ...match.groups };
  if (match.length === 1) return match[0];
  return match.slice(1).map((group) => group ?? null);
}

/** Replaces every match, with `$1` and `${name}` in the replacement as Go reads them. */
export function replaceAll(text: string, pattern: string, by: string): string {
  const expression = regularExpression(pattern, text);
  return text.replace(expression, (...found: unknown[]) => {
    const last = found[found.length - 1];
    const groups = typeof last === "object" ? (last as Record<string, string>) : {};
    return by.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (_, bare?: string, braced?: string) => {
      const name = bare ?? braced;
      if (name === undefined) return "$";
      const group = /^\d+$/.test(name) ? found[Number(name)] : groups[name];
      return typeof group === "string" ? group : "";
    });
  });
}
