import { Value } from "../../value";
import { toBool, toNumber, toText } from "../convert";
import { isKnownThroughout, unevaluated } from "../derive";
import { fail, giveUp } from "../failure";
import { isExact, numberText } from "../number";
import { type Pieces, piecesOf, textOf } from "../pieces";
import { characters } from "./characters";
import { type Run, count } from "./define";
import { encodeJson, encodeText } from "./json";

const VERB = /%(?:%|([-+ 0#]*)(\d{0,4})(?:\.(\d{0,3}))?(?:\[(\d{1,4})\])?([a-zA-Z]))/g;

interface Verb {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly letter: string;
}

/** `format` */
export const format: Run = (args, name) => {
  count(args, name, 1, Infinity);
  const [spec, ...values] = args;
  if (spec.isUnknown) return unevaluated(name, args);
  if (values.some((value) => value.isNull)) giveUp();
  return textOf(formatted(toText(spec, "a format"), values), args);
};

/** `formatlist` */
export const formatList: Run = (args, name) => {
  count(args, name, 1, Infinity);
  const [spec, ...values] = args;
  if (args.some((arg) => arg.isUnknown)) return unevaluated(name, args);
  const text = toText(spec, "a format");
  const lengths = new Set(
    values.filter((arg) => arg.kind === "list").map((arg) => arg.items.length),
  );
  if (lengths.size > 1) fail("formatlist needs lists of one length");
  const [length = 1] = lengths;
  return Value.list(
    Array.from({ length }, (_, index) => {
      const row = values.map((arg) => (arg.kind === "list" ? arg.items[index] : arg));
      return textOf(formatted(text, row), [spec, ...row]);
    }),
  );
};

function formatted(spec: string, values: readonly Value[]): Pieces {
  const pieces: (string | Value)[] = [];
  let next = 0;
  let most = 0;
  let at = 0;
  for (const match of spec.matchAll(VERB)) {
    pieces.push(literal(spec.slice(at, match.index)));
    at = match.index + match[0].length;
    const [whole, flags, width, precision, position, letter] = match;
    if (whole === "%%") {
      pieces.push("%");
      continue;
    }
    if (position !== undefined) next = Number(position) - 1;
    const value = values[next++] ?? fail("format needs more arguments");
    most = Math.max(most, next);
    const verb = {
      flags,
      width: Number(width),
      precision: precision === undefined ? undefined : Number(precision),
      letter,
    };
    pieces.push(...applied(verb, whole, value));
  }
  pieces.push(literal(spec.slice(at)));
  if (most < values.length) fail("format has more arguments than it uses");
  return pieces;
}

function literal(text: string): string {
  return text.includes("%") ? fail("a format has a verb that does not exist") : text;
}

function applied(verb: Verb, text: string, value: Value): Pieces {
  if (text === "%s" || (text === "%v" && (value.isUnknown || value.kind === "string"))) {
    if (value.isNull) giveUp();
    return piecesOf(value, "what is formatted as %s");
  }
  if (!isKnownThroughout(value)) return [unevaluated(text, [value])];
  if (value.isNull) giveUp();
  return piecesOf(Value.of(padded(verb, shown(verb, value)), value.deepOrigin));
}

function shown(verb: Verb, value: Value): string {
  switch (verb.letter) {
    case "s":
      return cut(toText(value, "what is formatted as %s"), verb.precision);
    case "v":
      return verb.precision === undefined ? plainly(verb, value) : giveUp();
    case "q":
      return verb.precision === undefined ? encodeText(toText(value)) : giveUp();
    case "t":
      return verb.width > 0 ? giveUp() : String(toBool(value, "what is formatted as %t"));
    case "d":
      return whole(verb, value, 10);
    case "b":
      return whole(verb, value, 2);
    case "o":
      return whole(verb, value, 8);
    case "x":
    case "X":
      // A text is shown byte by byte.
      if (value.kind === "string") giveUp();
      return verb.letter === "x" ? whole(verb, value, 16) : whole(verb, value, 16).toUpperCase();
    case "f":
      return fraction(verb, toNumber(value, "what is formatted as %f"));
    default:
      return giveUp();
  }
}

function cut(text: string, precision: number | undefined): string {
  return precision === undefined ? text : characters(text).slice(0, precision).join("");
}

/** `%v`: texts as they are, numbers in their shortest form, anything else as JSON. */
function plainly(verb: Verb, value: Value): string {
  if (verb.flags.includes("#")) return encodeJson(value);
  if (value.kind === "bool" || value.kind === "string") return toText(value);
  return value.kind === "number" ? signed(verb, shortest(toNumber(value))) : encodeJson(value);
}

function shortest(value: number): string {
  const text = numberText(value);
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -4 && exponent < 6) return text;
  const [mantissa, power] = value.toExponential().split("e");
  return `${mantissa}e${power[0]}${power.slice(1).padStart(2, "0")}`;
}

function whole(verb: Verb, value: Value, base: number): string {
  const number = toNumber(value, `what is formatted as %${verb.letter}`);
  if (!Number.isInteger(number)) fail(`what is formatted as %${verb.letter} must be whole`);
  if (verb.precision !== undefined || verb.flags.includes("#")) giveUp();
  if (!Number.isSafeInteger(number)) giveUp();
  return signed(verb, number.toString(base));
}

function fraction(verb: Verb, number: number): string {
  if (!isExact(number)) giveUp();
  const digits = verb.precision ?? 6;
  const text = numberText(number);
  const after = text.split(".")[1] ?? "";
  if (after.length <= digits) {
    const [before] = text.split(".");
    return signed(verb, digits === 0 ? before : `${before}.${after.padEnd(digits, "0")}`);
  }
  // Exactly half rounds to even in Go; of decimal fractions only those that end in 5 can be half.
  if (/^50*$/.test(after.slice(digits))) giveUp();
  return digits > 100 ? giveUp() : signed(verb, number.toFixed(digits));
}

function signed(verb: Verb, text: string): string {
  if (text.startsWith("-")) return text;
  if (verb.flags.includes("+")) return `+${text}`;
  return verb.flags.includes(" ") ? ` ${text}` : text;
}

function padded({ flags, width, letter }: Verb, text: string): string {
  const missing = width - characters(text).length;
  if (missing <= 0) return text;
  if (flags.includes("-")) return text + " ".repeat(missing);
  if (!flags.includes("0")) return " ".repeat(missing) + text;
  if (!/[dbofxX]/.test(letter)) return giveUp();
  const sign = /^[-+ ]/.test(text) ? text[0] : "";
  return sign + "0".repeat(missing) + text.slice(sign.length);
}
