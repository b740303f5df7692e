import type { IConstruct } from "constructs";

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
}
