import type { ITerraformDependable } from "cdktf";
import type { IConstruct } from "constructs";
import { accountOf, regionOf } from "../provider/place";
import type { IFunction, IQualifiedFunction } from "./function-ref";

/** What the constructs of this library say beside their interfaces. */
interface Seen extends IQualifiedFunction {
  /** Of a version, an alias or a qualifier: the function. */
  readonly _function?: IFunction;
  /** Of an imported function: its ARN, where it was given. */
  readonly _arn?: string;
  /** Of a function that is made here: how long a call may run, in seconds. */
  readonly _timeoutSeconds?: number;
}

/** The function that a version, an alias or a function itself is of; undefined where only its name is known. */
export function functionOf(target: IQualifiedFunction): IFunction | undefined {
  const found = (target as Seen)._function ?? target;
  return "functionArn" in found ? (found as IFunction) : undefined;
}

/** How long a call of the function behind a target may run, in seconds; undefined where it is not made here. */
export function functionTimeoutOf(target: IQualifiedFunction): number | undefined {
  return (functionOf(target) as Seen | undefined)?._timeoutSeconds;
}

/**
 * The ARN of the function behind a target: as the function says it, by reference where it is made
 * here; else made of its name and of the provider's account and region.
 *
 * Source: "Policy management", resources of Function Compute 3.0.
 *
 * @param target what is called
 * @param scope in which stack account and region are asked for
 * @param provider the configuration that they are of; undefined for the stack's default
 */
export function functionArnOf(
  target: IQualifiedFunction,
  scope: IConstruct,
  provider: ITerraformDependable | undefined,
): string {
  const found = functionOf(target);
  const known = found && ("_arn" in found ? (found as Seen)._arn : found.functionArn);
  if (known !== undefined) return known;
  const place = `${regionOf(scope, provider)}:${accountOf(scope, provider)}`;
  return `acs:fc:${place}:functions/${target.functionName}`;
}
