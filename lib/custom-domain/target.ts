import type { ITerraformDependable } from "cdktf";
import type { IConstruct } from "constructs";
import { accountOf, regionOf } from "../provider/place";

/**
 * What the name of a custom domain has to lead to: `<account id>.<region>.fc.aliyuncs.com`, or
 * `<account id>.<region>-internal.fc.aliyuncs.com` inside VPCs. Account and region are those of the
 * provider configuration.
 *
 * Source: "Configure custom domain names", "Add a CNAME record".
 */
export function cnameTarget(
  scope: IConstruct,
  provider: ITerraformDependable | undefined,
  isInternal: boolean,
): string {
  const [account, region] = [accountOf(scope, provider), regionOf(scope, provider)];
  return `${account}.${region}${isInternal ? "-internal" : ""}.fc.aliyuncs.com`;
}
