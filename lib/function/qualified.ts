import { Token } from "cdktf";
import { Construct } from "constructs";
import { LATEST, isVersionNumber, qualifierProblem } from "../facts/qualifier";
import { checkProps, object, required, text } from "../props";
import { lazyText } from "../synth";
import { aliasesOf } from "./alias";
import type { IFunction, IQualifiedFunction } from "./function-ref";

/** A function at a qualifier that is named by text. */
export function qualified(target: IFunction & Construct, qualifier: string): IQualifiedFunction {
  checkProps(target, { qualifier }, object({ qualifier: required(text(qualifierProblem)) }));
  if (qualifier === LATEST) return target;
  const id = Token.isUnresolved(qualifier)
    ? `At-reference-${target.node.children.length}`
    : `At-${qualifier}`;
  return (
    (target.node.tryFindChild(id) as QualifiedFunction | undefined) ??
    new QualifiedFunction(target, id, qualifier)
  );
}

/** Makes no resource. */
class QualifiedFunction extends Construct implements IQualifiedFunction {
  public readonly qualifier: string;

  public constructor(
    public readonly _function: IFunction & Construct,
    id: string,
    qualifier: string,
  ) {
    super(_function, id);
    const isFixed = Token.isUnresolved(qualifier) || isVersionNumber(qualifier);
    this.qualifier = isFixed
      ? qualifier
      : // The alias may be made after what uses its name.
        lazyText(() => aliasesOf(_function).get(qualifier)?.qualifier ?? qualifier);
  }

  public get functionName(): string {
    return this._function.functionName;
  }
}
