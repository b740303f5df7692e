import { unevaluated } from "../derive";
import { fail } from "../failure";
import { piecesOf, textOf } from "../pieces";
import { trimEnd, trimStart } from "../text";
import { chomp, characters, mapCharacters, substr, title, trim } from "./characters";
import { type FunctionTable, type Run, count, itemsOf, plain } from "./define";
import { format, formatList } from "./format";
import { allMatches, captured, regularExpression, replaceAll } from "./regular-expression";

/** The parts that are known stay known: what is joined may have a known beginning. */
const join: Run = (args, name) => {
  count(args, name, 2, Infinity);
  const [separator, ...lists] = args;
  if (args.some((arg) => arg.isUnknown)) return unevaluated(name, args);
  const between = piecesOf(separator, "a separator");
  const items = lists.flatMap((list) => itemsOf(list, name));
  const pieces = items.flatMap((item, index) => [
    ...(index > 0 ? between : []),
    ...piecesOf(item, "what is joined"),
  ]);
  return textOf(pieces, args);
};

function replace(text: string, what: string, by: string): string {
  if (what.length > 1 && what.startsWith("/") && what.endsWith("/")) {
    return replaceAll(text, what.slice(1, -1), by);
  }
  return what === "" ? ["", ...text, ""].join(by) : text.split(what).join(by);
}

function indent(spaces: number, text: string): string {
  if (!Number.isInteger(spaces) || spaces < 0) fail("indent takes a whole number of spaces");
  return text.replaceAll("\n", `\n${" ".repeat(spaces)}`);
}

/** Functions about text. */
export const TEXT_FUNCTIONS: FunctionTable = {
  chomp: plain(["text"], chomp),
  endswith: plain(["text", "text"], (text, end) => text.endsWith(end)),
  format,
  formatlist: formatList,
  indent: plain(["number", "text"], indent),
  join,
  lower: plain(["text"], (text) => mapCharacters(text, (one) => one.toLowerCase())),
  regex: plain(["text", "text"], (pattern, text) => {
    const match = regularExpression(pattern, text).exec(text);
    return match ? captured(match) : fail("regex: the text does not match");
  }),
  regexall: plain(["text", "text"], (pattern, text) => allMatches(text, pattern).map(captured)),
  replace: plain(["text", "text", "text"], replace),
  split: plain(["text", "text"], (separator, text) =>
    separator === "" ? [...text] : text.split(separator),
  ),
  startswith: plain(["text", "text"], (text, start) => text.startsWith(start)),
  strcontains: plain(["text", "text"], (text, part) => text.includes(part)),
  strrev: plain(["text"], (text) => characters(text).reverse().join("")),
  substr: plain(["text", "number", "number"], substr),
  title: plain(["text"], title),
  trim: plain(["text", "text"], trim),
  trimprefix: plain(["text", "text"], (text, prefix) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  trimspace: plain(["text"], (text) => trimStart(trimEnd(text))),
  trimsuffix: plain(["text", "text"], (text, suffix) =>
    text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
  ),
  upper: plain(["text"], (text) => mapCharacters(text, (one) => one.toUpperCase())),
};
