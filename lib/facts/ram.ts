import type { Problem } from "./problem";

/** What is wrong with the ARN of a RAM role. Source: "Policy elements", resources of RAM. */
export function ramRoleArnProblem(arn: string): Problem | undefined {
  if (/^acs:ram::\d+:role\/[\w.-]+$/.test(arn)) return undefined;
  return {
    got: JSON.stringify(arn),
    expected: "the ARN of a RAM role, such as acs:ram::1234567890123456:role/gateway",
    fix:
      arn === ""
        ? "take GatewayRole.none()"
        : "take the arn of the alicloud_ram_role, or copy it from the RAM console",
  };
}
