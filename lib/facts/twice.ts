import { type Issue, isRecord, member, repeated } from "./issue";

/**
 * What is wrong with a member that has to differ between the objects of a list. It is not shown: it
 * may be a secret.
 *
 * @param noun what each object is; the list has its plural for a name
 * @param name of the member
 * @param what the member is, in words
 */
export function twice(
  list: readonly unknown[],
  noun: string,
  name: string,
  what: string,
): readonly Issue[] {
  const members = list.map((item) => (isRecord(item) ? member(item, name) : undefined));
  return repeated(members.map((found) => found?.value)).map(({ index, first }) => ({
    path: [index, members[index]?.key ?? name],
    problem: {
      got: `the ${what} of ${noun}s[${first}]`,
      expected: `a ${what} of its own for each ${noun}`,
      fix: `give one of the two another ${what}, or remove it`,
    },
  }));
}
