import type { Module } from "../../module";
import { providerConfiguration } from "../../nodes/provider";
import { type Json, type JsonObject, isObject } from "../../terraform-json";
import { Value } from "../../value";
import { type PlanJson, member, object, objects } from "./plan-json";
import { isExpression } from "./references";
import { canonical } from "./secrets";

/**
 * Whether a stack surely is not what a plan was made of: somewhere the one has a constant, and the
 * other one has another. Of stacks that are made by one program (dev, prod) all addresses may be
 * the same, and a name or the region of the provider tells which one it is.
 */
export function contradicts(module: Module, { configuration }: PlanJson): boolean {
  const root = object(configuration.root_module);
  const variables = object(root.variables);
  const providers = object(configuration.provider_config);
  const byAddress = new Map(module.resources.map((resource) => [resource.address, resource]));
  return (
    objects(root.resources).some((block) => {
      const found = byAddress.get(String(block.address));
      const expressions = object(block.expressions);
      return found && differs(expressions, (name) => found.get(name));
    }) ||
    Object.keys(providers).some((key) => {
      const { name, alias, expressions } = object(providers[key]);
      // A configuration in a child module is in no stack.
      if (typeof name !== "string" || key.includes(":")) return false;
      const provider = typeof alias === "string" ? `${name}.${alias}` : name;
      const written = providerConfiguration(module, provider);
      return (
        written && differs(object(expressions), (argument) => module.evaluate(written[argument]))
      );
    }) ||
    Object.keys(variables).some((name) => {
      const given = member(variables[name], "default");
      const written = module.variable(name);
      return given !== undefined && written && canonical(given) !== canonical(written.default);
    })
  );
}

function differs(expressions: JsonObject, get: (name: string) => Value): boolean {
  return Object.keys(expressions).some((name) => differsFrom(get(name), expressions[name]));
}

function differsFrom(value: Value, written: Json | undefined): boolean {
  if (isExpression(written)) {
    const { constant_value: constant } = written;
    if (constant === undefined || constant === null || !value.isKnown) return false;
    return canonical(value.plain as Json) !== canonical(constant);
  }
  const inside = Array.isArray(written) ? objects(written) : isObject(written) ? [written] : [];
  const blocks = value.blocks;
  // What is made by `dynamic` is not among the written ones.
  if (blocks.length !== inside.length || blocks.some((block) => block.isUnknown)) return false;
  return inside.some((block, index) => differs(block, (name) => blocks[index].get(name)));
}
