import { Construct } from "constructs";
import { Fcv3AsyncInvokeConfig } from "../alicloud/fcv3-async-invoke-config";
import { Fcv3ConcurrencyConfig } from "../alicloud/fcv3-concurrency-config";
import { Fcv3Function } from "../alicloud/fcv3-function";
import { Fcv3ProvisionConfig } from "../alicloud/fcv3-provision-config";
import { propsUnder } from "../blueprints/under";
import { LATEST } from "../facts/qualifier";
import { DEFAULT_TIMEOUT_SECONDS } from "../facts/timeout";
import { literalText, object, refuseProps, required } from "../props";
import { Trace, guard, makeResource, metaArguments, withoutStacks } from "../synth";
import { type AliasOptions, FunctionAlias, aliasesOf } from "./alias";
import { functionArguments } from "./arguments";
import { asyncInvokeArguments } from "./async-invoke";
import type { FunctionAttributes } from "./function-attributes";
import type { IFunction, IQualifiedFunction } from "./function-ref";
import { ImportedFunction } from "./imported-function";
import { InvokeGrant } from "./invoke-grant";
import type { Invoker } from "./invoker";
import { provisionedArguments } from "./provisioned";
import { qualified } from "./qualified";
import { FunctionVersion, type VersionOptions } from "./version";
import type { RunnableProps } from "./web-function-checks";
import type { WebFunctionProps } from "./web-function-props";
import { webFunctionTarget } from "./web-function-target";

/**
 * A function of Function Compute 3.0 that answers HTTP requests.
 *
 * Makes an `alicloud_fcv3_function`; with `asyncInvoke`, `provisioned` and `reservedConcurrency` the
 * resource for each; with code from the disk and a bucket an `alicloud_oss_bucket_object`.
 *
 * What is not given is not written, so the service's own defaults hold: timeout 3 seconds, disk
 * 512 MB, one call at a time, no logs, no role. Where the provider would take what the service adds
 * for a change, or send something else, the default is written.
 *
 * Refuses, all in one error: numbers, names and lists outside of what the service takes; a server or
 * several calls at a time on a built-in runtime; code that does not fit the runtime; a custom
 * runtime's command without arguments, since the provider would send an empty list of them.
 *
 * The configurations of asynchronous calls and of provisioned instances are for `LATEST` alone: the
 * provider reads them back without their qualifier, and fails for any other.
 *
 * As a target it means `LATEST`, the head that changes with every apply; `addAlias` gives what
 * callers should use.
 *
 * Source: the provider's `alicloud_fcv3_function`; "Quotas and limits".
 */
export class WebFunction extends Construct implements IFunction {
  /**
   * A function that exists already.
   *
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param attributes what is known of it
   * @throws an error that names every wrong attribute
   */
  public static fromFunctionAttributes(
    scope: Construct,
    id: string,
    attributes: FunctionAttributes,
  ): IFunction {
    return new ImportedFunction(scope, id, attributes);
  }

  /** Always `LATEST`. */
  public readonly qualifier: string = LATEST;

  private readonly resource: Fcv3Function;
  private readonly props: WebFunctionProps;
  private current?: FunctionVersion;
  // One token each: a token costs at synth too.
  private name?: string;
  private arn?: string;

  /**
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param props see WebFunctionProps
   * @throws an error that names every wrong prop
   */
  public constructor(scope: Construct, id: string, props: WebFunctionProps) {
    super(scope, id);
    guard(this);
    const trace = new Trace(new.target as never);
    props = propsUnder(this, webFunctionTarget, props);
    this.props = props;
    this.resource = makeResource(Fcv3Function, this, trace, {
      ...metaArguments(props),
      ...functionArguments(this, trace, props as RunnableProps),
    });
    this.configure(trace);
  }

  /** How long a call may run, in seconds. @internal */
  public get _timeoutSeconds(): number {
    return this.props.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
  }

