import { aliasNameProblem } from "./names";
import type { Problem } from "./problem";

/** The qualifier of the function's newest code. Written so: the service looks any other spelling up as an alias. */
export const LATEST = "LATEST";

/** Whether a qualifier is a version's number, as the service counts them: from 1, at most 10 digits. */
export function isVersionNumber(qualifier: string): boolean {
  return /^[1-9]\d{0,9}$/.test(qualifier);
}

/** What is wrong with the spelling of a qualifier: LATEST, a version's number or the name of an alias. */
export function qualifierProblem(qualifier: string): Problem | undefined {
  if (qualifier === LATEST || isVersionNumber(qualifier)) return undefined;
  const expected = "LATEST, a version's number or the name of an alias";
  if (qualifier.replace(/^\$/, "").toUpperCase() === LATEST) {
    return { got: JSON.stringify(qualifier), expected, fix: 'write "LATEST", in capitals' };
  }
  const problem = aliasNameProblem(qualifier);
  if (!problem) return undefined;
  return {
    got: problem.got,
    expected: `${expected} (${problem.expected})`,
    fix: "name LATEST, a version or an alias",
  };
}
