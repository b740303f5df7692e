import type { IConstruct } from "constructs";
import type { InvokeGrant } from "./invoke-grant";
import type { Invoker } from "./invoker";

/**
 * A function at one qualifier: what a trigger, a route or a gateway calls. `LATEST`, a version, or
 * an alias.
 */
export interface IQualifiedFunction extends IConstruct {
  /** The function's name, or a reference to it. */
  readonly functionName: string;
  /** `LATEST`, a version id, or an alias name, or a reference to it. */
  readonly qualifier: string;
}

/** A function of Function Compute 3.0, made here or imported. As a target it means `LATEST`. */
export interface IFunction extends IQualifiedFunction {
  /** The function's ARN, or a reference to it. */
  readonly functionArn: string;

  /**
   * The function at a qualifier that is named by plain text. Where this configuration makes an alias
   * of that name on the function, now or later, the reference to it is used, so that Terraform makes
   * the alias first.
   *
   * @param qualifier `LATEST`, a version's number or the name of an alias
   * @throws an error where it can be none of them
   */
  atQualifier(qualifier: string): IQualifiedFunction;

  /**
   * Lets a RAM role or user invoke this function: `fc:InvokeFunction` on its ARN and its qualified
   * ARNs, and nothing else.
   *
   * @param invoker who may invoke it
   * @param id the construct id of the grant, by default made of the invoker's kind and name; needed
   *   where the name is a reference
   */
  grantInvoke(invoker: Invoker, id?: string): InvokeGrant;
}
