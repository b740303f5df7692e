/**
 * What an argument of a resource is worth, as far as the configuration tells.
 *
 * A value is known, or unknown with the references that it is made of; lists and objects may be
 * known in shape and unknown in a leaf. Rules never see an expression, only values.
 */
import { Cache } from "./cache";

/** A name that an expression refers to: `var.methods`, `alicloud_fcv3_trigger.t.http_trigger[0].url_intranet`. */
export interface Reference {
  /** The whole reference in Terraform's notation. */
  readonly text: string;
  /** What is referred to: `var.methods`, `local.name`, `alicloud_fcv3_trigger.t`, `data.alicloud_account.me`, `each.value`, `module.door`; `file("key.pem")` for what is read from disk. */
  readonly address: string;
  /** What of it: `["http_trigger", 0, "url_intranet"]`. A splat is `"*"`. */
  readonly path: readonly (string | number)[];
}

/** Where a value comes from. */
export interface Origin {
  /** Every reference that led to it, in order of first appearance, also where the value is known. */
  readonly references: readonly Reference[];
  /** A sensitive variable, `sensitive(…)` or a plan's mark is behind it. */
  readonly sensitive: boolean;
  /** Variables whose default it rests on (`var.region`). */
  readonly defaults: readonly string[];
  /** Resources whose declared argument it is, as graph ids, nearest first: how `function_name` leads to its function. */
  readonly declaredBy: readonly string[];
}

/** The origin of a literal. */
export const LITERAL: Origin = { references: [], sensitive: false, defaults: [], declaredBy: [] };

/** The answer to a question about values that may be unknown. */
export type Answer = "yes" | "no" | "unknown";

/** What kind of value it is. `null` also stands for an argument that is not there. */
export type Kind = "null" | "string" | "number" | "bool" | "list" | "object" | "unknown";

/** What a text parsed as JSON gives: a value, or what is wrong with it. */
export type Parsed =
  | { readonly value: Value; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: string };

/** What is known of an unknown value. */
export interface UnknownOptions {
  /** Of a template: its pieces in order, text and values. */
  readonly parts?: readonly (string | Value)[];
  /** Of an object with a key that is not known: its keys and values. */
  readonly pairs?: readonly (readonly [Value, Value])[];
  /** A canonical text of the expression; equal symbols mean equal values. */
  readonly symbol?: string;
  /** The references that could not be followed. Default: all references of the origin. */
  readonly unresolved?: readonly Reference[];
  /** Why Terraform would refuse the expression. Holds no value: that may be a secret. */
  readonly error?: string;
  /** Of a whole resource: what stands at a name in it. */
  readonly member?: (step: string | number) => Value;
}

/** JSON text that is nested deeper is left alone, and values that are are large. */
const DEEPEST = 100;

/** A value of more parts than this is large, of which a part is a value or as much text. */
const MOST_PARTS = 100_000;
const CHARACTERS_OF_A_PART = 64;

const NONE: readonly never[] = [];

/** Of a value that is known. */
const NOTHING_MORE: UnknownOptions = {};

type Content = string | number | boolean | null | readonly Value[] | ReadonlyMap<string, Value>;

/** A value of the resource graph. Immutable. */
export class Value {
  /** Null, and also an argument that is not there. */
  public static readonly NULL = new Value("null", null, LITERAL);

  /** A value out of plain JSON, in which nothing is an expression. */
  public static of(json: unknown, origin: Origin = LITERAL): Value {
    if (json === null || json === undefined) {
      return origin === LITERAL ? Value.NULL : new Value("null", null, origin);
    }
    if (typeof json === "string") return new Value("string", json, origin);
    if (typeof json === "number") return new Value("number", json, origin);
    if (typeof json === "boolean") return new Value("bool", json, origin);
    if (Array.isArray(json)) {
      return Value.list(
        json.map((item) => Value.of(item, origin)),
        origin,
      );
    }
    return Value.object(
      Object.entries(json).map(([key, item]) => [key, Value.of(item, origin)] as const),
      origin,
    );
  }

  /** A list, set or tuple. */
  public static list(items: readonly Value[], origin: Origin = LITERAL): Value {
    return new Value("list", items, origin);
  }

  /** An object or map. */
  public static object(
    entries: Iterable<readonly [string, Value]>,
    origin: Origin = LITERAL,
  ): Value {
    return new Value("object", new Map(entries), origin);
  }

