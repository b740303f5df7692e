import {
  type Issue,
  Unknown,
  inside,
  isAbsent,
  isRecord,
  kindOf,
  listIssues,
  member,
  repeated,
  textIssues,
  wrongKind,
} from "./issue";
import { notEmpty } from "./not-empty";
import type { Problem } from "./problem";

/**
 * What Function Compute reads of a JWT authentication: of an HTTP trigger's `authConfig`, and of a
 * custom domain's `auth_info`.
 *
 * Source: "Configure JWT authentication for an HTTP trigger", "… for custom domain names"; the
 * texts' grammar from the vendor's deployment tool fc3 (src/interface/trigger.ts).
 */
type Config = Readonly<Record<string, unknown>>;

/** Where a token can be read, and a claim can be passed on. */
export const JWT_POSITIONS = ["header", "cookie", "query", "form"] as const;

/** Members that only a private or a symmetric key has (RFC 7518, section 6). */
export const PRIVATE_JWK_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"] as const;

/** What a key of a type has, and which algorithms it fits (RFC 7518, RFC 8037). */
const KEY_TYPES: ReadonlyMap<
  string,
  { readonly members: readonly string[]; readonly algorithms: readonly string[] }
> = new Map([
  [
    "RSA",
    { members: ["n", "e"], algorithms: ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"] },
  ],
  ["EC", { members: ["crv", "x", "y"], algorithms: ["ES256", "ES384", "ES512", "ES256K"] }],
  ["OKP", { members: ["crv", "x"], algorithms: ["EdDSA"] }],
]);

const KEY_SET = 'a JWK set: {"keys": […]}';

/** What is wrong with the JWK set of an `authConfig`. */
export function jwtKeyIssues(config: Config): readonly Issue[] {
  const { key, value } = member(config, "jwks");
  return inside([key], jwksIssues(value));
}

/** What is wrong with a JWK set. Text is read as the JSON in it. */
export function jwksIssues(jwks: unknown): readonly Issue[] {
  if (jwks instanceof Unknown) return [{ path: [] }];
  if (typeof jwks === "string") return jwksTextIssues(jwks);
  if (!isRecord(jwks)) return [{ path: [], problem: wrongKind(jwks, KEY_SET) }];
  const { key: name, value: keys } = member(jwks, "keys");
  const issues = listIssues(
    keys,
    { expected: "a list of at least one public key", least: 1 },
    jwkIssues,
  );
  return inside([name], [...issues, ...kidIssues(keys)]);
}

function jwksTextIssues(text: string): readonly Issue[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const problem = { got: "text that is not JSON", expected: KEY_SET, fix: `give ${KEY_SET}` };
    return [{ path: [], problem }];
  }
  return typeof json === "string"
    ? [{ path: [], problem: wrongKind(json, KEY_SET) }]
    : jwksIssues(json);
}

/** What is wrong with one public key. */
export function jwkIssues(jwk: unknown): readonly Issue[] {
  if (jwk instanceof Unknown) return [{ path: [] }];
  if (!isRecord(jwk)) return [{ path: [], problem: wrongKind(jwk, "a JWK, an object") }];
  const secret = PRIVATE_JWK_MEMBERS.filter((name) => !isAbsent(jwk[name]));
  if (secret.length > 0) return [{ path: [], problem: privateKeyProblem(secret) }];
  return [
    ...inside(["kty"], textIssues(jwk.kty, "the key type, such as RSA", keyTypeProblem)),
    ...inside(
      ["alg"],
      textIssues(jwk.alg, "the algorithm, such as RS256", algorithmProblem(jwk.kty)),
    ),
    ...inside(
      ["use"],
      textIssues(
        jwk.use,
        'the use of the key, "sig"',
        notEmpty(wrongKind("", 'the use of the key, "sig"')),
      ),
    ),
    ...publicMembers(jwk).flatMap((name) => {
      const expected = `the public member ${name} of ${aKey(String(jwk.kty))}`;
      return inside([name], textIssues(jwk[name], expected, notEmpty(wrongKind("", expected))));
    }),
  ];
}

function publicMembers(jwk: Config): readonly string[] {
  return typeof jwk.kty === "string" ? (KEY_TYPES.get(jwk.kty)?.members ?? []) : [];
}

function aKey(type: string): string {
  return KEY_TYPES.has(type) ? `an ${type} key` : "a key";
}

function privateKeyProblem(names: readonly string[]): Problem {
  const one = names.length === 1;
  return {
    got: `the private ${one ? "member" : "members"} ${names.join(", ")}`,
    expected: "public members only",
    fix: `remove ${one ? "it" : "them"}, and make a new key pair: this private key can be read in the configuration and in the state`,
  };
}

