import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { RamRole } from "../../alicloud/ram-role";
import { ramRoleArnProblem } from "../../facts/ram";
import { Invoker } from "../../function/invoker";
import { type PropProblem, text } from "../../props";
import {
  NO_UNDERSCORE,
  jsonText,
  makeResource,
  metaArguments,
  uniqueName,
  withoutStacks,
} from "../../synth";
import { mayInvoke } from "../may-invoke";
import type { BackendPlace } from "./source";

const MOST_ROLE_NAME_CHARACTERS = 64;

/**
 * The RAM role as which a gateway calls a function: `arn_role`, which takes the role's ARN.
 *
 * That a trigger with signature authentication takes calls that the gateway makes as a role is
 * documented nowhere, and neither is that it takes the signature plugin's.
 *
 * Source: CreateApi, `FunctionComputeConfig`, `roleArn`; the provider's example `api-gateway-fc`.
 */
export class GatewayRole {
  /**
   * One that is made: `apigateway.aliyuncs.com` alone may assume it, and it may invoke this function
   * alone, at each of its qualifiers. Makes an `alicloud_ram_role`, an
   * `alicloud_ram_role_policy_attachment` and, where the function has none yet, its
   * `alicloud_ram_policy`; the APIs come after them.
   */
  public static create(): GatewayRole {
    return new GatewayRole("create");
  }

  /**
   * One that is there already. That `apigateway.aliyuncs.com` may assume it, and that it may invoke
   * the function, cannot be seen here.
   *
   * @param roleArn its ARN, or a reference to it: `acs:ram::1234567890123456:role/gateway`
   */
  public static fromArn(roleArn: string): GatewayRole {
    return new GatewayRole("given", roleArn);
  }

  /** None: the gateway calls as nobody, and the signature plugin alone says who it is. */
  public static none(): GatewayRole {
    return new GatewayRole("none");
  }

  private constructor(
    private readonly kind: "create" | "given" | "none",
    private readonly roleArn?: string,
  ) {}

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return this.kind === "given" ? text(ramRoleArnProblem)(this.roleArn, at) : [];
  }

  /**
   * Makes it, where it is to be made. Only for what is right.
   *
   * @param scope the front's construct
   * @param place provider, order, and what is called
   * @internal
   */
  public _bind(scope: Construct, place: BackendPlace): BoundRole {
    if (this.kind !== "create") return { arn: this.roleArn ?? "", after: [] };
    const own = new Construct(scope, "GatewayRole");
    const role = makeResource(RamRole, own, place.trace, {
      ...metaArguments(place),
      roleName: uniqueName(scope, {
        most: MOST_ROLE_NAME_CHARACTERS,
        suffix: "-gateway",
        forbidden: NO_UNDERSCORE,
      }),
      assumeRolePolicyDocument: TRUST,
    });
    const { arn, roleName } = withoutStacks(() => ({ arn: role.arn, roleName: role.roleName }));
    return { arn, after: [mayInvoke(own, place, Invoker.role(roleName))] };
  }
}

/** A role as APIs name it. */
interface BoundRole {
  /** `arn_role`. */
  readonly arn: string;
  /** What has to be there before an API is. */
  readonly after: readonly ITerraformDependable[];
}

const TRUST = jsonText({
  Version: "1",
  Statement: [
    {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: ["apigateway.aliyuncs.com"] },
    },
  ],
});
