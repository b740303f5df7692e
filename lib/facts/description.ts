import type { Problem } from "./problem";

/** The most characters of the description of a function, trigger, alias, version or layer. */
export const MOST_DESCRIPTION_CHARACTERS = 256;

/** What is wrong with a `description`: at most 256 characters, or as many as the service takes there. */
export function descriptionProblem(
  text: string,
  most = MOST_DESCRIPTION_CHARACTERS,
): Problem | undefined {
  const { length } = [...text];
  if (length <= most) return undefined;
  return {
    got: `${length} characters`,
    expected: `at most ${most} characters`,
    fix: "shorten it",
  };
}