function keyTypeProblem(type: string): Problem | undefined {
  const known = [...KEY_TYPES.keys()];
  if (known.includes(type)) return undefined;
  const upper = type.toUpperCase();
  return {
    got: JSON.stringify(type),
    expected: `one of ${known.join(", ")}`,
    fix: known.includes(upper)
      ? `write ${JSON.stringify(upper)}`
      : "give a key that has a public half",
  };
}

function algorithmProblem(type: unknown): (algorithm: string) => Problem | undefined {
  return (algorithm) => {
    const own = typeof type === "string" ? KEY_TYPES.get(type)?.algorithms : undefined;
    const fitting = own ?? [...KEY_TYPES.values()].flatMap((known) => known.algorithms);
    if (fitting.includes(algorithm)) return undefined;
    const meant = fitting.find((known) => known.toLowerCase() === algorithm.toLowerCase());
    return {
      got: JSON.stringify(algorithm),
      expected: `one of ${fitting.join(", ")}${own ? `, which fit ${aKey(String(type))}` : ""}`,
      fix: meant
        ? `write ${JSON.stringify(meant)}`
        : "write the algorithm that the tokens are signed with",
    };
  };
}

function kidIssues(keys: unknown): readonly Issue[] {
  if (!Array.isArray(keys) || keys.length < 2) return [];
  const ids = keys.map((key) => (isRecord(key) ? key.kid : undefined));
  const without = keys.flatMap((key, index) =>
    isRecord(key) && (isAbsent(key.kid) || key.kid === "") ? [index] : [],
  );
  const second: readonly Issue[] = without.slice(1).map((index) => ({
    path: [index, "kid"],
    problem: {
      got: `a second key without kid, beside keys[${without[0]}]`,
      expected: "at most one key without kid",
      fix: "give each key a kid, the one that its tokens carry",
    },
  }));
  const twice: readonly Issue[] = repeated(ids.map((id) => (id === "" ? undefined : id))).map(
    ({ index, first }) => ({
      path: [index, "kid"],
      problem: {
        got: `the kid of keys[${first}]`,
        expected: "a kid of its own for each key",
        fix: "give one of the two another kid, or remove it",
      },
    }),
  );
  const open: readonly Issue[] = ids.flatMap((id, index) =>
    id instanceof Unknown ? [{ path: [index, "kid"] }] : [],
  );
  return [...second, ...twice, ...open];
}

/** One place where a token is looked for: `header:Authorization:Bearer `. */
export interface TokenPlace {
  /** `header`, `cookie`, `query` or `form`. */
  readonly position: string;
  /** The name of the header, cookie or parameter. */
  readonly name: string;
  /** What is cut off before the token, in a header; it ends with a space. */
  readonly prefix?: string;
}

/** The places of a `tokenLookup` that follow the grammar. */
export function tokenPlaces(tokenLookup: string): readonly TokenPlace[] {
  return tokenLookup
    .split(",")
    .filter((entry) => tokenPlaceProblem(entry) === undefined)
    .map((entry) => {
      const [position, name, prefix] = entry.split(":");
      return { position, name, prefix };
    });
}

/** What is wrong with a `tokenLookup`: `position:name` or `header:name:prefix`, several with commas between them. */
export function tokenLookupProblem(text: string): Problem | undefined {
  return firstProblem(text.split(","), tokenPlaceProblem);
}

/** What is wrong with a `claimPassBy`: `position:claim:name`, several with commas between them. */
export function claimPassByProblem(text: string): Problem | undefined {
  return text === "" ? undefined : firstProblem(text.split(","), claimProblem);
}

/** What is wrong with `tokenLookup` and `claimPassBy` of an `authConfig`. */
export function jwtLookupIssues(config: Config): readonly Issue[] {
  const lookup = member(config, "tokenLookup");
  const claims = member(config, "claimPassBy");
  return [
    ...inside(
      [lookup.key],
      textIssues(
        lookup.value,
        'the place of the token, such as "header:Authorization:Bearer "',
        tokenLookupProblem,
      ),
    ),
    ...(isAbsent(claims.value)
      ? []
      : inside(
          [claims.key],
          textIssues(claims.value, 'text such as "header:sub:x-user"', claimPassByProblem),
        )),
  ];
}

