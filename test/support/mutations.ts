import { isDeepStrictEqual } from "node:util";
import { type Json, type JsonObject, blocks, isObject } from "../../lib/graph";
import { type Expression, parseTemplate } from "../../lib/graph/expression";

/** A configuration in which one thing is gone, or other than it was. */
export interface Mutation {
  /** `alicloud_api_gateway_api.Front_GET stage_names [0] is "TEST"`. */
  readonly name: string;
  readonly json: JsonObject;
}

/** A resource of a configuration. */
export interface Block {
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly body: JsonObject;
}

/** What is as well formed as a text, and wrong: what a person picks from the same list by mistake. */
export type Swaps = Readonly<Record<string, readonly string[]>>;

/** Without what constructs tell of themselves. */
export function withoutComments(json: Json): Json {
  if (Array.isArray(json)) return json.map(withoutComments);
  if (!isObject(json)) return json;
  const kept = Object.entries(json).filter(([key]) => key !== "//");
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutComments(value!)]));
}

/** The resources of a configuration. */
export function resourcesOf(json: JsonObject): readonly Block[] {
  return Object.entries(json.resource as JsonObject).flatMap(([type, named]) =>
    Object.entries(named as JsonObject).flatMap(([name, block]) =>
      blocks(block).map((body) => ({ type, name, address: `${type}.${name}`, body })),
    ),
  );
}

/**
 * Every single thing that can be taken away from a configuration, or changed in it.
 *
 * @param json the configuration
 * @param swaps beside the empty text, and another
 * @param types of which resources
 */
export function* mutationsOf(json: JsonObject, swaps: Swaps, types: RegExp): Iterable<Mutation> {
  const all = resourcesOf(json).filter(({ type }) => types.test(type));
  for (const { type, name, address, body } of all) {
    yield { name: `${plain(address)} removed`, json: without(json, address) };
    for (const [argument, value] of Object.entries(body)) {
      for (const [how, changed] of changes(value!, swaps)) {
        if (isDeepStrictEqual(changed, value)) continue;
        const other = withResource(json, type, name, withMember(body, argument, changed));
        yield { name: plain(`${address} ${argument} ${how}`), json: other };
      }
    }
  }
  const variables = (json.variable ?? {}) as JsonObject;
  for (const [name, body] of Object.entries(variables)) {
    const open = { ...(body as JsonObject), sensitive: false };
    yield {
      name: `var.${name} is not sensitive`,
      json: { ...json, variable: { ...variables, [name]: open } },
    };
  }
  yield* moved(json, all);
}

/** What belongs to one of these may be moved to another one. */
const OWNERS = /^alicloud_(fcv3_function|api_gateway_(api|group))$/;

/**
 * What refers to a resource refers to another of its type, or to one that is declared beside it and
 * has nothing: `Elsewhere`.
 */
function* moved(json: JsonObject, all: readonly Block[]): Iterable<Mutation> {
  for (const { type, name, address, body } of all) {
    for (const [argument, value] of Object.entries(body)) {
      if (typeof value !== "string") continue;
      const [, target] = /^\$\{(alicloud_\w+\.[\w-]+)\.\w+\}$/.exec(value) ?? [];
      const there = resourcesOf(json).find((block) => block.address === target);
      if (!target || !there) continue;
      const to = (other: string) =>
        withResource(json, type, name, { ...body, [argument]: value.replace(target, other) });
      for (const other of all) {
        if (other.type !== there.type || other === there || other.address === target) continue;
        const how = `${address} ${argument} leads to ${other.name}`;
        yield { name: plain(how), json: to(other.address) };
      }
      if (!OWNERS.test(there.type)) continue;
      yield {
        name: plain(`${address} ${argument} leads to Elsewhere`),
        json: withResource(
          to(`${there.type}.Elsewhere`),
          there.type,
          "Elsewhere",
          renamed(there.body),
        ),
      };
    }
  }
}

/** With other names, which have to be unique. */
function renamed(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, /name$/.test(key) ? `${value}_2` : value]),
  );
}

/** Without the digests in names. */
function plain(name: string): string {
  return name.replace(/_[0-9A-F]{8}\b/g, "");
}

type Change = readonly [name: string, value: Json | undefined];

