import { isRegionId } from "../../facts/regions";
import type { ResourceGraph } from "../graph";
import type { Module } from "../module";
import type { Resource } from "../resource";
import { type JsonObject, blocks } from "../terraform-json";
import { LITERAL, Value } from "../value";

/**
 * The block that configures a provider, where a module has one.
 *
 * @param provider the provider's local name, with the alias behind a dot: `alicloud.hongkong`
 */
export function providerConfiguration(module: Module, provider: string): JsonObject | undefined {
  const [name, alias] = provider.split(".");
  return blocks(module.document.provider)
    .flatMap((providers) => blocks(providers[name]))
    .find((block) => (block.alias ?? undefined) === alias);
}

/**
 * The region of the provider configuration that a resource uses. Where the configuration does not
 * say it, it comes from the environment, and is not known.
 *
 * A plan tells what the region is made of, and not how: what comes of that is taken for the region
 * only where it looks like one.
 */
export function regionOf(module: Module, { provider }: Pick<Resource, "provider">): Value {
  const region = module.evaluate(providerConfiguration(module, provider)?.region);
  const isGiven = !region.isNull && region.text !== "";
  if (isGiven && (region.origin.references.length === 0 || mayBeRegion(region))) return region;
  const text = `the region of the provider ${provider}`;
  return Value.unknown(
    { ...LITERAL, references: [{ text, address: text, path: [] }] },
    { symbol: `${module.name}/${text}` },
  );
}

function mayBeRegion(value: Value): boolean {
  return value.isUnknown || isRegionId(value.text ?? "");
}

/**
 * The region that a value names. `data.alicloud_regions` with `current = true` gives the region of
 * the provider configuration that it uses, so that it is known as well as that is.
 */
export function namedRegion(graph: ResourceGraph, user: Resource, value: Value): Value {
  const [reference, ...more] = value.unresolved;
  if (!value.isUnknown || value.parts || !reference || more.length > 0) return value;
  const [data] = graph.moduleOf(user).targets(reference);
  return data?.type === "alicloud_regions" && data.get("current").bool === true
    ? graph.regionOf(data)
    : value;
}