/** What is wrong with the header prefixes of an `authConfig`: a word without the space behind it stays in front of the token. */
export function jwtPrefixIssues(config: Config): readonly Issue[] {
  const { key, value } = member(config, "tokenLookup");
  if (value instanceof Unknown) return [{ path: [key] }];
  if (typeof value !== "string") return [];
  return tokenPlaces(value).flatMap((place) => {
    const problem = prefixProblem(place);
    return problem ? [{ path: [key], problem }] : [];
  });
}

/** What is wrong with the prefix of one place. */
export function prefixProblem({ name, prefix }: TokenPlace): Problem | undefined {
  const word = /^(\S*\w)( *)$/.exec(prefix ?? "");
  if (!word || word[2] === " ") return undefined;
  const right = `header:${name}:${word[1]} `;
  return {
    got: `the prefix ${JSON.stringify(prefix)} for the header ${JSON.stringify(name)}`,
    expected: "a prefix that ends with one space, as the header has it before the token",
    fix: `write ${JSON.stringify(right)}`,
  };
}

const TOKEN_PLACE = "position:name, or header:name:prefix, with a comma between two";

function tokenPlaceProblem(entry: string): Problem | undefined {
  const [position, name, prefix, ...more] = entry.split(":");
  const wrong = positionProblem(entry, position, TOKEN_PLACE);
  if (wrong) return wrong;
  const got = JSON.stringify(entry);
  if (name === undefined || name === "") {
    return {
      got,
      expected: TOKEN_PLACE,
      fix: `name the ${position === "header" || position === "cookie" ? position : "parameter"}`,
    };
  }
  if (more.length > 0) {
    return { got, expected: TOKEN_PLACE, fix: "remove the parts behind the prefix" };
  }
  return prefix !== undefined && position !== "header"
    ? { got, expected: TOKEN_PLACE, fix: `remove the prefix: only a header has one` }
    : undefined;
}

const CLAIM = "position:claim:name, with a comma between two";

function claimProblem(entry: string): Problem | undefined {
  const parts = entry.split(":");
  const wrong = positionProblem(entry, parts[0], CLAIM);
  if (wrong) return wrong;
  return parts.length === 3
    ? undefined
    : {
        got: JSON.stringify(entry),
        expected: CLAIM,
        fix: 'write three parts, such as "header:sub:x-user"',
      };
}

function positionProblem(entry: string, position: string, expected: string): Problem | undefined {
  if ((JWT_POSITIONS as readonly string[]).includes(position)) return undefined;
  const meant = position.trim().toLowerCase();
  return {
    got: JSON.stringify(entry),
    expected: `${expected}; a position is one of ${JWT_POSITIONS.join(", ")}`,
    fix: (JWT_POSITIONS as readonly string[]).includes(meant)
      ? `write ${meant} instead of ${JSON.stringify(position)}`
      : "begin it with a position",
  };
}

function firstProblem(
  entries: readonly string[],
  problem: (entry: string) => Problem | undefined,
): Problem | undefined {
  for (const entry of entries) {
    const found = problem(entry);
    if (found) return found;
  }
  return undefined;
}

/** What is wrong with `whitelist` (paths that need no token) and `blacklist` (the only ones that need one) of an `authConfig`. */
export function jwtPathIssues(config: Config): readonly Issue[] {
  const lists = [member(config, "whitelist"), member(config, "blacklist")];
  const [white, black] = lists;
  if (isSet(white.value) && isSet(black.value)) {
    const problem = {
      got: "a whitelist and a blacklist",
      expected: "one of the two",
      fix: "remove one: whitelist names the paths that need no token, blacklist the only ones that need one",
    };
    return [{ path: [black.key], problem }];
  }
  return lists.flatMap(({ key, value }) =>
    inside([key], isAbsent(value) ? [] : pathListIssues(value)),
  );
}

function isSet(list: unknown): boolean {
  if (list instanceof Unknown) return false;
  return Array.isArray(list) ? list.length > 0 : !isAbsent(list);
}

function pathListIssues(paths: unknown): readonly Issue[] {
  return listIssues(paths, { expected: "a list of paths" }, (path) =>
    textIssues(path, "a path", jwtPathProblem),
  );
}

/** What is wrong with a path of `whitelist` or `blacklist`. */
export function jwtPathProblem(path: string): Problem | undefined {
  const star = path.indexOf("*");
  if (path.startsWith("/") && (star === -1 || star === path.length - 1)) return undefined;
  return {
    got: path === "" ? kindOf(path) : JSON.stringify(path),
    expected: "a path that starts with / and has * only at its end",
    fix: path.startsWith("/")
      ? "name the paths one by one, or cut them off behind the first * if all that begins so is meant"
      : `write ${JSON.stringify(`/${path}`)}`,
  };
}