  /**
   * A value that the configuration alone does not tell.
   *
   * @param origin the references that it is made of
   * @param how its pieces if it is a template; its symbol, which two values share only where they surely are equal; the references that could not be followed, all of its origin by default
   */
  public static unknown(origin: Origin, how: UnknownOptions = {}): Value {
    return new Value("unknown", null, origin, how);
  }

  /** What a reference that cannot be followed is worth. */
  public static reference(reference: Reference, sensitive = false): Value {
    return Value.unknown(
      { ...LITERAL, references: [reference], sensitive },
      { symbol: reference.text },
    );
  }

  /**
   * What comes of operands of which at least one is unknown.
   *
   * @param symbol the operation, written over the keys of its operands: `upper(?var.name)`
   */
  public static composite(
    operands: readonly Value[],
    symbol: string,
    parts?: readonly (string | Value)[],
  ): Value {
    const origin = joinOrigins(operands.map((operand) => operand.deepOrigin));
    return Value.unknown(
      { ...origin, declaredBy: [] },
      {
        symbol: parts ? undefined : symbol,
        parts,
        unresolved: unresolvedIn(operands),
      },
    );
  }

  private readonly serial: number;

  private constructor(
    /** What kind of value it is. */
    public readonly kind: Kind,
    private readonly content: Content,
    /** Where it comes from. */
    public readonly origin: Origin,
    private readonly how: UnknownOptions = NOTHING_MORE,
    private readonly encoded?: Value,
  ) {
    // An unknown without a symbol equals nothing but itself.
    this.serial = kind === "unknown" && !how.symbol && !how.parts ? ++serials : 0;
  }

  /** Of a template with an unknown in it: its pieces, text and values. */
  public get parts(): readonly (string | Value)[] | undefined {
    return this.how.parts;
  }

  /** Why Terraform would refuse the expression that this comes from; such a value is unknown. */
  public get error(): string | undefined {
    return this.how.error;
  }

  /** The same value with another origin. */
  public from(origin: Origin): Value {
    const how = this.isUnknown ? { ...this.how, unresolved: this.unresolved } : this.how;
    return new Value(this.kind, this.content, origin, how, this.encoded);
  }

  /** The same value, which is the JSON text of `tree` (`jsonencode`). */
  public encoding(tree: Value): Value {
    return new Value(this.kind, this.content, this.origin, this.how, tree);
  }

  /** The same unknown, which is an object of these keys and values: a key of it is not known. */
  public pairing(pairs: readonly (readonly [Value, Value])[]): Value {
    const how = { ...this.how, unresolved: this.unresolved, pairs };
    return new Value(this.kind, this.content, this.origin, how, this.encoded);
  }

  /** Not there, or null. */
  public get isNull(): boolean {
    return this.kind === "null";
  }

  /** Nothing is known of it, not even its shape. */
  public get isUnknown(): boolean {
    return this.kind === "unknown";
  }

  /** It and everything in it is known. */
  public get isKnown(): boolean {
    if (this.isContainer) return this.children.every((child) => child.isKnown);
    return !this.isUnknown;
  }

  /** The text of a known string; a number or boolean as Terraform converts it; else undefined. */
  public get text(): string | undefined {
    return this.kind === "string" || this.kind === "number" || this.kind === "bool"
      ? String(this.content)
      : undefined;
  }

  /** The known number, also where it is written as a string; else undefined. */
  public get number(): number | undefined {
    if (this.kind === "number") return this.content as number;
    if (this.kind === "string" && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(this.content as string)) {
      return Number(this.content);
    }
    return undefined;
  }

  /** The known boolean, also where it is written as a string; else undefined. */
  public get bool(): boolean | undefined {
    if (this.kind === "bool") return this.content as boolean;
    if (this.content === "true") return true;
    if (this.content === "false") return false;
    return undefined;
  }

  /** The items of a list; empty for anything else. */
  public get items(): readonly Value[] {
    return this.kind === "list" ? (this.content as readonly Value[]) : NONE;
  }

  /** The entries of an object; empty for anything else. */
  public get entries(): readonly (readonly [string, Value])[] {
    return this.kind === "object" ? [...(this.content as ReadonlyMap<string, Value>)] : [];
  }

  /** Whether an object has an entry of that key, which may be null. */
  public has(key: string): boolean {
    return this.kind === "object" && (this.content as ReadonlyMap<string, Value>).has(key);
  }