/** A value without something in it, or with something else; undefined where it is gone. */
function* changes(value: Json, swaps: Swaps): Iterable<Change> {
  yield ["removed", undefined];
  const inner = treeIn(value);
  if (inner) {
    for (const [name, changed] of changes(inner.tree, swaps)) {
      if (changed !== undefined) yield [name, inner.write(changed)];
    }
  } else if (Array.isArray(value)) {
    yield ["empty", []];
    for (const [index, item] of value.entries()) {
      for (const [name, changed] of changes(item, swaps)) {
        const with_ = changed === undefined ? [] : [changed];
        const list = [...value.slice(0, index), ...with_, ...value.slice(index + 1)];
        if (list.length > 0) yield [`[${index}] ${name}`, list];
      }
    }
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      for (const [name, changed] of changes(item!, swaps)) {
        yield [`.${key} ${name}`, withMember(value, key, changed)];
      }
    }
  } else if (typeof value === "boolean") {
    yield [`is ${!value}`, !value];
  } else if (typeof value === "number") {
    for (const other of [0, value * 1000]) yield [`is ${other}`, other];
  } else if (typeof value === "string") {
    const swapped = Object.entries(swaps).flatMap(([text, others]) =>
      plain(value) === text ? others : [],
    );
    for (const other of ["", "other", ...swapped]) yield [`is ${JSON.stringify(other)}`, other];
    const [, secret] = /^\$\{sensitive\((.*)\)\}$/s.exec(value) ?? [];
    if (secret !== undefined) yield ["without sensitive()", `\${${secret}}`];
  }
}

/** The JSON in the text of an argument, which may be written by `jsonencode`. */
function treeIn(value: Json): { tree: Json; write: (tree: Json) => string } | undefined {
  if (typeof value !== "string") return undefined;
  if (value.startsWith("${jsonencode(")) {
    const { root } = parseTemplate(value);
    if (root?.type !== "call") throw new Error(`cannot read ${value}`);
    return { tree: jsonOf(root.args[0]), write: (tree) => `\${jsonencode(${hclOf(tree)})}` };
  }
  if (!value.startsWith("{")) return undefined;
  try {
    return { tree: JSON.parse(value), write: JSON.stringify };
  } catch {
    return undefined;
  }
}

/** An expression in Terraform's JSON syntax: what is no literal is a text with `${…}` in it. */
function jsonOf(expression: Expression): Json {
  switch (expression.type) {
    case "literal":
      return expression.value;
    case "tuple":
      return expression.items.map(jsonOf);
    case "object":
      return Object.fromEntries(
        expression.entries.map(({ key, value }) => [String(jsonOf(key)), jsonOf(value)]),
      );
    case "reference":
      if (expression.steps.length > 0) break;
      return `\${${expression.reference.text}}`;
    case "call":
      return `\${${expression.text}}`;
    case "concatenation":
      return expression.parts
        .map((part) => (typeof part === "string" ? part : String(jsonOf(part))))
        .join("");
  }
  throw new Error(`cannot write ${expression.type} as JSON`);
}

/** The same as an expression again. In its texts are no quotes but those of the JSON. */
function hclOf(json: Json): string {
  if (Array.isArray(json)) return `[${json.map(hclOf).join(", ")}]`;
  if (!isObject(json)) return JSON.stringify(json);
  const members = Object.entries(json).map(([key, item]) => `"${key}" = ${hclOf(item!)}`);
  return `{${members.join(", ")}}`;
}

/** An object with another member, or without it. */
export function withMember(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  const others = Object.entries(object).filter(([other]) => other !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}

/** A configuration with another body of a resource, or without it. */
export function withResource(
  json: JsonObject,
  type: string,
  name: string,
  body: JsonObject | undefined,
): JsonObject {
  const resource = json.resource as JsonObject;
  const named = withMember((resource[type] ?? {}) as JsonObject, name, body);
  return { ...json, resource: { ...resource, [type]: named } };
}

/** A configuration without a resource, and without what is nothing without it; what only waits for one of these waits no more. */
function without(from: JsonObject, address: string): JsonObject {
  let json = from;
  const gone = [address];
  for (const at of gone) {
    const [type, name] = at.split(".");
    json = withResource(json, type, name, undefined);
    for (const user of resourcesOf(json)) {
      const { depends_on: waits, ...body } = user.body;
      const refers = new RegExp(`\\b${at}\\b(?!-)`).test(JSON.stringify(body));
      if (refers && !gone.includes(user.address)) gone.push(user.address);
      const left = ((waits ?? []) as string[]).filter((other) => other !== at);
      const rest = withMember(user.body, "depends_on", left.length > 0 ? left : undefined);
      if (waits) json = withResource(json, user.type, user.name, rest);
    }
  }
  return json;
}
