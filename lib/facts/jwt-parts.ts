import type { Problem } from "./problem";

/** What is wrong with a part of a `tokenLookup` or `claimPassBy`, where `:` and `,` stand between parts. */
export function jwtPartProblem(text: string): Problem | undefined {
  const wrong = /[:,]/.exec(text)?.[0];
  if (wrong === undefined) return undefined;
  return {
    got: JSON.stringify(text),
    expected: 'text without ":" and ",", which stand between the parts',
    fix: `remove ${JSON.stringify(wrong)}`,
  };
}

/** What is wrong with the name of a header, cookie, parameter or field there. */
export function jwtNameProblem(name: string): Problem | undefined {
  if (name !== "") return jwtPartProblem(name);
  return { got: "an empty text", expected: "a name", fix: "give it a name" };
}
