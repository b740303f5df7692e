import { fail } from "./failure";

/** A name of Terraform's. */
export const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
/** A line break. */
export const NEWLINE = /\r?\n/y;
const SPACES = /[ \t]+/y;
/** With these begins what stands between tokens. */
const SKIPPED: ReadonlySet<string | undefined> = new Set([" ", "\t", "\r", "\n", "#", "/"]);
const LINE_COMMENT = /(?:#|\/\/)[^\n]*/y;

/** A place in a text, and how to get on from it. */
export class Cursor {
  protected at = 0;
  /** A line break ends an entry, as it does directly inside the braces of an object. */
  private newlinesCount = false;

  public constructor(protected readonly text: string) {}

  /** Goes past white space and comments, and past line breaks where they mean nothing. */
  protected skip(): void {
    // Most of the time there is nothing to skip.
    while (SKIPPED.has(this.text[this.at])) {
      const start = this.at;
      this.matched(SPACES);
      this.matched(LINE_COMMENT);
      if (this.text.startsWith("/*", this.at)) {
        const end = this.text.indexOf("*/", this.at + 2);
        if (end < 0) fail("a comment without its end");
        this.at = end + 2;
      }
      if (!this.newlinesCount) this.matched(NEWLINE);
      if (this.at === start) return;
    }
  }

  /** Goes past line breaks too. */
  protected skipNewlines(): void {
    this.inside(false, () => this.skip());
  }

  /** The name that must stand here. */
  protected name(): string {
    this.skip();
    return this.matched(NAME) ?? fail(`expected a name, found ${this.found()}`);
  }

  /** Goes past a word, if it stands here. */
  protected takeKeyword(keyword: string): boolean {
    this.skip();
    const start = this.at;
    if (this.matched(NAME) === keyword) return true;
    this.at = start;
    return false;
  }

  /** Goes past a sign, if it is the next one. */
  protected take(token: string): boolean {
    this.skip();
    return this.takeExactly(token);
  }

  /** Goes past a sign, if it stands exactly here. */
  protected takeExactly(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  /** Goes past a sign that must be the next one. */
  protected expect(token: string, described = `"${token}"`): void {
    if (!this.take(token)) fail(`expected ${described}, found ${this.found()}`);
  }

  /** Goes past what a sticky pattern finds here, and gives it. */
  protected matched(pattern: RegExp): string | undefined {
    const start = this.at;
    pattern.lastIndex = start;
    if (!pattern.test(this.text)) return undefined;
    this.at = pattern.lastIndex;
    return this.text.slice(start, this.at);
  }

  /** Goes past what a sticky pattern finds here, and gives it with its groups. */
  protected match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  /** What stands here, for a message. One character says where it is and cannot give a secret away. */
  protected found(): string {
    const code = this.text.codePointAt(this.at);
    if (code === undefined) return "the end of the text";
    if (code === 10 || code === 13) return `a line break at character ${this.at + 1}`;
    return `"${String.fromCodePoint(code)}" at character ${this.at + 1}`;
  }

  /** What is read inside of brackets, with the closing one. */
  protected closed<T>(bracket: string, read: () => T): T {
    return this.inside(false, () => {
      const result = read();
      this.expect(bracket);
      return result;
    });
  }

  /** What is read where line breaks count, or where they do not. */
  protected inside<T>(newlinesCount: boolean, read: () => T): T {
    const outer = this.newlinesCount;
    this.newlinesCount = newlinesCount;
    const result = read();
    this.newlinesCount = outer;
    return result;
  }
}
