import { Token } from "cdktf";
import { Construct } from "constructs";
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
import { type ConstructProps, type Part, Trace, guard } from "../synth";
import type { IFunction } from "./function-ref";
import { InvokePolicy } from "./invoke-policy";
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
    const part = { ...props, trace: new Trace(InvokeGrant._of as never) };
    const policy = InvokePolicy.of(target, target, part, target.functionArn);
    return new InvokeGrant(policy, id ?? idOf(target, invoker), invoker, part);
  }

  private constructor(policy: InvokePolicy, id: string, invoker: Invoker, part: Part) {
    super(policy, id);
    guard(this);
    policy.attachTo(this, invoker, part);
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
