import { nearest } from "./nearest";
import type { Problem } from "./problem";

/** What is wrong with a word that has to be one of a list. */
export function wordProblem(word: string, known: readonly string[]): Problem | undefined {
  if (known.includes(word)) return undefined;
  const meant = nearest(word, known);
  return {
    got: JSON.stringify(word),
    expected: `one of ${known.join(", ")}`,
    fix: meant === undefined ? "write one of these" : `write ${JSON.stringify(meant)}`,
  };
}
