import {
  type Check,
  enumeration,
  having,
  inTurn,
  instance,
  list,
  object,
  optional,
  required,
  text,
} from "../props";
import { Runtime, RuntimeClass } from "./runtime";

/** Checks of the props that every construct takes. cdktf's classes are nominal, its interfaces are not. */
export const constructProps = {
  provider: optional(having(["fqn"], "a provider, such as an AlicloudProvider")),
  dependsOn: optional(
    list(having(["fqn"], "a resource; for a construct of this library use node.addDependency")),
  ),
};

/** A runtime; a text that is the name of one is told which. */
export const runtimeProp: Check = (value, at) => {
  if (typeof value === "string") return [namedRuntimeProblem(value, at)];
  return inTurn(instance(Runtime, "Runtime.CUSTOM_DEBIAN12"), (runtime, place) =>
    object({ name: required(text()), runtimeClass: required(enumeration({ ...RuntimeClass })) })(
      { ...(runtime as Runtime) },
      place,
    ),
  )(value, at);
};

function namedRuntimeProblem(name: string, at: string) {
  const members = Object.entries(Runtime).filter(([, member]) => member instanceof Runtime);
  const [meant] = members.find(([, member]) => member.name === name) ?? ["CUSTOM_DEBIAN12"];
  const expected = `a Runtime, such as Runtime.${meant}`;
  return { at, got: JSON.stringify(name), expected, fix: `write Runtime.${meant}` };
}

/** A function, made here or imported. */
export const functionProp = having(["functionName", "functionArn"], "a function");

/** A version of a function: by its construct, or by its number. */
export const versionProp = having(
  ["functionName", "qualifier"],
  'a version, such as orders.currentVersion or orders.atQualifier("3")',
);
