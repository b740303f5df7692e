import type { Reference } from "../value";
import type { Expression, Literal, Operator, Step, Template } from "./ast";
import { Cursor, NAME, NEWLINE } from "./cursor";
import { Failure, fail } from "./failure";
import { exactly } from "./number";
import { addressOf, extend } from "./reference";
import { trimEnd, trimStart } from "./text";

/** Deeper nesting is refused: it would exhaust the stack, and nobody writes it. */
const DEEPEST = 100;

/** Each level of indented heredocs is read twice, so nesting them without limit would take forever. */
const DEEPEST_HEREDOC = 4;

/** How strong an operator is. */
const LEVELS: ReadonlyMap<string, number> = new Map<Operator, number>([
  ["||", 0],
  ["&&", 1],
  ["==", 2],
  ["!=", 2],
  ["<=", 3],
  [">=", 3],
  ["<", 3],
  [">", 3],
  ["+", 4],
  ["-", 4],
  ["*", 5],
  ["/", 5],
  ["%", 5],
]);

const OPERATOR = /\|\||&&|[=!<>]=|[<>+*/%-]/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const DIGITS = /\d+/y;
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const BARE_TEXT = /[^$%\r\n]+/y;
/** Terraform's scanner ends a piece of text here, so that a strip marker reaches no further. */
const SIGN_BEFORE_NEWLINE = /[$%][\0-\x7f](?=\r?\n)/y;
const QUOTED_TEXT = /[^"\\$%\r\n]+/y;
const ESCAPE = /\\(?:([nrt"\\])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "\\": "\\",
};

const KEYWORDS: Readonly<Record<string, Literal>> = {
  true: { type: "literal", value: true },
  false: { type: "literal", value: false },
  null: { type: "literal", value: null },
};

/** Where a template ends: with the text, at a quote, or on the line that holds only the marker. */
type End = "text" | "quote" | { readonly marker: string };

/** The directives that end a block of a template. */
type Closing = "else" | "endif" | "endfor";

type Part = string | Expression;

/** What is kept of a heredoc while it is read. */
interface HeredocState {
  /** How much indentation is taken away. */
  readonly removed: number;
  /** The least indentation of a line so far. */
  least: number;
  /** A line begins here. */
  lineStart: boolean;
  /** The literal before this began a line. */
  leading: boolean;
}

function heredocState(removed: number): HeredocState {
  return { removed, least: Infinity, lineStart: true, leading: false };
}

/** Whether a text has to be parsed at all; all others stand for themselves. */
export function isTemplate(text: string): boolean {
  return text.includes("${") || text.includes("%{");
}

/** Parses a text of Terraform JSON syntax. What does not parse gives an error, not an exception. */
export function parse(text: string): Template {
  if (!isTemplate(text)) return { text, root: { type: "literal", value: text } };
  try {
    return { text, root: new Parser(text).whole() };
  } catch (error) {
    if (error instanceof Failure) return { text, error: error.message };
    throw error;
  }
}

/** Reads a template straight from its characters, since what they mean depends on what is around them. */
class Parser extends Cursor {
  private depth = 0;
  private heredocDepth = 0;
  /** The marker `~}` stands directly before. */
  private trims = false;
  private heredocState = heredocState(0);
  /** The names that the surrounding `for` expressions bind. */
  private readonly bound: string[] = [];

  public whole(): Expression {
    return this.template("text");
  }

  // Templates

  private template(end: End): Expression {
    return this.nested(() => {
      this.trims = false;
      const { parts, closing } = this.block(end);
      if (closing) fail(`"%{ ${closing} }" without a beginning`);
      // One interpolation and nothing else keeps its type.
      if (parts.length === 1 && typeof parts[0] !== "string") return parts[0];
      return concatenation(parts);
    });
  }

  /** The parts up to the end of the template, or to the directive that closes this block of it. */
  private block(end: End): { parts: Part[]; closing?: Closing } {
    const parts: Part[] = [];
    for (;;) {
      if (this.takeEnd(end)) return { parts };
      const literal = this.literal(end);
      if (literal !== undefined) {
        parts.push(this.finished(literal, end));
        continue;
      }
      const opening = this.text[this.at];
      this.openSequence(parts, end);
      if (opening === "$") {
        parts.push(this.interpolation());
        continue;
      }
      const directive = this.directive(end);
      if (typeof directive === "string") return { parts, closing: directive };
      parts.push(directive);
    }
  }

  private takeEnd(end: End): boolean {
    if (end === "quote") {
      if (this.at >= this.text.length) fail("a string without closing quote");
      return this.takeExactly('"');
    }
    if (end !== "text") {
      if (this.at >= this.text.length) fail(`a heredoc without its end, "${end.marker}"`);
      if (this.text[this.at - 1] !== "\n") return false;
      const newline = this.text.indexOf("\n", this.at);
      if (newline < 0) return false;
      if (trimEnd(trimStart(this.text.slice(this.at, newline))) !== end.marker) return false;
      // The newline after the marker may end an entry of an object.
      this.at = newline;
      return true;
    }
    return this.at >= this.text.length;
  }

  /** Text up to the next sequence; outside quotes one line at a time, since strip markers reach no further. */
  private literal(end: End): string | undefined {
    const start = this.at;
    let text = "";
    for (;;) {
      const next = this.text[this.at];
      if (next === undefined || (end === "quote" && next === '"')) break;
      if (next === "$" || next === "%") {
        if (this.text[this.at + 1] === "{") break;
        const escaped = this.text.startsWith(`${next}{`, this.at + 1);
        const sign = escaped || end === "quote" ? undefined : this.matched(SIGN_BEFORE_NEWLINE);
        if (sign !== undefined) {
          text += sign;
          break;
        }
        this.at += escaped ? 3 : 1;
        text += escaped ? `${next}{` : next;
      } else if (end === "quote") {
        text += this.matched(QUOTED_TEXT) ?? this.escape();
      } else {
        text += this.matched(BARE_TEXT) ?? "";
        const newline = this.matched(NEWLINE);
        if (newline !== undefined) {
          text += newline;
          break;
        }
        if (this.text[this.at] === "\r") {
          if (text === "") text = this.afterLoneReturn(end);
          break;
        }
      }
    }
    return this.at === start ? undefined : text;
  }

  /** Terraform's scanner stops at a carriage return on its own, and takes the rest as it is. */
  private afterLoneReturn(end: End): string {
    if (end !== "text") fail("a carriage return without a line feed");
    const rest = this.text.slice(this.at);
    this.at = this.text.length;
    return rest.replace(/\$\$\{|%%\{/g, (escape) => escape.slice(1));
  }

  private finished(literal: string, end: End): string {
    let text = this.trims ? trimStart(literal) : literal;
    this.trims = false;
    if (typeof end !== "object") return text;
    const { lineStart } = this.heredocState;
    if (lineStart) text = this.outdented(text);
    this.heredocState.leading = lineStart;
    this.heredocState.lineStart = text.endsWith("\n");
    return text;
  }

  private escape(): string {
    const match = this.match(ESCAPE);
    if (!match) {
      fail(
        this.text[this.at] === "\\"
          ? `a backslash that begins no escape sequence at character ${this.at + 1}`
          : "a line break inside a quoted string",
      );
    }
    const [, simple, short, long] = match;
    if (simple) return ESCAPES[simple];
    const code = parseInt(short ?? long, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  }

  /** A line of a heredoc without the indentation that all of its lines share; blank lines do not count. */
  private outdented(line: string): string {
    const rest = trimStart(line);
    if (rest === "" && line.endsWith("\n")) return line;
    const spaces = line.length - rest.length;
    this.heredocState.least = Math.min(this.heredocState.least, spaces);
    return line.slice(this.heredocState.removed);
  }

  /** Consumes `${` or `%{`, and with `~` the white space before it. */
  private openSequence(parts: Part[], end: End): void {
    this.at += 2;
    this.trims = false;
    const last = parts.length - 1;
    const before = parts[last];
    const trimmed = this.takeExactly("~") && typeof before === "string";
    if (trimmed) parts[last] = trimEnd(before);
    if (typeof end !== "object") return;
    // Nothing is left to take away before a sequence at the beginning of a line.
    const state = this.heredocState;
    if (trimmed ? state.leading && parts[last] === "" : state.lineStart) state.least = 0;
    state.lineStart = false;
  }

  private interpolation(): Expression {
    return this.inside(false, () => {
      const expression = this.expression();
      this.closeSequence();
      return expression;
    });
  }

  private closeSequence(): void {
    this.skip();
    const trims = this.text.startsWith("~}", this.at);
    if (trims) this.at++;
    this.expect("}");
    this.trims = trims;
  }

  /** A whole directive with what is inside it, or the name of one that closes a block. */
  private directive(end: End): Expression | Closing {
    return this.nested(() => {
      this.skip();
      const keyword = this.matched(NAME);
      switch (keyword) {
        case "if":
          return this.ifDirective(end);
        case "for":
          return this.forDirective(end);
        case "else":
        case "endif":
        case "endfor":
          this.inside(false, () => this.closeSequence());
          return keyword;
        default:
          if (keyword === undefined) fail(`expected a directive after "%{", found ${this.found()}`);
          return fail(
            `"${keyword}" is not a directive: text that is not for terraform is written "%%{${keyword}…}"`,
          );
      }
    });
  }

  private ifDirective(end: End): Expression {
    const condition = this.interpolation();
    const yes = this.block(end);
    const no = yes.closing === "else" ? this.block(end) : { parts: [], closing: yes.closing };
    if (no.closing !== "endif") fail('"%{ if }" without its "%{ endif }"');
    return concatenation([
      {
        type: "conditional",
        condition,
        yes: concatenation(yes.parts),
        no: concatenation(no.parts),
      },
    ]);
  }

  private forDirective(end: End): Expression {
    const start = this.at;
    const { names, collection } = this.inside(false, () => {
      const head = this.forHead();
      this.closeSequence();
      return head;
    });
    const { parts, closing } = this.binding(names, () => this.block(end));
    if (closing !== "endfor") fail('"%{ for }" without its "%{ endfor }"');
    return concatenation([
      {
        type: "for",
        makes: "text",
        ...named(names),
        collection,
        value: concatenation(parts),
        group: false,
        text: `%{for${this.text.slice(start, this.at)}`,
      },
    ]);
  }

  // Expressions

  private expression(): Expression {
    return this.nested(() => {
      const condition = this.operation(0);
      if (!this.take("?")) return condition;
      const yes = this.expression();
      this.expect(":");
      return { type: "conditional", condition, yes, no: this.expression() };
    });
  }

  private operation(least: number): Expression {
    let first = this.unary();
    for (;;) {
      const level = this.nextLevel();
      if (level === undefined || level < least) return first;
      const rest: { operator: Operator; operand: Expression }[] = [];
      while (this.nextLevel() === level) {
        const operator = this.matched(OPERATOR) as Operator;
        rest.push({ operator, operand: this.operation(level + 1) });
      }
      first = { type: "operation", first, rest };
    }
  }

  /** How strong the operator is that stands here. */
  private nextLevel(): number | undefined {
    this.skip();
    const start = this.at;
    const operator = this.matched(OPERATOR);
    this.at = start;
    return operator === undefined ? undefined : LEVELS.get(operator);
  }

  private unary(): Expression {
    const operator = this.take("!") ? "!" : this.take("-") ? "-" : undefined;
    if (!operator) return this.accessed();
    return this.nested(() => ({ type: "negation", operator, operand: this.unary() }));
  }

  private accessed(): Expression {
    this.skip();
    const name = this.matched(NAME);
    if (name !== undefined && !this.callFollows()) return this.traversal(name);
    const base = name === undefined ? this.term() : this.call(name);
    const steps = this.steps();
    return steps.length === 0 ? base : { type: "access", base, steps };
  }

  private traversal(name: string): Expression {
    const steps = this.steps();
    const base: Expression | undefined = Object.hasOwn(KEYWORDS, name)
      ? KEYWORDS[name]
      : this.bound.includes(name)
        ? { type: "local", name }
        : undefined;
    if (base) return steps.length === 0 ? base : { type: "access", base, steps };

    const names = [name];
    for (const step of steps) {
      if (step.type !== "key" || typeof step.key !== "string" || step.bracket) break;
      names.push(step.key);
    }
    const head = addressOf(names);
    if ("error" in head) return fail(head.error);
    let reference: Reference = { text: head.address, address: head.address, path: [] };
    let taken = head.taken - 1;
    for (; taken < steps.length; taken++) {
      const step = steps[taken];
      if (step.type !== "key") break;
      reference = extend(reference, step.key, step.bracket ? "index" : "attribute");
    }
    return { type: "reference", reference, steps: steps.slice(taken) };
  }

  private term(): Expression {
    const next = this.text[this.at];
    if (next === '"') {
      this.at++;
      return this.template("quote");
    }
    if (next === "(") {
      this.at++;
      return this.closed(")", () => this.expression());
    }
    if (next === "[") return this.tuple();
    if (next === "{") return this.object();
    if (next === "<") return this.heredoc();
    const digits = this.matched(NUMBER);
    if (digits !== undefined) return number(digits);
    return fail(`expected an expression, found ${this.found()}`);
  }

  private steps(): readonly Step[] {
    const steps: Step[] = [];
    for (;;) {
      this.skip();
      if (this.text.startsWith("...", this.at)) return steps;
      if (this.takeExactly(".")) steps.push(this.afterDot());
      else if (this.takeExactly("[")) steps.push(this.afterBracket());
      else return steps;
    }
  }

  private afterDot(): Step {
    this.skip();
    if (!this.takeExactly("*")) return this.attribute();
    const steps: Step[] = [];
    while (!this.text.startsWith("...", this.at) && this.takeExactly(".")) {
      this.skip();
      steps.push(this.attribute());
    }
    return { type: "splat", steps };
  }

  private attribute(): Step {
    const key = this.matched(NAME) ?? this.matched(DIGITS);
    if (key === undefined) return fail(`expected a name after ".", found ${this.found()}`);
    const legacyIndex = /^\d/.test(key);
    return { type: "key", key: legacyIndex ? Number(key) : key, bracket: legacyIndex };
  }

  private afterBracket(): Step {
    const index = this.closed("]", () => (this.take("*") ? undefined : this.expression()));
    if (index === undefined) return { type: "splat", steps: this.nested(() => this.steps()) };
    if (index.type === "literal" && index.digits === undefined) {
      const { value } = index;
      if (typeof value === "string" || (typeof value === "number" && Number.isInteger(value))) {
        return { type: "key", key: value, bracket: true };
      }
    }
    return { type: "index", index };
  }

  private callFollows(): boolean {
    this.skip();
    return this.text[this.at] === "(" || this.text.startsWith("::", this.at);
  }

  private call(first: string): Expression {
    const start = this.at;
    let name = first;
    while (this.take("::")) {
      this.skip();
      name += `::${this.matched(NAME) ?? fail(`expected a name after "::", found ${this.found()}`)}`;
    }
    this.expect("(");
    const args: Expression[] = [];
    let spread = false;
    this.inside(false, () => {
      while (!this.take(")")) {
        args.push(this.expression());
        spread = this.take("...");
        if (!spread && this.take(",")) continue;
        this.expect(")");
        break;
      }
    });
    name = name.replace(/^core::/, "");
    return { type: "call", name, args, spread, text: first + this.text.slice(start, this.at) };
  }

  private tuple(): Expression {
    const start = this.at++;
    return this.inside(false, () => {
      if (this.takeKeyword("for")) return this.forExpression("list", start);
      const items: Expression[] = [];
      while (!this.take("]")) {
        items.push(this.expression());
        if (this.take(",")) continue;
        this.expect("]");
        break;
      }
      return { type: "tuple", items };
    });
  }

  private object(): Expression {
    const start = this.at++;
    if (this.inside(false, () => this.takeKeyword("for"))) {
      return this.inside(false, () => this.forExpression("object", start));
    }
    return this.inside(true, () => {
      const entries: { key: Expression; value: Expression }[] = [];
      this.skipNewlines();
      while (!this.take("}")) {
        const key = this.objectKey();
        if (!this.take("=")) this.expect(":", '"=" or ":"');
        entries.push({ key, value: this.expression() });
        if (this.take("}")) break;
        if (!this.take(",") && this.matched(NEWLINE) === undefined) this.expect("}", '"," or "}"');
        this.skipNewlines();
      }
      return { type: "object", entries };
    });
  }

  private objectKey(): Expression {
    this.skip();
    const name = this.matched(NAME);
    if (name !== undefined) return { type: "literal", value: name };
    if (this.text[this.at] === "<") fail(`expected a key, found ${this.found()}`);
    return this.term();
  }

  private forExpression(makes: "list" | "object", start: number): Expression {
    const { names, collection } = this.forHead();
    this.expect(":");
    return this.binding(names, () => {
      const first = this.expression();
      if (makes === "object") this.expect("=>");
      const value = makes === "object" ? this.expression() : first;
      const group = makes === "object" && this.take("...");
      const condition = this.takeKeyword("if") ? this.expression() : undefined;
      this.expect(makes === "object" ? "}" : "]");
      return {
        type: "for",
        makes,
        ...named(names),
        collection,
        key: makes === "object" ? first : undefined,
        value,
        condition,
        group,
        text: this.text.slice(start, this.at),
      };
    });
  }

  /** `k, v in c`, which is the same in expressions and directives. */
  private forHead(): { names: readonly string[]; collection: Expression } {
    const names = [this.name()];
    if (this.take(",")) names.push(this.name());
    if (!this.takeKeyword("in")) fail(`expected "in", found ${this.found()}`);
    return { names, collection: this.expression() };
  }

  private heredoc(): Expression {
    const match = this.match(HEREDOC);
    if (!match) return fail(`expected an expression, found ${this.found()}`);
    if (++this.heredocDepth > DEEPEST_HEREDOC) fail("heredocs are nested too deeply");
    const [, indented, marker] = match;
    const start = this.at;
    const outer = this.heredocState;
    this.heredocState = heredocState(0);
    let body = this.template({ marker });
    const { least } = this.heredocState;
    if (indented && least > 0 && least < Infinity) {
      this.at = start;
      this.heredocState = heredocState(least);
      body = this.template({ marker });
    }
    this.heredocState = outer;
    this.heredocDepth--;
    return body;
  }

  // State

  private binding<T>(names: readonly string[], read: () => T): T {
    this.bound.push(...names);
    const result = read();
    this.bound.length -= names.length;
    return result;
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > DEEPEST) fail("the expression is nested too deeply");
    const result = read();
    this.depth--;
    return result;
  }
}

function concatenation(parts: readonly Part[]): Expression {
  const melded: Part[] = [];
  for (const part of parts) {
    const last = melded.length - 1;
    const before = melded[last];
    if (typeof part === "string" && typeof before === "string") melded[last] = before + part;
    else if (part !== "") melded.push(part);
  }
  if (melded.length === 0) return { type: "literal", value: "" };
  if (melded.length === 1 && typeof melded[0] === "string") {
    return { type: "literal", value: melded[0] };
  }
  return { type: "concatenation", parts: melded };
}

function named(names: readonly string[]): { keyName?: string; valueName: string } {
  return names.length === 2 ? { keyName: names[0], valueName: names[1] } : { valueName: names[0] };
}

function number(digits: string): Literal {
  const value = Number(digits);
  return exactly(digits) ? { type: "literal", value } : { type: "literal", value, digits };
}