  /** Keys and values of an object, also of one with a key that is not known; empty for anything else. */
  public get pairs(): readonly (readonly [Value, Value])[] {
    return this.how.pairs ?? this.entries.map(([key, item]) => [Value.of(key), item]);
  }

  /** The keys of an object. */
  public get keys(): readonly string[] {
    return this.kind === "object" ? [...(this.content as ReadonlyMap<string, Value>).keys()] : [];
  }

  /**
   * What stands at a path: keys of objects and indexes of lists. A single block may be written as
   * an object or as a list of one, so a key of a list of one object is looked up in that object.
   * Inside something unknown the answer is unknown.
   */
  public get(...path: readonly (string | number)[]): Value {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- a walk starts here
    let at: Value = this;
    for (const step of path) {
      if (at.isUnknown) {
        at = at.part(step);
      } else if (at.kind === "list") {
        at =
          typeof step === "number"
            ? (at.items[step] ?? Value.NULL)
            : at.items.length === 1
              ? at.items[0].get(step)
              : Value.NULL;
      } else if (at.kind === "object") {
        at = (at.content as ReadonlyMap<string, Value>).get(String(step)) ?? Value.NULL;
      } else {
        return Value.NULL;
      }
    }
    return at;
  }

  /** A part of something unknown: as unknown, and equal only to the same part of the same. */
  private part(step: string | number): Value {
    if (this.how.member) return this.how.member(step);
    return Value.unknown(this.origin, {
      symbol: `${this.key}.${step}`,
      unresolved: this.unresolved,
    });
  }

  /** Blocks of one name, whether written as one object, as a list, or not at all. Unknown gives itself. */
  public get blocks(): readonly Value[] {
    if (this.isNull) return [];
    return this.kind === "list" ? this.items : [this];
  }

  /** The references in it that could not be followed, each once, in order. */
  public get unresolved(): readonly Reference[] {
    if (this.isUnknown) return this.how.unresolved ?? this.origin.references;
    return this.isContainer ? unresolvedIn(this.children) : NONE;
  }

  /** What has to be known to know all of it, in words: `var.methods`. Empty where all is known. */
  public get needs(): readonly string[] {
    if (!this.isUnknown && !this.isContainer) return NONE;
    const found = new Set<string>();
    const visit = (value: Value): void => {
      if (value.isUnknown) {
        const names = value.unresolved.map(({ text }) => text);
        for (const name of names) if (!isSeenIn(names, name)) found.add(name);
        if (value.unresolved.length === 0) found.add(value.error ?? "a value known after apply");
      } else value.children.forEach(visit);
    };
    visit(this);
    return [...found];
  }

  /** Too large or too deep to be looked at: what is made of itself twice doubles at every step. */
  public get isLarge(): boolean {
    let parts = 0;
    const visit = (value: Value, levels: number): boolean => {
      parts += 1 + (value.kind === "string" ? (value.text?.length ?? 0) / CHARACTERS_OF_A_PART : 0);
      if (parts > MOST_PARTS || levels > DEEPEST) return true;
      if (value.encoded && visit(value.encoded, levels + 1)) return true;
      return value.children.some((child) => visit(child, levels + 1));
    };
    return visit(this, 0);
  }

  private get isContainer(): boolean {
    return this.kind === "list" || this.kind === "object";
  }

  /** The values directly in a list or an object. */
  private get children(): readonly Value[] {
    return this.kind === "object"
      ? [...(this.content as ReadonlyMap<string, Value>).values()]
      : this.items;
  }

  /** The origin of everything in it. */
  public get deepOrigin(): Origin {
    const { children } = this;
    if (children.length === 0) return this.origin;
    return joinOrigins([this.origin, ...children.map((item) => item.deepOrigin)]);
  }

  /** Every reference in it, also of the known parts. */
  public get references(): readonly Reference[] {
    const found = new Map<string, Reference>();
    const visit = (value: Value): void => {
      for (const reference of value.origin.references) found.set(reference.text, reference);
      value.children.forEach(visit);
    };
    visit(this);
    if (this.encoded) visit(this.encoded);
    return [...found.values()];
  }

  /** Something sensitive is in it. */
  public get isSensitive(): boolean {
    return (
      this.origin.sensitive ||
      this.children.some((item) => item.isSensitive) ||
      (this.encoded?.isSensitive ?? false)
    );
  }

