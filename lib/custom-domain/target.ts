import { type ITerraformDependable, TerraformProvider, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { DataAlicloudAccount } from "../alicloud/data-alicloud-account";
import { DataAlicloudRegions } from "../alicloud/data-alicloud-regions";
import { withoutStacks } from "../synth";

/**
 * What the name of a custom domain has to lead to: `<account id>.<region>.fc.aliyuncs.com`, or
 * `<account id>.<region>-internal.fc.aliyuncs.com` inside VPCs. Account and region are those of the
 * provider configuration where it states them; else the stack asks for them by data sources, once
 * for each provider configuration.
 *
 * Source: "Configure custom domain names", "Add a CNAME record".
 */
export function cnameTarget(
  scope: IConstruct,
  provider: ITerraformDependable | undefined,
  isInternal: boolean,
): string {
  const stack = TerraformStack.of(scope);
  const own = (provider ?? defaultProvider(stack)) as Stated | undefined;
  const account = own?.accountIdInput || accountOf(stack, provider);
  const region = own?.regionInput || regionOf(stack, provider);
  return `${account}.${region}${isInternal ? "-internal" : ""}.fc.aliyuncs.com`;
}

/** What a provider configuration may state, whichever bindings it is of. */
interface Stated {
  readonly accountIdInput?: string;
  readonly regionInput?: string;
}

function accountOf(stack: TerraformStack, provider: ITerraformDependable | undefined): string {
  const make = (id: string) => new DataAlicloudAccount(stack, id, configOf(provider));
  return once(stack, "FrontDoorAccount", provider, make).id;
}

function regionOf(stack: TerraformStack, provider: ITerraformDependable | undefined): string {
  const config = { ...configOf(provider), current: true };
  const make = (id: string) => new DataAlicloudRegions(stack, id, config);
  return once(stack, "FrontDoorRegions", provider, make).regions.get(0).id;
}

function configOf(provider: ITerraformDependable | undefined) {
  return { provider: provider as TerraformProvider | undefined };
}

/** What a stack has once for each provider configuration. */
function once<T extends Construct>(
  stack: TerraformStack,
  name: string,
  provider: ITerraformDependable | undefined,
  make: (id: string) => T,
): T {
  const { alias } = (provider ?? {}) as { alias?: string };
  const id = alias ? `${name}-${alias}` : name;
  return (stack.node.tryFindChild(id) as T | undefined) ?? withoutStacks(() => make(id));
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
