import type { Problem } from "./problem";

/** Has the problem with a text or a list in which there is nothing. */
export function notEmpty(
  problem: Problem,
): (given: string | readonly unknown[]) => Problem | undefined {
  return (given) => (given.length > 0 ? undefined : problem);
}

/** Has the problem with a text in which there is nothing but white space. */
export function notBlank(problem: Problem): (text: string) => Problem | undefined {
  return (text) => (text.trim() !== "" ? undefined : problem);
}
