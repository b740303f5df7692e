import { bareNode, literalNode, valueNode } from "./expression";
import { type Entry, type Node, assignments } from "./layout";
import { PROVIDER, type Schema, blockSchema, isBlock, schemaOf } from "./schema";

type Json = Readonly<Record<string, unknown>>;

/** How the arguments of a kind of block are read. */
interface Body {
  readonly schema?: Schema;
  /** Names of what is neither attribute of the schema nor block of it, and how its value is read. */
  readonly special: Readonly<Record<string, (value: unknown) => Node>>;
  /** Blocks beside those of the schema. */
  readonly blocks: Readonly<Record<string, Body>>;
  /** All else is an attribute, whatever it looks like. */
  readonly plain?: boolean;
}

const PLAIN: Body = { special: {}, blocks: {}, plain: true };
const CONDITION: Body = { ...PLAIN, special: { error_message: valueNode } };
const LIFECYCLE: Body = {
  special: { ignore_changes: bareNode, replace_triggered_by: bareNode },
  blocks: { precondition: CONDITION, postcondition: CONDITION },
};
const META: Body = {
  special: { count: valueNode, for_each: valueNode, depends_on: bareNode, provider: bareNode },
  blocks: { lifecycle: LIFECYCLE },
};
const VARIABLE: Body = {
  special: { type: bareNode, default: literalNode, description: literalNode },
  blocks: { validation: CONDITION },
  plain: true,
};
const OUTPUT: Body = { ...PLAIN, special: { description: literalNode, depends_on: bareNode } };
const MODULE: Body = {
  ...PLAIN,
  special: { source: literalNode, providers: bareNode, depends_on: bareNode },
};
const REQUIRED: Body = { special: {}, blocks: { required_providers: PLAIN }, plain: true };

/** What stands before all other arguments, and behind them. */
const FIRST = ["count", "for_each", "provider"];
const LAST = ["lifecycle", "depends_on"];

const METADATA = "fc-frontdoor";

/**
 * Terraform JSON as HCL, as a person would write it and `terraform fmt` would leave it.
 *
 * @param json one configuration, or the stacks of an app by their names
 * @throws an error for what documents do not need and this does not know
 */
export function hclOf(json: Json): string {
  const isStacks = Object.keys(json).every((key) => !Object.hasOwn(TOP_LEVEL, key) && key !== "//");
  if (!isStacks) return configuration(json);
  return Object.entries(json)
    .map(([stack, document]) => `# stack ${stack}\n\n${configuration(document as Json)}`)
    .join("\n\n");
}

function configuration(json: Json): string {
  const blocks = Object.entries(json).flatMap(([name, value]) => {
    if (name === "//") return [];
    if (!Object.hasOwn(TOP_LEVEL, name)) throw new Error(`cannot write ${name} as HCL`);
    return TOP_LEVEL[name](value);
  });
  return blocks.map((lines) => lines.join("\n")).join("\n\n");
}

type Lines = readonly string[];

const TOP_LEVEL: Readonly<Record<string, (value: unknown) => Lines[]>> = {
  terraform: (value) =>
    items(value).map((one) => {
      const { backend, ...rest } = one;
      if (backend !== undefined) throw new Error("cannot write a backend as HCL");
      return block("terraform", rest, REQUIRED);
    }),
  provider: (value) =>
    named(value, (name, one) =>
      block(`provider "${name}"`, one, {
        ...META,
        schema: name === "alicloud" ? PROVIDER : undefined,
      }),
    ),
  variable: (value) => named(value, (name, one) => block(`variable "${name}"`, one, VARIABLE)),
  locals: (value) => items(value).map((one) => block("locals", one, PLAIN)),
  module: (value) => named(value, (name, one) => block(`module "${name}"`, one, MODULE)),
  data: (value) => typed("data", value),
  resource: (value) => typed("resource", value),
  output: (value) => named(value, (name, one) => block(`output "${name}"`, one, OUTPUT)),
};

