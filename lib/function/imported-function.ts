import { Construct } from "constructs";
import { notEmpty } from "../facts/not-empty";
import { LATEST } from "../facts/qualifier";
import { checkProps, object, optional, refuseProps, required, text } from "../props";
import { guard } from "../synth";
import type { FunctionAttributes } from "./function-attributes";
import type { IFunction, IQualifiedFunction } from "./function-ref";
import { InvokeGrant } from "./invoke-grant";
import type { Invoker } from "./invoker";
import { qualified } from "./qualified";

/** A function that exists already. Makes no resource. */
export class ImportedFunction extends Construct implements IFunction {
  /** As it was given. */
  public readonly functionName: string;
  /** Always `LATEST`. */
  public readonly qualifier: string = LATEST;
  /** Its ARN, where it was given. */
  public readonly _arn: string | undefined;

  public constructor(scope: Construct, id: string, attributes: FunctionAttributes) {
    super(scope, id);
    guard(this);
    const check = object({
      functionName: required(nameCheck),
      functionArn: optional(text()),
    });
    refuseProps(this, check(attributes, ""), "fromFunctionAttributes");
    this.functionName = attributes.functionName;
    this._arn = attributes.functionArn ?? undefined;
  }

  /**
   * As it was given.
   *
   * @throws an error where it was not
   */
  public get functionArn(): string {
    if (this._arn === undefined) {
      checkProps(this, {}, object({ functionArn: required(text()) }));
    }
    return this._arn!;
  }

  /** See `IFunction`. */
  public atQualifier(qualifier: string): IQualifiedFunction {
    return qualified(this, qualifier);
  }

  /** See `IFunction`. */
  public grantInvoke(invoker: Invoker, id?: string): InvokeGrant {
    return InvokeGrant._of(this, invoker, id, {});
  }
}

const nameCheck = text(notEmpty({ got: '""', expected: "the function's name", fix: "name it" }));