  /** The plain JSON of a value that is known throughout; undefined where something is unknown. */
  public get plain(): unknown {
    if (!this.isKnown) return undefined;
    if (this.kind === "list") return this.items.map((item) => item.plain);
    if (this.kind === "object") {
      return Object.fromEntries(this.entries.map(([key, item]) => [key, item.plain]));
    }
    return this.content;
  }

  /** The JSON that stands in this text: of `jsonencode` its argument, of a text what it parses to. */
  public get json(): Parsed {
    if (this.encoded) return { value: this.encoded };
    if (this.kind === "string") return parseText(this.content as string, this.origin);
    if (this.isUnknown) return this.parts ? parseJson(this.parts, this.origin) : { value: this };
    return { error: `it is ${article(this.kind)}, not JSON text` };
  }

  /** The text that this surely begins with: all of it where known, what stands before the first unknown in a template. */
  public get prefix(): string {
    if (this.text !== undefined) return this.text;
    let text = "";
    for (const part of this.parts ?? []) {
      const known = typeof part === "string" ? part : part.text;
      if (known === undefined) break;
      text += known;
    }
    return text;
  }

  /** The text that this surely ends with. */
  public get suffix(): string {
    if (this.text !== undefined) return this.text;
    let text = "";
    for (const part of [...(this.parts ?? [])].reverse()) {
      const known = typeof part === "string" ? part : part.text;
      if (known === undefined) break;
      text = known + text;
    }
    return text;
  }

  /**
   * A text that is the same for two values that surely are the same: by content where known, by
   * expression where unknown. Two values with different keys may still be the same, see `same`.
   */
  public get key(): string {
    switch (this.kind) {
      case "unknown":
        if (this.how.symbol !== undefined) return `?${this.how.symbol}`;
        return this.parts
          ? `?[${this.parts.map((part) => (typeof part === "string" ? JSON.stringify(part) : part.key)).join("+")}]`
          : `?#${this.serial}`;
      case "list":
        return `[${this.items.map((item) => item.key).join(",")}]`;
      case "object":
        return `{${this.entries
          .map(([key, item]) => `${JSON.stringify(key)}:${item.key}`)
          .sort()
          .join(",")}}`;
      case "null":
        return "null";
      default:
        return JSON.stringify(this.text);
    }
  }

  /** Whether the two are the same text, number or boolean. */
  public same(other: Value): Answer {
    if (this.isUnknown || other.isUnknown) {
      if (this.key === other.key) return "yes";
      const apart =
        !startsAlike(this.prefix, other.prefix) ||
        !startsAlike(reverse(this.suffix), reverse(other.suffix));
      return apart ? "no" : "unknown";
    }
    const { text } = this;
    const isSame = text === undefined ? this.key === other.key : text === other.text;
    return isSame ? "yes" : "no";
  }
}

let serials = 0;

/** The references in values that could not be followed, each once, in order. */
export function unresolvedIn(values: readonly Value[]): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const value of values) {
    for (const reference of value.unresolved) found.set(reference.text, reference);
  }
  return [...found.values()];
}

/** Whether a name that says where Terraform runs stands in another one: `path.module` in `file("${path.module}/key.pem")`. */
function isSeenIn(names: readonly string[], name: string): boolean {
  return (
    /^(path|terraform)\./.test(name) &&
    names.some((other) => other !== name && other.includes(name))
  );
}

/** Joins the origins of the pieces that a value is made of. */
export function joinOrigins(origins: readonly Origin[]): Origin {
  if (origins.length === 1) return origins[0];
  const references = new Map<string, Reference>();
  for (const origin of origins) {
    for (const reference of origin.references) references.set(reference.text, reference);
  }
  return {
    references: [...references.values()],
    sensitive: origins.some((origin) => origin.sensitive),
    defaults: [...new Set(origins.flatMap((origin) => origin.defaults))],
    declaredBy: [],
  };
}

