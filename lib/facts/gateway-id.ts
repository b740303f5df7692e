import type { Problem } from "./problem";

/** What is wrong with the id of an app or of an account that calls a gateway: a whole number, as text. */
export function callerIdProblem(id: string): Problem | undefined {
  if (/^[1-9]\d*$/.test(id)) return undefined;
  const expected = "an id of digits, such as 110982419";
  return { got: JSON.stringify(id), expected, fix: "write the id, not the name" };
}
