import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { DataAlicloudAccount } from "../alicloud/data-alicloud-account";
import { DataAlicloudRegions } from "../alicloud/data-alicloud-regions";

/**
 * What the name of a custom domain has to lead to: `<account id>.<region>.fc.aliyuncs.com`, or
 * `<account id>.<region>-internal.fc.aliyuncs.com` inside VPCs.
 *
 * Source: "Configure custom domain names", "Add a CNAME record".
 */
export function cnameTarget(
  scope: IConstruct,
  provider: ITerraformDependable | undefined,
  isInternal: boolean,
): string {
  const stack = TerraformStack.of(scope);
  const config = { provider: provider as TerraformProvider | undefined };
  const account =
    (stack.node.tryFindChild("FrontDoorAccount") as DataAlicloudAccount | undefined) ??
    new DataAlicloudAccount(stack, "FrontDoorAccount", config);
  const regions =
    (stack.node.tryFindChild("FrontDoorRegions") as DataAlicloudRegions | undefined) ??
    new DataAlicloudRegions(stack, "FrontDoorRegions", { ...config, current: true });
  const region = regions.regions.get(0).id;
  return `${account.id}.${region}${isInternal ? "-internal" : ""}.fc.aliyuncs.com`;
}