  /** A reference to the function's name, so that what uses it is made after the function. */
  public get functionName(): string {
    this.name ??= withoutStacks(() => this.resource.functionName);
    return this.name;
  }

  /** A reference to the function's ARN. */
  public get functionArn(): string {
    this.arn ??= withoutStacks(() => this.resource.functionArn);
    return this.arn;
  }

  /**
   * The version that holds the code and configuration of this program: where they change, a new
   * version is published and takes the place of the old one, and the aliases that point to it follow.
   * Neither Terraform nor the provider does this by itself. Made on first use, at `CurrentVersion`.
   */
  public get currentVersion(): FunctionVersion {
    this.current ??= FunctionVersion._current(this, this.resource, this.common());
    return this.current;
  }

  /**
   * A version that is published once, and stays as it is. The service refuses to publish a function
   * that has not changed since its last version, so one apply can make one new version of it: add the
   * next one with the next change.
   *
   * @param id unique among the versions of this function
   * @param options what it is for
   * @throws an error that names every wrong option
   */
  public addVersion(id: string, options: VersionOptions = {}): FunctionVersion {
    const isText = object({ id: required(literalText()) });
    refuseProps(this, isText({ id }, ""), "addVersion");
    return new FunctionVersion(this, `Version-${id}`, {
      ...this.common(),
      ...options,
      target: this,
    });
  }

  /**
   * An alias: a name for a version, which stays the same when the version changes. It points to the
   * current version, if no other is named.
   *
   * @param aliasName 1 to 128 of letters, digits, `-` and `_`, the first a letter or `_`; not `LATEST`
   * @param options which version, and which others get a share of the calls
   * @throws an error that names every wrong option
   */
  public addAlias(aliasName: string, options: AliasOptions = {}): FunctionAlias {
    const isText = object({ aliasName: required(literalText()) });
    refuseProps(this, isText({ aliasName }, ""), "addAlias");
    const known = aliasesOf(this).get(aliasName);
    if (known) {
      const got = `${JSON.stringify(aliasName)}, which ${known.node.path} is`;
      const fix = "use the one that there is, or take another name";
      const expected = "a name that no other alias of the function has";
      refuseProps(this, [{ at: "aliasName", got, expected, fix }], "addAlias");
    }
    return new FunctionAlias(this, `Alias-${aliasName}`, {
      ...this.common(),
      ...options,
      target: this,
      aliasName,
      version: options?.version ?? this.currentVersion,
    });
  }

  /** See `IFunction`. */
  public atQualifier(qualifier: string): IQualifiedFunction {
    return qualified(this, qualifier);
  }

  /** See `IFunction`. */
  public grantInvoke(invoker: Invoker, id?: string): InvokeGrant {
    return InvokeGrant._of(this, invoker, id, this.common());
  }

  private common() {
    return { provider: this.props.provider, dependsOn: this.props.dependsOn };
  }

  private configure(trace: Trace): void {
    const { asyncInvoke, provisioned, reservedConcurrency } = this.props;
    const meta = metaArguments(this.props);
    if (asyncInvoke !== undefined) {
      makeResource(Fcv3AsyncInvokeConfig, new Construct(this, "AsyncInvoke"), trace, {
        ...meta,
        functionName: this.functionName,
        qualifier: LATEST,
        ...asyncInvokeArguments(asyncInvoke),
      });
    }
    if (provisioned !== undefined) {
      makeResource(Fcv3ProvisionConfig, new Construct(this, "Provisioned"), trace, {
        ...meta,
        functionName: this.functionName,
        qualifier: LATEST,
        ...provisionedArguments(provisioned),
      });
    }
    if (reservedConcurrency !== undefined) {
      makeResource(Fcv3ConcurrencyConfig, new Construct(this, "Reserved"), trace, {
        ...meta,
        functionName: this.functionName,
        reservedConcurrency,
      });
    }
  }
}
