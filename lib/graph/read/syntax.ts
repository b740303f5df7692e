import { endOfString, pastSpace } from "./position";

/** What is wrong with a text that should be JSON. */
export interface SyntaxProblem {
  readonly offset: number;
  /** Holds no value of the text. */
  readonly message: string;
  /** `end` where the text ends too early, `repeated` where a key is there twice. */
  readonly kind: "syntax" | "end" | "repeated";
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * The first place in which a text is no JSON, or in which an object has a key twice: `JSON.parse`
 * keeps the last of the two, Terraform both. Comments (`"//"`) may repeat.
 */
export function syntaxProblem(text: string): SyntaxProblem | undefined {
  return new Checker(text).problem();
}

/** How many keys there are in a JSON text, without those of comments. */
export function countKeys(text: string): number {
  let keys = 0;
  for (let at = text.indexOf('"'); at >= 0;) {
    const end = endOfString(text, at);
    if (text[pastSpace(text, end)] === ":" && text.slice(at, end) !== '"//"') keys++;
    at = text.indexOf('"', end);
  }
  return keys;
}

/** Goes through a text without recursion, since it may be nested without end. */
class Checker {
  private at = 0;
  /** What is open here: of an object its keys. */
  private readonly open: (Set<string> | undefined)[] = [];

  public constructor(private readonly text: string) {}

  public problem(): SyntaxProblem | undefined {
    const { text, open } = this;
    for (;;) {
      const wrong = this.value();
      if (wrong) return wrong;
      for (;;) {
        this.space();
        if (open.length === 0) return this.at < text.length ? this.fail("the end") : undefined;
        const keys = open[open.length - 1];
        const sign = text[this.at];
        if (sign === (keys ? "}" : "]")) {
          this.at++;
          open.pop();
        } else if (sign === ",") {
          this.at++;
          const wrongKey = keys && this.key(keys);
          if (wrongKey) return wrongKey;
          break;
        } else {
          return this.fail(`"," or "${keys ? "}" : "]"}"`);
        }
      }
    }
  }

  /** Goes past a scalar, or into a container as far as its first value. */
  private value(): SyntaxProblem | undefined {
    for (;;) {
      this.space();
      const sign = this.text[this.at];
      if (sign === '"') return this.string();
      if (sign === "{") {
        const keys = new Set<string>();
        this.at++;
        this.open.push(keys);
        this.space();
        if (this.text[this.at] === "}") return undefined;
        const wrong = this.key(keys);
        if (wrong) return wrong;
      } else if (sign === "[") {
        this.at++;
        this.open.push(undefined);
        this.space();
        if (this.text[this.at] === "]") return undefined;
      } else {
        return this.take(NUMBER) || this.take(WORD) ? undefined : this.fail("a value");
      }
    }
  }

  private key(keys: Set<string>): SyntaxProblem | undefined {
    this.space();
    const start = this.at;
    if (this.text[start] !== '"') return this.fail("a key in double quotes");
    const wrong = this.string();
    if (wrong) return wrong;
    const key = JSON.parse(this.text.slice(start, this.at)) as string;
    this.space();
    if (this.text[this.at] !== ":") return this.fail('":"');
    this.at++;
    if (key !== "//" && keys.has(key)) {
      const message = `the key ${JSON.stringify(key)} is there twice`;
      return { offset: start, message, kind: "repeated" };
    }
    keys.add(key);
    return undefined;
  }

  private string(): SyntaxProblem | undefined {
    const { text } = this;
    this.at++;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === 34) break;
      if (code === 92) {
        if (!this.take(ESCAPE)) return this.fail("an escape of JSON");
      } else if (code >= 32) this.at++;
      else return this.fail("the rest of a text");
    }
    this.at++;
    return undefined;
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private space(): void {
    this.at = pastSpace(this.text, this.at);
  }

  private fail(expected: string): SyntaxProblem {
    const { at: offset, text } = this;
    const code = text.codePointAt(offset);
    if (code === undefined) {
      return { offset, message: `it ends where ${expected} is expected`, kind: "end" };
    }
    const found = code < 32 ? "a control character" : `"${String.fromCodePoint(code)}"`;
    const what = code === 10 || code === 13 ? "a line break" : found;
    return { offset, message: `expected ${expected}, found ${what}`, kind: "syntax" };
  }
}
