import {
  type Issue,
  Unknown,
  inside,
  isAbsent,
  isRecord,
  kindOf,
  listIssues,
  member,
  textIssues,
  wrongKind,
} from "./issue";
import type { Problem } from "./problem";
import { twice } from "./twice";

/**
 * What is wrong with the tokens of a Bearer authentication. No problem shows a token.
 *
 * Source: "Enable Bearer authentication for an HTTP trigger", limits; the member names from
 * "Configure Bearer authentication for custom domain names".
 */
export function bearerIssues(config: Readonly<Record<string, unknown>>): readonly Issue[] {
  const { key, value } = member(config, "tokens");
  if (value === undefined && Object.keys(config).length > 0) return [];
  return inside([key], bearerTokensIssues(value));
}

/** The greatest number of tokens. */
export const MOST_BEARER_TOKENS = 20;

/** What is wrong with a list of tokens. */
export function bearerTokensIssues(tokens: unknown): readonly Issue[] {
  const bounds = { expected: "a list of 1 to 20 tokens", least: 1, most: MOST_BEARER_TOKENS };
  const issues = listIssues(tokens, bounds, tokenIssues);
  if (!Array.isArray(tokens)) return issues;
  return [
    ...issues,
    ...twice(tokens, "token", "tokenName", "name"),
    ...twice(tokens, "token", "tokenData", "value"),
  ];
}

function tokenIssues(token: unknown): readonly Issue[] {
  if (token instanceof Unknown) return [{ path: [] }];
  if (!isRecord(token)) {
    return [{ path: [], problem: wrongKind(token, "an object with tokenName and tokenData") }];
  }
  const name = member(token, "tokenName");
  const data = member(token, "tokenData");
  return [
    ...inside([name.key], textIssues(name.value, NAME, bearerTokenNameProblem)),
    ...inside([data.key], textIssues(data.value, LENGTH, bearerTokenProblem)),
  ];
}

const NAME = "1 to 128 of letters, digits, - and _, of which the first is no digit and no -";

/** What is wrong with the name of a token. */
export function bearerTokenNameProblem(name: string): Problem | undefined {
  if (/^[A-Za-z_][-\w]{0,127}$/.test(name)) return undefined;
  return {
    got: name === "" || name.length > 128 ? length(name) : JSON.stringify(name),
    expected: NAME,
    fix: name.length > 128 ? "shorten it" : "give it such a name",
  };
}

const LENGTH = "32 to 128 characters";

/** What is wrong with a token. It is not shown. */
export function bearerTokenProblem(token: string): Problem | undefined {
  if (token.length < 32 || token.length > 128) {
    return { got: length(token), expected: LENGTH, fix: "make a token of 32 to 128 characters" };
  }
  if (/^[-A-Za-z0-9+/=~.]*$/.test(token)) return undefined;
  return {
    got: "a token with another character",
    expected: "only A-Z a-z 0-9 + / = - ~ .",
    fix: "make a token of these characters, such as base64 of random bytes",
  };
}

function length(text: string): string {
  return isAbsent(text) || text === "" ? kindOf(text) : `${text.length} characters`;
}
