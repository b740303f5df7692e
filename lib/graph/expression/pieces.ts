import { LITERAL, Value } from "../value";
import { toText } from "./convert";
import { computed, unevaluated } from "./derive";
import { giveUp } from "./failure";

/** A text that doubles itself a few times fills any memory; so much is never asked for in earnest. */
const LONGEST = 10_000_000;
const MOST_PIECES = 1000;

/** What a text is put together of. */
export type Pieces = readonly (string | Value)[];

/** What a value adds to a text. */
export function piecesOf(value: Value, what = "what stands in a text"): Pieces {
  if (value.isUnknown) return value.parts ?? [value];
  const text = toText(value, what);
  if (value.origin === LITERAL) return [text];
  return [value.text === text ? value : Value.of(text, value.origin)];
}

/**
 * The text of pieces, unknown where a piece is.
 *
 * @param operands the values that the pieces come from
 */
export function textOf(pieces: Pieces, operands: readonly Value[]): Value {
  const texts = pieces.map((piece) => (typeof piece === "string" ? piece : piece.text));
  const length = texts.reduce((total, text) => total + (text?.length ?? 0), 0);
  if (length > LONGEST) giveUp();
  if (!texts.includes(undefined)) return computed(texts.join(""), operands);
  const melded: (string | Value)[] = [];
  for (const piece of pieces) {
    const last = melded.length - 1;
    const before = melded[last];
    if (typeof piece === "string" && typeof before === "string") melded[last] = before + piece;
    else if (piece !== "") melded.push(piece);
  }
  if (melded.length > MOST_PIECES) return unevaluated("text", melded.map(asValue));
  return Value.composite(operands, "", melded);
}

function asValue(piece: string | Value): Value {
  return typeof piece === "string" ? Value.of(piece) : piece;
}
