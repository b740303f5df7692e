import { Token } from "cdktf";
import { Construct } from "constructs";
import { RamPolicy } from "../alicloud/ram-policy";
import { RamRolePolicyAttachment } from "../alicloud/ram-role-policy-attachment";
import { RamUserPolicyAttachment } from "../alicloud/ram-user-policy-attachment";
import {
  inTurn,
  instance,
  literalText,
  object,
  optional,
  refuseProps,
  required,
  text,
} from "../props";
import {
  type ConstructProps,
  Trace,
  guard,
  jsonText,
  makeResource,
  metaArguments,
  uniqueName,
} from "../synth";
import type { IFunction } from "./function-ref";
import { Invoker } from "./invoker";

/**
 * Lets one RAM role or user invoke one function: `alicloud_ram_role_policy_attachment` or
 * `alicloud_ram_user_policy_attachment`, of a policy that the grants of a function share.
 */
export class InvokeGrant extends Construct {
  /** @internal */
  public static _of(
    target: IFunction,
    invoker: Invoker,
    id: string | undefined,
    props: ConstructProps,
  ): InvokeGrant {
    refuseProps(target, CHECK({ invoker, id }, ""), "grantInvoke");
    const policy =
      (target.node.tryFindChild("InvokePolicy") as InvokePolicy | undefined) ??
      new InvokePolicy(target, props);
    return new InvokeGrant(policy, id ?? idOf(target, invoker), invoker, props);
  }

  private constructor(policy: InvokePolicy, id: string, invoker: Invoker, props: ConstructProps) {
    super(policy, id);
    guard(this);
    const attached = {
      ...metaArguments(props),
      policyName: policy.policyName,
      policyType: "Custom",
    };
    const trace = new Trace(InvokeGrant._of as never);
    if (invoker.kind === "role") {
      const roleName = invoker.name;
      makeResource(RamRolePolicyAttachment, this, trace, { ...attached, roleName });
    } else {
      const userName = invoker.name;
      makeResource(RamUserPolicyAttachment, this, trace, { ...attached, userName });
    }
  }
}

const CHECK = object({
  invoker: required(
    inTurn(instance(Invoker, 'Invoker.role("gateway")'), (invoker, at) =>
      object({ name: required(text()) })({ name: (invoker as Invoker).name }, at),
    ),
  ),
  id: optional(literalText()),
});

/** The policy that allows `fc:InvokeFunction` on one function. */
class InvokePolicy extends Construct {
  private readonly resource: RamPolicy;

  public constructor(target: IFunction, props: ConstructProps) {
    super(target as unknown as Construct, "InvokePolicy");
    const arn = target.functionArn;
    const trace = new Trace(InvokeGrant._of as never);
    this.resource = makeResource(RamPolicy, this, trace, {
      ...metaArguments(props),
      policyName: uniqueName(target, {
        most: 128,
        suffix: "-invoke",
        forbidden: /[^-a-zA-Z0-9]/g,
      }),
      policyDocument: jsonText({
        Version: "1",
        Statement: [{ Effect: "Allow", Action: "fc:InvokeFunction", Resource: [arn, `${arn}/*`] }],
      }),
    });
  }

  public get policyName(): string {
    return this.resource.policyName;
  }
}

function idOf(target: IFunction, invoker: Invoker): string {
  if (Token.isUnresolved(invoker.name)) {
    refuseProps(
      target,
      [
        {
          at: "id",
          got: "nothing, and an invoker whose name is a reference",
          expected: "a construct id, since the resource's address must not depend on the reference",
          fix: 'give one: grantInvoke(invoker, "Gateway")',
        },
      ],
      "grantInvoke",
    );
  }
  return `${invoker.kind}-${invoker.name}`;
}
