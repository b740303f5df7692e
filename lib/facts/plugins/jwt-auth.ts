import { type Issue, inside, isAbsent, isRecord, repeated } from "../issue";
import { jwkIssues, jwksIssues } from "../jwt";
import { nearest } from "../nearest";
import {
  type Check,
  all,
  flag,
  likeOneOf,
  list,
  missing,
  object,
  ofObject,
  oneOf,
  text,
} from "./check";

/** The gateway also takes a key that does not say what it is for. */
function withoutSilent(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(
    ({ path, problem }) =>
      !(problem?.got === "nothing" && ["alg", "use"].includes(String(path.at(-1)))),
  );
}

const jwk: Check = (key) => withoutSilent(jwkIssues(key));

/** What is wrong with a JWK set whose keys the gateway is to have. */
export const gatewayJwksIssues: Check = (set) => withoutSilent(jwksIssues(set));

/** The name of what holds the token. */
export const jwtParameter = text("the name of the parameter that holds the token");

/** The names of a claim, here and there. */
export const jwtClaim = {
  claimName: text("the name of a claim"),
  parameterName: text("the name of the backend's parameter"),
};

const jwks: Check = (keys) => [
  ...list({ expected: "a list of at least one public key", least: 1 }, jwk)(keys),
  ...(Array.isArray(keys) ? repeatedKids(keys) : []),
];

function repeatedKids(keys: readonly unknown[]): readonly Issue[] {
  const kids = keys.map((key) => (isRecord(key) ? key.kid : undefined));
  return repeated(kids).map(({ index, first }) => ({
    path: [index, "kid"],
    problem: {
      got: `the kid of jwks[${first}]`,
      expected: "a kid of its own for each key",
      fix: "give one of the two another kid, or remove it",
    },
  }));
}

/** Exactly one of the two: a single key, or a set. */
const keys = ofObject((data) => {
  const given = ["jwk", "jwks"].filter((name) => !isAbsent(data[name]));
  if (given.length === 2) {
    const problem = {
      got: "jwk and jwks",
      expected: "one of the two",
      fix: "put the key of jwk into jwks, and remove jwk",
    };
    return [{ path: ["jwk"], problem }];
  }
  // Another spelling of the two is named as such.
  const other = Object.keys(data).filter((name) => !isAbsent(data[name]));
  if (other.some((name) => nearest(name, ["jwk", "jwks"]) !== undefined)) return [];
  return inside(["jwk"], [{ path: [], problem: { ...missing("jwk, or jwks"), fix: "give jwk" } }]);
});

/**
 * `jwtAuth`: callers by a token.
 *
 * Source: the provider's acceptance tests; `jwks`, cookies and the two switches that weaken it from
 * "JWT authentication plug-in".
 */
export const jwtAuth = all(
  object({
    known: {
      parameter: jwtParameter,
      parameterLocation: oneOf("header", "query", "cookie"),
      claimParameters: list(
        { expected: "a list of claims" },
        object({
          known: {
            ...jwtClaim,
            location: likeOneOf("header", "query", "path", "formData"),
          },
          required: ["claimName", "parameterName", "location"],
        }),
      ),
      preventJtiReplay: flag,
      bypassEmptyToken: flag,
      ignoreExpirationCheck: flag,
      jwk,
      jwks,
    },
    required: ["parameter"],
  }),
  keys,
);
