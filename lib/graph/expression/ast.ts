import type { Reference } from "../value";

/** A parsed template. */
export interface Template {
  /** The text that was parsed. */
  readonly text: string;
  /** What it says; absent where the text does not parse. */
  readonly root?: Expression;
  /** Why Terraform would refuse the text. */
  readonly error?: string;
}

/** A node of a parsed expression. */
export type Expression =
  | Literal
  | Concatenation
  | Tuple
  | ObjectConstructor
  | ReferenceNode
  | Local
  | Access
  | Call
  | Negation
  | Operation
  | Conditional
  | For;

/** A literal value. */
export interface Literal {
  readonly type: "literal";
  readonly value: string | number | boolean | null;
  /** The digits of a number that JavaScript cannot hold exactly. */
  readonly digits?: string;
}

/** A template with something beside or instead of one interpolation; it is always a string. */
export interface Concatenation {
  readonly type: "concatenation";
  readonly parts: readonly (string | Expression)[];
}

/** `[a, b]` */
export interface Tuple {
  readonly type: "tuple";
  readonly items: readonly Expression[];
}

/** `{ a = b }` */
export interface ObjectConstructor {
  readonly type: "object";
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** A name of the configuration, and what is taken of it that only evaluation can tell. */
export interface ReferenceNode {
  readonly type: "reference";
  readonly reference: Reference;
  /** Steps from the first dynamic index or splat on. */
  readonly steps: readonly Step[];
}

/** A name that a surrounding `for` binds. */
export interface Local {
  readonly type: "local";
  readonly name: string;
}

/** A part of what an expression gives. */
export interface Access {
  readonly type: "access";
  readonly base: Expression;
  readonly steps: readonly Step[];
}

/** One step of a traversal. */
export type Step =
  | {
      readonly type: "key";
      readonly key: string | number;
      /** It is written `["k"]` or `[0]`, not `.k`. */
      readonly bracket: boolean;
    }
  | { readonly type: "index"; readonly index: Expression }
  | {
      readonly type: "splat";
      /** What is taken of each item. */
      readonly steps: readonly Step[];
    };

/** `f(a, b...)` */
export interface Call {
  readonly type: "call";
  readonly name: string;
  readonly args: readonly Expression[];
  /** The last argument is a list of arguments. */
  readonly spread: boolean;
  /** The call as it is written. */
  readonly text: string;
}

/** `!a`, `-a` */
export interface Negation {
  readonly type: "negation";
  readonly operator: "!" | "-";
  readonly operand: Expression;
}

/** A binary operator. */
export type Operator =
  "||" | "&&" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%";

/** A chain of operators of one precedence, applied from left to right. */
export interface Operation {
  readonly type: "operation";
  readonly first: Expression;
  readonly rest: readonly { readonly operator: Operator; readonly operand: Expression }[];
}

/** `a ? b : c`, and `%{ if a }b%{ else }c%{ endif }`. */
export interface Conditional {
  readonly type: "conditional";
  readonly condition: Expression;
  readonly yes: Expression;
  readonly no: Expression;
}

/** `[for k, v in c : r if d]`, `{for k, v in c : r => r2... if d}`, and `%{ for }`. */
export interface For {
  readonly type: "for";
  /** What comes out: a list, an object, or the items as one text. */
  readonly makes: "list" | "object" | "text";
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  /** The key of the entry; of objects only. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  /** `...`: entries with the same key are gathered into a list. */
  readonly group: boolean;
  /** The expression as it is written. */
  readonly text: string;
}
