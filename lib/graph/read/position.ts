/** Where something stands in a text. */
export interface Position {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
}

/** A member of a JSON object, as offsets into the text. */
export interface Member {
  readonly key: number;
  readonly value: number;
}

const SPACE = new Set([" ", "\t", "\r", "\n"]);
const SIGNS = /["{}[\]]/g;
const END_OF_SCALAR = /[\s,\]}]|$/g;

/** A valid JSON text, and where things stand in it. Reads no more of it than it is asked for. */
export class JsonText {
  private lines?: readonly number[];

  /** @param text what `JSON.parse` takes */
  public constructor(public readonly text: string) {}

  /** Where the whole value begins. */
  public get root(): number {
    return pastSpace(this.text, 0);
  }

  /** The members of the object that begins at an offset; none of anything else. Of two with one key the last. */
  public members(at: number): ReadonlyMap<string, Member> {
    const { text } = this;
    const found = new Map<string, Member>();
    if (text[at] !== "{") return found;
    for (let key = pastSpace(text, at + 1); text[key] === '"';) {
      const end = endOfString(text, key);
      const value = pastSpace(text, pastSpace(text, end) + 1);
      found.set(JSON.parse(text.slice(key, end)), { key, value });
      key = pastSpace(text, pastSpace(text, this.end(value)) + 1);
    }
    return found;
  }

  /** Where the items of the list that begins at an offset begin; none of anything else. */
  public items(at: number): readonly number[] {
    const { text } = this;
    if (text[at] !== "[") return [];
    const found: number[] = [];
    let item = pastSpace(text, at + 1);
    if (text[item] === "]") return found;
    for (;;) {
      found.push(item);
      const next = pastSpace(text, this.end(item));
      if (text[next] !== ",") return found;
      item = pastSpace(text, next + 1);
    }
  }

  /** Where the value ends that begins at an offset. */
  public end(at: number): number {
    const { text } = this;
    if (text[at] === '"') return endOfString(text, at);
    if (text[at] !== "{" && text[at] !== "[") return search(text, END_OF_SCALAR, at);
    let depth = 0;
    let next = at;
    do {
      const sign = text[next];
      if (sign === "{" || sign === "[") depth++;
      else if (sign !== '"') depth--;
      next = sign === '"' ? endOfString(text, next) : next + 1;
      if (depth === 0) return next;
      next = search(text, SIGNS, next);
    } while (next < text.length);
    return next;
  }

  /** The line and column of an offset. */
  public position(offset: number): Position {
    this.lines ??= lineStarts(this.text);
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lines[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.lines[low] + 1 };
  }
}

/** The offset of the first character from `at` on that is no white space. */
export function pastSpace(text: string, at: number): number {
  while (SPACE.has(text[at])) at++;
  return at;
}

/** Behind the closing quote of the string that begins at an offset; the text's length where there is none. */
export function endOfString(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote;
    while (text[before - 1] === "\\" && before - 1 > at) before--;
    if ((quote - before) % 2 === 0) return quote + 1;
  }
  return text.length;
}

function search(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
