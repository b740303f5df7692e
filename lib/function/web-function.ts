import { Construct } from "constructs";
import { Fcv3Function } from "../alicloud/fcv3-function";
import { checkProps, literalText, object, required, text } from "../props";
import { Registry, Trace, guard } from "../synth";
import type { IFunction } from "./function-ref";

/** Props of a `WebFunction`. */
export interface WebFunctionProps {
  /** The runtime. */
  readonly runtime: string;
  /** The bucket that holds the code. */
  readonly bucket: string;
  /** The object that holds the code. */
  readonly object: string;
}

/** A function of Function Compute 3.0 that answers HTTP requests: `alicloud_fcv3_function`. */
export class WebFunction extends Construct implements IFunction {
  /** The function's name. */
  public readonly functionName: string;
  /** Always `LATEST`. */
  public readonly qualifier: string = "LATEST";
  /** The function's ARN. */
  public readonly functionArn: string;

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
    checkProps(
      this,
      props,
      object({
        runtime: required(literalText()),
        bucket: required(text()),
        object: required(text()),
      }),
    );
    const resource = new Fcv3Function(this, "Default", {
      functionName: id,
      runtime: props.runtime,
      handler: "index.handler",
      code: { ossBucketName: props.bucket, ossObjectName: props.object },
    });
    Registry.of(this).notes.set(resource.node.path, { trace });
    this.functionName = resource.functionName;
    this.functionArn = resource.functionArn;
  }
}
