import { anything, having, list, optional } from "../props";

/** Checks of the props that every construct takes: cdktf itself looks into them. */
export const constructProps = {
  provider: optional(anything()),
  dependsOn: optional(list(anything())),
};

/** A function, made here or imported. */
export const functionProp = having(["functionName", "functionArn"], "a function");

/** A version of a function: by its construct, or by its number. */
export const versionProp = having(
  ["functionName", "qualifier"],
  'a version, such as orders.currentVersion or orders.atQualifier("3")',
);
