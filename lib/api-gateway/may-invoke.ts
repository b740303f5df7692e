import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { IQualifiedFunction } from "../function/function-ref";
import { InvokePolicy } from "../function/invoke-policy";
import type { Invoker } from "../function/invoker";
import type { Part } from "../synth";

/** What may be invoked. */
interface Invoked extends Part {
  readonly target: IQualifiedFunction;
}

/**
 * Lets a role or a user of a gateway's own invoke the function behind it, and nothing else.
 *
 * @param scope the construct of the role or user
 * @param invoked provider, order, and the function
 * @param invoker the role or user
 * @returns what has to be there before anybody invokes it
 */
export function mayInvoke(
  scope: Construct,
  invoked: Invoked,
  invoker: Invoker,
): ITerraformDependable {
  const { provider, trace, target } = invoked;
  // Others may share the policy, and need not wait for what this one waits for.
  const policy = InvokePolicy.of(target, scope, { provider, trace });
  return policy.attachTo(new Construct(scope, "MayInvoke"), invoker, invoked);
}
