import type { Problem } from "./problem";

/**
 * What is wrong with a regular expression in every dialect: a group or a class that is not closed,
 * a closing parenthesis too many, a repetition of nothing, a range
 * or a repetition with its greater end first, a lone backslash at the end. What one
 * of RE2, PCRE and JavaScript compiles is right.
 */
export function regularExpressionProblem(text: string): Problem | undefined {
  // In these the brackets may be text, in one dialect or another.
  if (/\\Q|\(\?#|\(\*[A-Z]|\(\?\^?[a-zA-Z]*x/.test(text) || compiles(text)) return undefined;
  const fix = structureFix(text);
  if (fix === undefined) return undefined;
  return { got: JSON.stringify(text), expected: "a regular expression that compiles", fix };
}

/** As a regular expression, of JavaScript and of the provider's Go, that finds just this text. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function compiles(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

/** What would mend the structure, read as RE2 and PCRE do: a `]` at the beginning of a class is text. */
function structureFix(text: string): string | undefined {
  let open = 0;
  // What stands before: nothing that can be repeated, something, or a repetition.
  let before: "nothing" | "something" | "repetition" = "nothing";
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    switch (character) {
      case "\\":
        if (at === text.length - 1) return 'write "\\\\" for a backslash, or remove it at the end';
        at++;
        before = "something";
        break;
      case "[": {
        const end = classEnd(text, at);
        if (end === undefined) return 'close the class with "]"';
        if (hasRangeBackwards(text.slice(at + 1, end))) {
          return "write the smaller character of a range first";
        }
        at = end;
        before = "something";
        break;
      }
      case "(":
        open++;
        before = "nothing";
        // The mark of a special group is no repetition.
        if (text[at + 1] === "?") at++;
        break;
      case ")":
        if (open === 0) return 'remove a ")", or open its group';
        open--;
        before = "something";
        break;
      case "|":
        before = "nothing";
        break;
      case "*":
        if (before !== "something") return 'write before "*" what it repeats';
        before = "repetition";
        break;
      case "+":
      case "?":
        if (before === "nothing") return `write before "${character}" what it repeats`;
        before = "repetition";
        break;
      default: {
        if (character === "{" && before !== "nothing" && isBackwards(text, at)) {
          return "write the smaller number of a repetition first";
        }
        before = "something";
      }
    }
  }
  return open > 0 ? 'close the group with ")"' : undefined;
}

/** `{2,1}`. */
function isBackwards(text: string, at: number): boolean {
  const [, least, most] = /^\{(\d+),(\d+)\}/.exec(text.slice(at)) ?? [];
  return least !== undefined && Number(least) > Number(most);
}

/** `z-a` between letters and digits, in the inside of a class. */
function hasRangeBackwards(inside: string): boolean {
  for (let at = 0; at < inside.length; at++) {
    if (inside[at] === "\\") at++;
    else if (/^[a-zA-Z0-9]-[a-zA-Z0-9]/.test(inside.slice(at, at + 3))) {
      if (inside[at] > inside[at + 2]) return true;
      at += 2;
    }
  }
  return false;
}

/** Where a class ends; undefined where it is not closed. */
function classEnd(text: string, start: number): number | undefined {
  let at = start + 1;
  if (text[at] === "^") at++;
  if (text[at] === "]") at++;
  for (; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text.startsWith("[:", at) && text.indexOf(":]", at) > 0)
      at = text.indexOf(":]", at) + 1;
    else if (text[at] === "]") return at;
  }
  return undefined;
}
