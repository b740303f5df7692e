import { Token } from "cdktf";
import { Dependable, type IConstruct } from "constructs";
import { LATEST, qualifierProblem } from "../facts/qualifier";
import type { IQualifiedFunction } from "../function/function-ref";
import { type Check, having, inTurn, text } from "../props";

/** What a trigger can call. */
export function targetCheck(): Check {
  const what = "a function, a version or an alias";
  return inTurn(having(["node", "functionName", "qualifier"], what), (value, at) => {
    const { functionName, qualifier } = value as IQualifiedFunction;
    return [
      ...text()(functionName, `${at}.functionName`),
      ...text(qualifierProblem)(qualifier, `${at}.qualifier`),
    ];
  });
}

/**
 * Makes a construct wait for what its target waits for. Terraform orders by references, so this is
 * for a target that names its version or alias by plain text.
 */
export function waitForTarget(construct: IConstruct, target: IQualifiedFunction): void {
  const { qualifier } = target;
  if (Token.isUnresolved(qualifier) || qualifier === LATEST) return;
  const after = {};
  // The target may learn later what it depends on.
  Dependable.implement(after, {
    get dependencyRoots() {
      return target.node.dependencies;
    },
  });
  construct.node.addDependency(after);
}
