import { Token } from "cdktf";
import { requestHeaderProblem } from "../../../facts/headers";
import type { PropProblem } from "../../../props";

/** What is wrong with a parameter that is sent to the function, where it is a header. */
export function sentHeader({ name, location }: Record<string, unknown>): readonly PropProblem[] {
  if (location !== "header" || typeof name !== "string" || Token.isUnresolved(name)) return [];
  const problem = requestHeaderProblem(name);
  return problem ? [{ at: "name", ...problem }] : [];
}
