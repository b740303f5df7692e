import { type Scope, evaluateJson } from "./expression";
import { type Json, type JsonObject, blocks, isObject } from "./terraform-json";
import { LITERAL, type Reference, Value } from "./value";

/** A block that Terraform makes once for each item of a collection. */
interface DynamicBlock extends JsonObject {
  readonly for_each: Json;
  readonly content: Json;
}

/** The names of the blocks and arguments of a body, those that `dynamic` makes included. */
export function argumentNames(body: JsonObject): readonly string[] {
  const made = dynamicBodies(body).flatMap((dynamic) => Object.keys(dynamic));
  const written = Object.keys(body).filter((name) => name !== "//" && !isDynamic(name, body));
  return [...new Set([...written, ...made])];
}

/**
 * The value of an argument or a block of a body. Blocks that `dynamic` makes stand behind those
 * that are written; where its collection is not known, neither are they.
 */
export function evaluateArgument(body: JsonObject, name: string, scope: Scope): Value {
  // A reference may ask for what every object of JavaScript has.
  const json = Object.hasOwn(body, name) ? body[name] : undefined;
  const written = json === undefined ? Value.NULL : evaluateBlocks(json, scope);
  if (body.dynamic === undefined) return written;
  const made = dynamicBodies(body).flatMap((dynamic) => blocks(dynamic[name]).filter(isWhole));
  if (made.length === 0) return written;
  const items: Value[] = [...written.blocks];
  for (const block of made) {
    const collection = evaluateJson(block.for_each, scope);
    const each = eachOf(collection);
    // Without a symbol it equals nothing else: what is made depends on the content too.
    if (!each) {
      const { unresolved } = collection;
      return Value.unknown({ ...collection.deepOrigin, declaredBy: [] }, { unresolved });
    }
    const iterator = typeof block.iterator === "string" ? block.iterator : name;
    for (const item of each) {
      const [content] = blocks(block.content);
      items.push(evaluateBlocks(content, new IteratorScope(iterator, item, scope)));
    }
  }
  return Value.list(items);
}

/** The names of one dynamic block, over those around it. */
class IteratorScope implements Scope {
  public constructor(
    private readonly iterator: string,
    private readonly item: { readonly key: Value | undefined; readonly value: Value },
    private readonly outer: Scope,
  ) {}

  public resolve(reference: Reference): Value {
    const { key, value } = this.item;
    if (reference.address === `${this.iterator}.value`) return value.get(...reference.path);
    if (reference.address === `${this.iterator}.key`) {
      return key ?? Value.unknown({ ...LITERAL, references: [reference] });
    }
    return this.outer.resolve(reference);
  }
}

/** Of a list the key is left open: it is the index, or, of a set, the item. */
function eachOf(
  collection: Value,
): readonly { readonly key: Value | undefined; readonly value: Value }[] | undefined {
  if (collection.isUnknown) return undefined;
  if (collection.kind === "object") {
    return collection.entries.map(([key, value]) => ({ key: Value.of(key), value }));
  }
  return collection.items.map((value) => ({ key: undefined, value }));
}

/** Blocks with blocks inside that `dynamic` may make. */
function evaluateBlocks(json: Json | undefined, scope: Scope): Value {
  if (!holdsDynamic(json)) return evaluateJson(json, scope);
  if (Array.isArray(json)) return Value.list(json.map((item) => evaluateBlocks(item, scope)));
  const body = json as JsonObject;
  return Value.object(
    argumentNames(body).map((name) => [name, evaluateArgument(body, name, scope)]),
  );
}

function holdsDynamic(json: Json | undefined): boolean {
  if (Array.isArray(json)) return json.some(holdsDynamic);
  if (!isObject(json)) return false;
  return dynamicBodies(json).length > 0 || Object.values(json).some(holdsDynamic);
}

/** By label, what stands under `dynamic`; a tag or a header of that name is something else. */
function dynamicBodies(body: JsonObject): readonly JsonObject[] {
  if (body.dynamic === undefined) return [];
  return blocks(body.dynamic).filter((labelled) => {
    const made = Object.values(labelled).flatMap(blocks);
    return made.length > 0 && made.every(isWhole);
  });
}

function isDynamic(name: string, body: JsonObject): boolean {
  return name === "dynamic" && dynamicBodies(body).length > 0;
}

function isWhole(block: JsonObject): block is DynamicBlock {
  // The content is one block, which may be written as a list of one.
  return block.for_each !== undefined && blocks(block.content).length === 1;
}
