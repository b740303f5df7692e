import { type Issue, listIssues, repeated, textIssues } from "./issue";
import { PROTOCOLS } from "./protocols";
import { wordProblem } from "./word";

/** What is wrong with the protocols that a trigger declares: none, one that there is not, one twice. */
export function protocolsIssues(protocols: unknown): readonly Issue[] {
  const bounds = { expected: "a list of at least one protocol", least: 1 };
  const issues = listIssues(protocols, bounds, (protocol) =>
    textIssues(protocol, 'a protocol, such as "WebSocket"', (word) =>
      wordProblem(word, Object.keys(PROTOCOLS)),
    ),
  );
  if (!Array.isArray(protocols)) return issues;
  const twice = repeated(protocols).map(({ index, first }) => ({
    path: [index],
    problem: {
      got: `${JSON.stringify(protocols[index])} again, as protocols[${first}]`,
      expected: "each protocol once",
      fix: "remove it",
    },
  }));
  return [...issues, ...twice];
}