function typed(kind: "resource" | "data", value: unknown): Lines[] {
  return items(value).flatMap((types) =>
    Object.entries(types).flatMap(([type, resources]) =>
      named(resources, (name, one) =>
        block(`${kind} "${type}" "${name}"`, one, { ...META, schema: schemaOf(kind, type) }),
      ),
    ),
  );
}

function named(value: unknown, write: (name: string, one: Json) => Lines): Lines[] {
  return items(value).flatMap((all) =>
    Object.entries(all).flatMap(([name, one]) => items(one).map((each) => write(name, each))),
  );
}

/** Terraform JSON writes a block as an object or as a list of them. */
function items(value: unknown): readonly Json[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => item !== null) as Json[];
}

/** A block: what stands first, attributes, blocks, what stands last, with an empty line between. */
function block(head: string, json: Json, body: Body, indent = ""): Lines {
  const { "//": comment, ...args } = json;
  const deeper = `${indent}  `;
  const names = Object.keys(args);
  const blocks = names.filter((name) => isBlockOf(body, name, args[name]));
  const attributes = names.filter((name) => !blocks.includes(name));
  const isLast = (name: string): boolean => body.blocks === META.blocks && LAST.includes(name);
  const isFirst = (name: string): boolean => body.blocks === META.blocks && FIRST.includes(name);
  const group = (chosen: readonly string[]): Lines =>
    assignments(
      chosen.map((name): Entry => ({ key: name, value: argument(body, name, args[name]) })),
      deeper,
    );
  const parts: Lines[] = [
    remark(comment, deeper),
    group(attributes.filter(isFirst)),
    group(attributes.filter((name) => !isFirst(name) && !isLast(name))),
    ...blocks
      .filter((name) => !isLast(name))
      .flatMap((name) => inner(body, name, args[name], deeper)),
    ...blocks.filter(isLast).flatMap((name) => inner(body, name, args[name], deeper)),
    group(attributes.filter(isLast)),
  ].filter((lines) => lines.length > 0);
  if (parts.length === 0) return [`${indent}${head} {}`];
  const lines = parts.flatMap((part, index) => (index === 0 ? part : ["", ...part]));
  return [`${indent}${head} {`, ...lines, `${indent}}`];
}

function isBlockOf(body: Body, name: string, value: unknown): boolean {
  if (Object.hasOwn(body.special, name)) return false;
  if (Object.hasOwn(body.blocks, name)) return true;
  return !body.plain && (name === "dynamic" || isBlock(body.schema, name, value));
}

function argument(body: Body, name: string, value: unknown): Node {
  const isBlockByExpression = body.schema?.block_types?.[name] !== undefined;
  if (isBlockByExpression) throw new Error(`cannot write the block ${name} = ${value} as HCL`);
  return (Object.hasOwn(body.special, name) ? body.special[name] : valueNode)(value);
}

function inner(body: Body, name: string, value: unknown, indent: string): Lines[] {
  if (name === "dynamic") return dynamic(body, value, indent);
  const known = Object.hasOwn(body.blocks, name) ? body.blocks[name] : undefined;
  const content: Body = known ?? {
    special: {},
    blocks: {},
    schema: blockSchema(body.schema, name),
  };
  return items(value).map((one) => block(name, one, content, indent));
}

function dynamic(body: Body, value: unknown, indent: string): Lines[] {
  return named(value, (name, one) => {
    const content: Body = { special: {}, blocks: {}, schema: blockSchema(body.schema, name) };
    const rest: Body = { special: { iterator: bareNode }, blocks: { content } };
    return block(`dynamic "${name}"`, one, { ...rest, plain: true }, indent);
  });
}

/** What constructs say beside a resource: HCL has no place for it. */
function remark(comment: unknown, indent: string): Lines {
  const metadata = (comment as Json | undefined)?.[METADATA] as Json | undefined;
  return Object.entries(metadata ?? {}).map(
    ([name, value]) =>
      `${indent}# ${name} ${JSON.stringify(value)}: the constructs say so, HCL cannot`,
  );
}
