import type { Problem } from "./problem";

/** The most characters of the description of a function, trigger, alias, version or layer. */
export const MOST_DESCRIPTION_CHARACTERS = 256;

/** What is wrong with a `description`: at most 256 characters. */
export function descriptionProblem(text: string): Problem | undefined {
  const { length } = [...text];
  if (length <= MOST_DESCRIPTION_CHARACTERS) return undefined;
  return {
    got: `${length} characters`,
    expected: `at most ${MOST_DESCRIPTION_CHARACTERS} characters`,
    fix: "shorten it",
  };
}
