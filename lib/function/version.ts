import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { Fcv3FunctionVersion } from "../alicloud/fcv3-function-version";
import { descriptionProblem } from "../facts/description";
import { checkProps, object, optional, required, text } from "../props";
import {
  type ConstructProps,
  Trace,
  guard,
  makeResource,
  metaArguments,
  withoutStacks,
} from "../synth";
import { constructProps, functionProp } from "./checks";
import { fingerprintOf } from "./fingerprint";
import type { IFunction, IQualifiedFunction } from "./function-ref";

/** Options of a version. */
export interface VersionOptions extends ConstructProps {
  /**
   * What it is for, at most 256 characters. A change of it publishes a new version in the place of
   * this one, which the service refuses where the function has not changed since the last version.
   *
   * @default - none
   */
  readonly description?: string;
}

/** Props of a `FunctionVersion`. */
export interface FunctionVersionProps extends VersionOptions {
  /** The function that is published. */
  readonly target: IFunction;
}

/**
 * A published version: `alicloud_fcv3_function_version`. It holds the function's code and
 * configuration as they are when Terraform makes it, and does not follow them: use a function's
 * `currentVersion` for one that does.
 *
 * Has `create_before_destroy`, since the service refuses to delete a version while an alias points to
 * it: the new version is made, the alias is moved, then the old version goes.
 */
export class FunctionVersion extends Construct implements IQualifiedFunction {
  /** @internal */
  public static _current(
    target: IFunction & Construct,
    resource: TerraformResource,
    props: ConstructProps,
  ) {
    return new FunctionVersion(target, "CurrentVersion", {
      ...props,
      target,
      description: fingerprintOf(resource),
    });
  }

  /** @internal */
  public readonly _function: IFunction;
  private readonly resource: Fcv3FunctionVersion;
  private versionId?: string;

  /**
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param props see FunctionVersionProps
   * @throws an error that names every wrong prop
   */
  public constructor(scope: Construct, id: string, props: FunctionVersionProps) {
    super(scope, id);
    guard(this);
    const trace = new Trace(new.target as never);
    props = checkProps(this, props, CHECK);
    this._function = props.target;
    this.resource = makeResource(Fcv3FunctionVersion, this, trace, {
      ...metaArguments(props),
      functionName: props.target.functionName,
      description: props.description,
      lifecycle: { createBeforeDestroy: true },
    });
  }

  /** The function's name, or a reference to it. */
  public get functionName(): string {
    return this._function.functionName;
  }

  /** A reference to the number that the service gives the version. */
  public get qualifier(): string {
    this.versionId ??= withoutStacks(() => this.resource.versionId);
    return this.versionId;
  }
}

const CHECK = object({
  ...constructProps,
  target: required(functionProp),
  description: optional(text(descriptionProblem)),
});
