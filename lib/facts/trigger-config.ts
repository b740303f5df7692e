import { AUTH_CONFIG_KEYS } from "./auth-types";
import { type Issue, Unknown, inside, isAbsent, isRecord, kindOf, wrongKind } from "./issue";
import { nearest } from "./nearest";
import type { Problem } from "./problem";

/** The keys of an HTTP trigger's `trigger_config`. Source: FC 3.0 SDK, HTTPTriggerConfig. */
export const TRIGGER_CONFIG_KEYS = [
  "methods",
  "authType",
  "authConfig",
  "disableURLInternet",
  "corsConfig",
] as const;

/** The keys of `corsConfig`. Source: FC 3.0 SDK 4.7, CORSConfig. */
export const CORS_CONFIG_KEYS = [
  "allowCredentials",
  "allowHeaders",
  "allowMethods",
  "allowOrigins",
  "exposeHeaders",
  "maxAge",
] as const;

/**
 * What is wrong with an HTTP trigger's `trigger_config` as a whole: its shape, its keys, and the
 * kinds of `disableURLInternet` and `corsConfig`. The other values are checked by facts of their own.
 */
export function triggerConfigIssues(config: unknown): readonly Issue[] {
  if (config instanceof Unknown) return [{ path: [] }];
  if (!isRecord(config)) return [{ path: [], problem: wrongKind(config, CONFIG) }];
  const { authType, authConfig, corsConfig, disableURLInternet } = config;
  return [
    ...unknownKeys(config, TRIGGER_CONFIG_KEYS),
    ...inside(["disableURLInternet"], booleanIssues(disableURLInternet)),
    ...inside(["authConfig"], misspeltAuthKeys(authType, authConfig)),
    ...inside(["corsConfig"], corsIssues(corsConfig)),
  ];
}

const CONFIG = "a JSON object with methods, authType and disableURLInternet";

/** The keys that somebody meant by others: `authType` by `AuthTipe`. */
export function misspellings(keys: readonly string[]): ReadonlySet<string> {
  const meant = keys
    .filter((key) => !isConfigKey(key))
    .map((key) => nearest(key, TRIGGER_CONFIG_KEYS));
  return new Set(meant.filter((key) => key !== undefined));
}

function isConfigKey(key: string): boolean {
  return (TRIGGER_CONFIG_KEYS as readonly string[]).includes(key);
}

/** What is wrong with a key that is none of the known ones. */
export function unknownKeyProblem(key: string, known: readonly string[]): Problem {
  const meant = nearest(key, known);
  return {
    got: `the unknown key ${JSON.stringify(key)}`,
    expected: meant === undefined ? `only ${known.join(", ")}` : JSON.stringify(meant),
    fix: meant === undefined ? "remove it" : `write ${JSON.stringify(meant)}`,
  };
}

function unknownKeys(
  object: Readonly<Record<string, unknown>>,
  known: readonly string[],
): readonly Issue[] {
  return Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: [key], problem: unknownKeyProblem(key, known) }));
}

/** Near misses only: what else the service knows there is not published throughout. */
function nearMisses(
  object: Readonly<Record<string, unknown>>,
  known: readonly string[],
): readonly Issue[] {
  return unknownKeys(object, known).filter(({ path }) => nearest(String(path[0]), known));
}

function booleanIssues(value: unknown): readonly Issue[] {
  if (isAbsent(value) || value instanceof Unknown || typeof value === "boolean") return [];
  const meant = typeof value === "string" && /^(true|false)$/i.exec(value)?.[0].toLowerCase();
  return [
    {
      path: [],
      problem: {
        got: meant ? `the text ${JSON.stringify(value)}` : kindOf(value),
        expected: "true or false, without quotes",
        fix: meant ? `write ${meant} without quotes` : "write true or false",
      },
    },
  ];
}

function misspeltAuthKeys(type: unknown, config: unknown): readonly Issue[] {
  const known = typeof type === "string" ? AUTH_CONFIG_KEYS.get(type) : undefined;
  if (!known || !isRecord(config)) return [];
  const lowerCase = known.map((key) => key.toLowerCase());
  // The vendor's own sources differ in case here (`JWKS`, `whiteList`), so case alone is no mistake.
  return nearMisses(config, known).filter(
    ({ path }) => !lowerCase.includes(String(path[0]).toLowerCase()),
  );
}

function corsIssues(config: unknown): readonly Issue[] {
  if (isAbsent(config) || config instanceof Unknown) return [];
  if (!isRecord(config)) return [{ path: [], problem: wrongKind(config, "an object") }];
  return nearMisses(config, CORS_CONFIG_KEYS);
}
