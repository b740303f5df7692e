/**
 * JSON with two spaces of indent and a line feed at its end. What steers a terminal is written as
 * an escape: also the characters that `JSON.stringify` leaves as they are.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return `${text.replace(STEERING, (character) => `\\u${hex(character)}`)}\n`;
}

const STEERING = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}
