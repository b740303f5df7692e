/** What the library needs of Resource Orchestration Service (ROS). */
import type { Problem } from "./problem";

/** The type that binds a domain to an API group: the only way today to do it by Terraform. */
export const DOMAIN_BINDING_TYPE = "ALIYUN::ApiGateway::CustomDomain";

/** The most characters of a stack's name. Source: CreateStack, `StackName`. */
export const ROS_STACK_NAME_CHARACTERS = 255;

/**
 * What is wrong with the name of a stack: letters, digits, `-` and `_`, the first a letter or a digit.
 *
 * Source: CreateStack, `StackName`.
 *
 * @param name the name
 * @param most the most characters
 */
export function rosStackNameProblem(name: string, most: number): Problem | undefined {
  const expected = `1 to ${most} letters, digits, "-" and "_", the first a letter or a digit`;
  if (name.length > most) return { got: `${name.length} characters`, expected, fix: "shorten it" };
  const got = JSON.stringify(name);
  const other = /[^-_a-zA-Z0-9]/u.exec(name)?.[0];
  if (other !== undefined) return { got, expected, fix: `remove ${JSON.stringify(other)}` };
  if (/^[a-zA-Z0-9]/.test(name)) return undefined;
  return { got, expected, fix: name === "" ? "give it a name" : "begin with a letter" };
}
