import { type Issue, listIssues, repeated, textIssues } from "./issue";
import { nearest } from "./nearest";
import { PROTOCOLS } from "./protocols";
import type { Problem } from "./problem";

/** What is wrong with the protocols that a trigger declares: none, one that there is not, one twice. */
export function protocolsIssues(protocols: unknown): readonly Issue[] {
  const bounds = { expected: "a list of at least one protocol", least: 1 };
  const issues = listIssues(protocols, bounds, (protocol) =>
    textIssues(protocol, 'a protocol, such as "WebSocket"', protocolProblem),
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

function protocolProblem(protocol: string): Problem | undefined {
  const known = Object.keys(PROTOCOLS);
  if (known.includes(protocol)) return undefined;
  const meant = nearest(protocol, known);
  return {
    got: JSON.stringify(protocol),
    expected: `one of ${known.join(", ")}`,
    fix: meant === undefined ? "write one of these" : `write ${JSON.stringify(meant)}`,
  };
}
