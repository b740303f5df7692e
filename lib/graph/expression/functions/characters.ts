import { fail, giveUp } from "../failure";

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a reader sees them, which is how Terraform counts. */
export function characters(text: string): string[] {
  if (/^[\t\n\x20-\x7e]*$/.test(text)) return [...text];
  // Takes longer to make than all else that is made when this library starts.
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Another case of a text, code point by code point as Go has it. */
export function mapCharacters(text: string, map: (character: string) => string): string {
  return Array.from(text, (character) => {
    const mapped = map(character);
    // "ß" becomes "SS" here and stays "ß" there.
    return mapped.length > character.length ? giveUp() : mapped;
  }).join("");
}

/** With every word beginning with a capital. */
export function title(text: string): string {
  let before = " ";
  return Array.from(text, (character) => {
    const starts = isSeparator(before);
    before = character;
    return starts ? mapCharacters(character, (one) => one.toUpperCase()) : character;
  }).join("");
}

function isSeparator(character: string): boolean {
  if (/[\x00-\x7f]/.test(character)) return !/\w/.test(character);
  return !/[\p{L}\p{Nd}]/u.test(character) && /\s/.test(character);
}

/** Without the characters of a set at both ends. */
export function trim(text: string, set: string): string {
  const all = Array.from(text);
  let [from, to] = [0, all.length];
  while (from < to && set.includes(all[from])) from++;
  while (to > from && set.includes(all[to - 1])) to--;
  return all.slice(from, to).join("");
}

/** Without line breaks at the end. */
export function chomp(text: string): string {
  let to = text.length;
  while (to > 0 && (text[to - 1] === "\n" || text[to - 1] === "\r")) to--;
  return text.slice(0, to);
}

/** A part of a text; a negative offset counts from the end, a length of -1 means all of the rest. */
export function substr(text: string, offset: number, length: number): string {
  if (!Number.isInteger(offset) || !Number.isInteger(length)) {
    fail("substr takes a whole offset and a whole length");
  }
  const all = characters(text);
  const from = Math.max(0, offset < 0 ? all.length + offset : offset);
  return all.slice(from, length < 0 ? undefined : from + length).join("");
}
