/** What a field holds: how cdktf reads it, and what it is in HCL. */
export interface Kind {
  /** The method of a resource or block that gives a reference to it. */
  readonly read: "getStringAttribute" | "getNumberAttribute" | "getBooleanAttribute" | MapOrList;
  /** The type of one value in it. */
  readonly of: "string" | "number" | "boolean";
  readonly type: "simple" | "list" | "set" | "map";
  readonly storage: string;
}

type MapOrList = "getListAttribute" | "getStringMapAttribute" | "getNumberMapAttribute";

/** The letters that stand for kinds in a table; a field without a letter is a string. */
const KINDS: { [letter: string]: Kind } = {
  s: { read: "getStringAttribute", of: "string", type: "simple", storage: "string" },
  n: { read: "getNumberAttribute", of: "number", type: "simple", storage: "number" },
  b: { read: "getBooleanAttribute", of: "boolean", type: "simple", storage: "boolean" },
  l: { read: "getListAttribute", of: "string", type: "list", storage: "stringList" },
  t: { read: "getListAttribute", of: "string", type: "set", storage: "stringList" },
  m: { read: "getStringMapAttribute", of: "string", type: "map", storage: "stringMap" },
  k: { read: "getNumberMapAttribute", of: "number", type: "map", storage: "numberMap" },
};

/** How often a block may stand: `{` nested once, `(` a list of at most one, `[` a list, `<` a set. */
export type Shape = "{" | "(" | "[" | "<";

/** One argument, attribute or block. */
export interface Field {
  /** Terraform's name. */
  readonly name: string;
  /** The name in the binding. */
  readonly member: string;
  /** Where the binding keeps its value. */
  readonly stored: `_${string}`;
  readonly kind: Kind;
  /** Whether it cannot be set. */
  readonly computed: boolean;
  readonly required: boolean;
  /** What is in it, where it is a block. */
  readonly block?: { readonly shape: Shape; readonly fields: readonly Field[] };
}

const TOKEN = /([a-z\d_]+)(?::(\w))?([!=])?([{([<])?|[})\]>]/g;

/**
 * Reads a table of fields, `function_name! memory:n status= timeouts{create delete}`: names with the
 * letter of their kind, `!` for what is required, `=` for what is only computed, and what is in a block
 * between the brackets of its shape.
 */
export function readFields(table: string): readonly Field[] {
  const open: Field[][] = [[]];
  for (const [, name, letter = "s", mode, shape] of table.matchAll(TOKEN)) {
    if (name === undefined) {
      open.pop();
      continue;
    }
    const member = name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    const fields: Field[] = [];
    open.at(-1)!.push({
      name,
      member,
      stored: `_${member}`,
      kind: KINDS[letter],
      computed: mode === "=",
      required: mode === "!",
      ...(shape && { block: { shape: shape as Shape, fields } }),
    });
    if (shape) open.push(fields);
  }
  return open[0];
}

/** A name with a capital at its start. */
export const capital = (name: string) => name[0].toUpperCase() + name.slice(1);
