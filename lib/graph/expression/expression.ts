import { type Reference, Value } from "../value";
import type { Template } from "./ast";
import { Cache } from "../cache";
import { toText } from "./convert";
import { originOf, unevaluated } from "./derive";
import { evaluateTemplate, wrong } from "./evaluator";
import { Failure } from "./failure";
import { isTemplate, parse } from "./parser";
import { walk } from "./references";
import type { Scope } from "./scope";

const parsed = new Cache<Template>();

/** Parses a text of Terraform JSON syntax. What does not parse gives a template with an `error`, not an exception. */
export function parseTemplate(text: string): Template {
  return parsed.get(text, parse);
}

/** The value of a text of Terraform JSON syntax: known, or unknown with the references that it is made of. */
export function evaluate(source: string | Template, scope: Scope): Value {
  if (typeof source !== "string") return evaluateTemplate(source, scope);
  return isTemplate(source) ? evaluateTemplate(parseTemplate(source), scope) : Value.of(source);
}

/** Every reference in a text, each once, in order of first appearance, without evaluating it. Names that `for` binds are none. */
export function references(source: string | Template): readonly Reference[] {
  if (typeof source === "string" && !isTemplate(source)) return [];
  const { root } = typeof source === "string" ? parseTemplate(source) : source;
  const found = new Map<string, Reference>();
  if (root) {
    walk(root, {
      reference: (reference) => {
        if (!found.has(reference.text)) found.set(reference.text, reference);
      },
    });
  }
  return [...found.values()];
}

/** The value of a piece of Terraform JSON: every string in it is a template, also the keys of objects. */
export function evaluateJson(json: unknown, scope: Scope): Value {
  if (typeof json === "string") return evaluate(json, scope);
  if (Array.isArray(json)) return Value.list(json.map((item) => evaluateJson(item, scope)));
  if (typeof json !== "object" || json === null) return Value.of(json);
  return evaluateObject(Object.entries(json), scope);
}

function evaluateObject(written: readonly (readonly [string, unknown])[], scope: Scope): Value {
  if (!written.some(([key]) => isTemplate(key))) {
    return Value.object(written.map(([key, item]) => [key, evaluateJson(item, scope)] as const));
  }
  const names = written.map(([key]) => evaluate(key, scope));
  const broken = names.find((name) => name.error !== undefined);
  if (broken?.error !== undefined) return wrong(broken.error, names);
  const items = written.map(([, item]) => evaluateJson(item, scope));
  if (names.some((name) => name.isUnknown)) {
    const pairs = names.map((name, index) => [name, items[index]] as const);
    return unevaluated("{}", pairs.flat()).pairing(pairs);
  }
  const entries = new Map<string, Value>();
  for (const [index, name] of names.entries()) {
    const key = keyText(name);
    if (key === undefined) return wrong("the key of an object must be a string", names);
    if (entries.has(key)) return wrong("an object has one key twice", names);
    entries.set(key, items[index]);
  }
  return Value.object(entries, originOf(names));
}

function keyText(name: Value): string | undefined {
  try {
    return toText(name);
  } catch (problem) {
    if (problem instanceof Failure) return undefined;
    throw problem;
  }
}
