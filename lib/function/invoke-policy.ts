import { type ITerraformDependable, TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { RamPolicy } from "../alicloud/ram-policy";
import { RamRolePolicyAttachment } from "../alicloud/ram-role-policy-attachment";
import { RamUserPolicyAttachment } from "../alicloud/ram-user-policy-attachment";
import {
  type Part,
  NO_UNDERSCORE,
  jsonText,
  makeResource,
  metaArguments,
  uniqueName,
  withoutStacks,
} from "../synth";
import { functionArnOf, functionOf } from "./behind";
import type { IQualifiedFunction } from "./function-ref";
import type { Invoker } from "./invoker";

const MOST_POLICY_NAME_CHARACTERS = 128;

/** The policy that allows `fc:InvokeFunction` on one function: one for all that may invoke it, since an account has a limited number. */
export class InvokePolicy extends Construct {
  /**
   * The policy of the function behind a target, which is made where it is not there yet.
   *
   * @param target what may be invoked
   * @param scope for what: the policy takes its provider where it is in the same stack
   * @param part provider, order and place
   * @param arn the function's ARN, where it must not be made of its name
   */
  public static of(
    target: IQualifiedFunction,
    scope: IConstruct,
    part: Part,
    arn?: string,
  ): InvokePolicy {
    const owner = functionOf(target) ?? target;
    const known = owner.node.tryFindChild("InvokePolicy") as InvokePolicy | undefined;
    if (known) return known;
    const isHere = TerraformStack.of(owner) === TerraformStack.of(scope);
    const own: Part = isHere ? part : { trace: part.trace };
    return new InvokePolicy(owner, own, arn ?? functionArnOf(target, owner, own.provider));
  }

  private readonly resource: RamPolicy;
  private policyName?: string;

  private constructor(target: IQualifiedFunction, part: Part, arn: string) {
    super(target as unknown as Construct, "InvokePolicy");
    this.resource = makeResource(RamPolicy, this, part.trace, {
      ...metaArguments(part),
      policyName: uniqueName(target, {
        most: MOST_POLICY_NAME_CHARACTERS,
        suffix: "-invoke",
        forbidden: NO_UNDERSCORE,
      }),
      // A policy that was changed has versions, without which the provider does not delete it.
      force: true,
      policyDocument: jsonText({
        Version: "1",
        Statement: [{ Effect: "Allow", Action: "fc:InvokeFunction", Resource: [arn, `${arn}/*`] }],
      }),
    });
  }

  /**
   * Attaches it to a role or a user.
   *
   * @param scope the construct of the attachment
   * @param invoker who may invoke the function
   * @param part provider, order and place
   */
  public attachTo(scope: Construct, { kind, name }: Invoker, part: Part): ITerraformDependable {
    const attached = {
      ...metaArguments(part),
      policyName: (this.policyName ??= withoutStacks(() => this.resource.policyName)),
      policyType: "Custom",
    };
    return kind === "role"
      ? makeResource(RamRolePolicyAttachment, scope, part.trace, { ...attached, roleName: name })
      : makeResource(RamUserPolicyAttachment, scope, part.trace, { ...attached, userName: name });
  }
}
