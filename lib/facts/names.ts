import type { Problem } from "./problem";

const MOST_CHARACTERS = 128;
const SAFE_FUNCTION_CHARACTERS = 64;

/** What is wrong with a function's name: 1 to 128 of letters, digits, `-` and `_`, the first a letter or `_`. */
export function functionNameProblem(name: string): Problem | undefined {
  return nameProblem(name);
}

/** What speaks against a right function name: the service's documents disagree whether it takes more than 64 characters. */
export function functionNameDoubt(name: string): Problem | undefined {
  if (name.length <= SAFE_FUNCTION_CHARACTERS) return undefined;
  return {
    got: `${name.length} characters`,
    expected: `at most ${SAFE_FUNCTION_CHARACTERS} characters, which every tool takes`,
    fix: "shorten it",
  };
}

/** What is wrong with an alias' name: as for a function, and not `LATEST`. */
export function aliasNameProblem(name: string): Problem | undefined {
  if (name === "LATEST") {
    return {
      got: '"LATEST"',
      expected: "a name other than LATEST",
      fix: "give the alias another name: LATEST is the function's own head",
    };
  }
  return nameProblem(name);
}

/** What is wrong with a trigger's name: as for a function. */
export function triggerNameProblem(name: string): Problem | undefined {
  return nameProblem(name);
}

function nameProblem(name: string): Problem | undefined {
  const expected = `1 to ${MOST_CHARACTERS} letters, digits, "-" and "_", the first a letter or "_"`;
  if (name.length > MOST_CHARACTERS) {
    return { got: `${name.length} characters`, expected, fix: "shorten it" };
  }
  if (/^[_a-zA-Z][-_a-zA-Z0-9]*$/.test(name)) return undefined;
  const got = JSON.stringify(name);
  if (name === "") return { got, expected, fix: "give it a name" };
  const wrong = /[^-_a-zA-Z0-9]/u.exec(name)?.[0];
  return {
    got,
    expected,
    fix:
      wrong === undefined
        ? `begin with a letter or "_", not with ${JSON.stringify(name[0])}`
        : `remove ${JSON.stringify(wrong)}`,
  };
}
