import { type ITerraformDependable, TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { DataAlicloudAccount } from "../alicloud/data-alicloud-account";
import { DataAlicloudRegions } from "../alicloud/data-alicloud-regions";
import { oncePerProvider } from "./once-per-provider";

/**
 * The id of the account of a provider configuration: as the configuration states it; else the stack
 * asks for it by a data source, once for each configuration.
 *
 * @param scope what it is asked for
 * @param provider the configuration; undefined for the stack's default
 */
export function accountOf(scope: IConstruct, provider: ITerraformDependable | undefined): string {
  const stack = TerraformStack.of(scope);
  const make = (id: string) => new DataAlicloudAccount(stack, id, configOf(provider));
  return (
    statedBy(stack, provider)?.accountIdInput ||
    oncePerProvider(stack, "FrontDoorAccount", provider, make).id
  );
}

/**
 * The region of a provider configuration, likewise.
 *
 * @param scope what it is asked for
 * @param provider the configuration; undefined for the stack's default
 */
export function regionOf(scope: IConstruct, provider: ITerraformDependable | undefined): string {
  const stack = TerraformStack.of(scope);
  const config = { ...configOf(provider), current: true };
  const make = (id: string) => new DataAlicloudRegions(stack, id, config);
  return (
    statedBy(stack, provider)?.regionInput ||
    oncePerProvider(stack, "FrontDoorRegions", provider, make).regions.get(0).id
  );
}

/** What a provider configuration may state, whichever bindings it is of. */
interface Stated {
  readonly accountIdInput?: string;
  readonly regionInput?: string;
}

function statedBy(stack: TerraformStack, provider: ITerraformDependable | undefined) {
  return (provider ?? defaultProvider(stack)) as Stated | undefined;
}

function configOf(provider: ITerraformDependable | undefined) {
  return { provider: provider as TerraformProvider | undefined };
}

const defaults = new WeakMap<TerraformStack, TerraformProvider>();

/** The provider configuration that resources without one have, where it is made already. */
function defaultProvider(stack: TerraformStack): TerraformProvider | undefined {
  const known = defaults.get(stack);
  if (known && known.alias === undefined) return known;
  // In the stack itself as a rule, where there may be thousands of others below.
  const found = stack.node.children.find(isDefault) ?? stack.node.findAll().find(isDefault);
  if (found) defaults.set(stack, found as TerraformProvider);
  return found as TerraformProvider | undefined;
}

function isDefault(construct: IConstruct): boolean {
  return (
    TerraformProvider.isTerraformProvider(construct) &&
    construct.terraformResourceType === "alicloud" &&
    construct.alias === undefined
  );
}