function startsAlike(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function reverse(text: string): string {
  return [...text].reverse().join("");
}

function article(kind: Kind): string {
  return kind === "object" ? "an object" : `a ${kind}`;
}

/** What JSON texts without references parse to: many triggers have the same settings. */
const parsedTexts = new Cache<Parsed>();

/** Parses JSON text that is known. */
function parseText(text: string, origin: Origin): Parsed {
  if (origin !== LITERAL) return parseJson([text], origin);
  return parsedTexts.get(text, () => parseJson([text], LITERAL));
}

/**
 * Parses JSON text with holes in it. A hole inside a string makes that string a template; a hole
 * that stands for a whole value is that value. Each hole is replaced by a mark that JSON leaves
 * alone, and put back afterwards.
 */
function parseJson(parts: readonly (string | Value)[], origin: Origin): Parsed {
  const holes: Value[] = [];
  let text = "";
  let inString = false;
  for (const part of parts) {
    const raw = rawJson(part, inString);
    if (raw === undefined) {
      const mark = `\uE000${holes.push(inString ? (part as Value) : tree(part as Value)) - 1}\uE001`;
      text += inString ? mark : `"${mark}"`;
      continue;
    }
    text += raw;
    // Nothing comes behind it that would have to know.
    if (parts.length === 1) break;
    for (let i = 0; i < raw.length; i++) {
      if (inString && raw[i] === "\\") i++;
      else if (raw[i] === '"') inString = !inString;
    }
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    // Where no value fits, a hole may be nothing, or more members.
    if (["", '"":0'].some((other) => isJson(text.replace(/"\uE000\d+\uE001"/g, other)))) {
      return {
        value: Value.composite(holes, JSON.stringify([text, holes.map((hole) => hole.key)])),
      };
    }
    return { error: (error as Error).message.replace(/\uE000\d+\uE001/g, "${…}") };
  }
  // So deep takes at least a bracket at each end of every level.
  if (text.length >= 2 * DEEPEST && isDeeper(json, DEEPEST))
    return { error: `it is nested more than ${DEEPEST} deep` };
  return { value: fill(json, holes, origin) };
}

function isDeeper(json: unknown, levels: number): boolean {
  if (typeof json !== "object" || json === null) return false;
  return levels === 0 || Object.values(json).some((item) => isDeeper(item, levels - 1));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A piece that is read as the JSON text it is; undefined for one whose place is kept by a hole. */
function rawJson(part: string | Value, inString: boolean): string | undefined {
  if (typeof part === "string") return part;
  // A known text keeps its origin as a hole, unless it is more than the inside of a string.
  const whole = inString ? /["\\\0-\x1f]/.test(part.text ?? "") : part.kind === "string";
  return whole ? part.text : undefined;
}

/** What a hole that is a whole value stands for: of `jsonencode` what it encodes. */
function tree(hole: Value): Value {
  return hole.isUnknown && !hole.parts ? (hole.json.value ?? hole) : hole;
}

/** A key of an object with its holes filled; undefined where one of them is not known. */
function filledKey(key: string, holes: readonly Value[]): string | undefined {
  const pieces = key
    .split(/\uE000(\d+)\uE001/)
    .map((piece, index) => (index % 2 === 1 ? holes[Number(piece)].text : piece));
  return pieces.includes(undefined) ? undefined : pieces.join("");
}

function fill(json: unknown, holes: readonly Value[], origin: Origin): Value {
  if (Array.isArray(json)) return Value.list(json.map((item) => fill(item, holes, origin)));
  if (json !== null && typeof json === "object") {
    if (holes.length === 0) {
      return Value.object(
        Object.entries(json).map(([key, item]) => [key, fill(item, holes, origin)] as const),
      );
    }
    const entries = Object.entries(json).map(
      ([key, item]) => [filledKey(key, holes), fill(item, holes, origin)] as const,
    );
    // A key that is not known may be any key.
    if (entries.some(([key]) => key === undefined))
      return Value.composite(holes, JSON.stringify([json, holes.map((hole) => hole.key)]));
    return Value.object(entries.map(([key, item]) => [key ?? "", item] as const));
  }
  if (typeof json !== "string" || holes.length === 0) return Value.of(json, origin);
  const pieces = json
    .split(/\uE000(\d+)\uE001/)
    .map((piece, index) => (index % 2 === 1 ? holes[Number(piece)] : piece))
    .filter((piece) => piece !== "");
  if (pieces.every((piece) => typeof piece === "string")) return Value.of(json, LITERAL);
  if (pieces.length === 1 && typeof pieces[0] !== "string") return pieces[0];
  const operands = pieces.filter((piece) => typeof piece !== "string");
  const texts = pieces.map((piece) => (typeof piece === "string" ? piece : piece.text));
  // All that is in this text may be known, though not all that is in the JSON around it.
  if (texts.includes(undefined)) return Value.composite(operands, "", pieces);
  const known = joinOrigins(operands.map((operand) => operand.deepOrigin));
  return Value.of(texts.join(""), { ...known, declaredBy: [] });
}
