import { type Issue, Unknown, isAbsent, isRecord, kindOf, member, wrongKind } from "./issue";
import type { Problem } from "./problem";
import { wordProblem } from "./word";

/**
 * How an HTTP trigger can tell who calls, by the strings of `authType`.
 *
 * Source: "Configure an HTTP trigger", authentication methods. `basic` and `bearer` are the
 * console's names; no published list of the API has them.
 */
export const AUTH_TYPES = ["anonymous", "function", "jwt", "basic", "bearer"] as const;

/** What `auth_type` of a custom domain can be: the provider takes no other. */
export const DOMAIN_AUTH_TYPES = ["anonymous", "function", "jwt"] as const;

/** The members of `authConfig` by authentication type. That of `basic` is not published. */
export const AUTH_CONFIG_KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ["jwt", ["jwks", "tokenLookup", "claimPassBy", "whitelist", "blacklist"]],
  ["bearer", ["tokens"]],
]);

/** What is wrong with an authentication type. */
export function authTypeProblem(
  type: string,
  known: readonly string[] = AUTH_TYPES,
): Problem | undefined {
  return wordProblem(type, known);
}

/** What an authentication is written with: a trigger's and a custom domain's differ. */
export interface AuthWords {
  /** The argument with the keys, users or tokens. */
  readonly config: string;
  /** The types that can be written. */
  readonly types: readonly string[];
  /** How a type is written. */
  readonly write: (type: string) => string;
}

/** In `trigger_config`. */
export const TRIGGER_AUTH_WORDS: AuthWords = {
  config: "authConfig",
  types: AUTH_TYPES,
  write: (type) => `"authType": ${JSON.stringify(type)}`,
};

/** In `auth_config` of a custom domain. */
export const DOMAIN_AUTH_WORDS: AuthWords = {
  config: "auth_info",
  types: DOMAIN_AUTH_TYPES,
  write: (type) => `auth_type ${JSON.stringify(type)}`,
};

/** What is wrong with an `authConfig` as a whole, seen from the authentication type: missing or another type's where one is needed, there where none is. */
export function authConfigIssues(
  type: string,
  config: unknown,
  words: AuthWords = TRIGGER_AUTH_WORDS,
): readonly Issue[] {
  const needed = CONTENT.get(type);
  if (needed === undefined) return withoutConfig(type, config, words);
  if (config instanceof Unknown) return [{ path: [] }];
  const expected = `an object with ${needed}`;
  if (!isRecord(config)) return [{ path: [], problem: wrongKind(config, expected) }];
  if (Object.values(config).every(isAbsent)) {
    return [{ path: [], problem: { got: "an empty object", expected, fix: `give ${needed}` } }];
  }
  const meant = typeOf(config);
  if (meant === undefined || hasMemberOf(type, config)) return [];
  const got = `the ${words.config} of ${JSON.stringify(meant)}`;
  const other = words.types.includes(meant) ? `, or write ${words.write(meant)}` : "";
  const fix = `give ${needed}${other}`;
  return [{ path: [], problem: { got, expected, fix } }];
}

/** What an authentication type needs in its `authConfig`. */
const CONTENT: ReadonlyMap<string, string> = new Map([
  ["jwt", "the public keys and the place of the token"],
  ["basic", "the users and their passwords"],
  ["bearer", "the tokens"],
]);

function withoutConfig(type: string, config: unknown, words: AuthWords): readonly Issue[] {
  if (!(AUTH_TYPES as readonly string[]).includes(type)) return [];
  // An empty one configures nothing.
  if (isAbsent(config) || config === "") return [];
  if (isRecord(config) && Object.values(config).every(isAbsent)) return [];
  if (config instanceof Unknown) return [{ path: [] }];
  const meant = isRecord(config) ? typeOf(config) : undefined;
  const problem: Problem = {
    got: isRecord(config) ? `an ${words.config}` : kindOf(config),
    expected: `nothing: ${JSON.stringify(type)} reads no ${words.config}`,
    fix:
      meant === undefined || !words.types.includes(meant)
        ? `remove ${words.config}`
        : `remove ${words.config}, or write ${words.write(meant)}`,
  };
  return [{ path: [], problem }];
}

/** The authentication type whose members these are. */
function typeOf(config: Readonly<Record<string, unknown>>): string | undefined {
  for (const [type, keys] of AUTH_CONFIG_KEYS) {
    if (hasOneOf(keys, config)) return type;
  }
  return undefined;
}

function hasMemberOf(type: string, config: Readonly<Record<string, unknown>>): boolean {
  return hasOneOf(AUTH_CONFIG_KEYS.get(type) ?? ["users"], config);
}

function hasOneOf(keys: readonly string[], config: Readonly<Record<string, unknown>>): boolean {
  return keys.some((key) => !isAbsent(member(config, key).value));
}
