import { Fn, Token } from "cdktf";
import { jwksIssues } from "../facts/jwt";
import { type PropProblem, issues } from "../props";

/**
 * A public key in the form of RFC 7517. Which members it has depends on `kty`: RSA has `n` and `e`,
 * EC has `crv`, `x` and `y`, OKP has `crv` and `x`. A private member (`d`, `p`, `q`, `dp`, `dq`,
 * `qi`, `oth`, `k`) is refused: only the issuer of tokens needs it.
 */
export interface Jwk {
  /** The key type: RSA, EC or OKP. */
  readonly kty: string;
  /** The algorithm that tokens are signed with, such as RS256. */
  readonly alg: string;
  /**
   * What the key is for.
   *
   * @default "sig"
   */
  readonly use?: string;
  /**
   * The key's id; a token that carries one is checked with that key. At most one key has none.
   *
   * @default - none
   */
  readonly kid?: string;
  /**
   * The modulus of an RSA key.
   *
   * @default - none
   */
  readonly n?: string;
  /**
   * The exponent of an RSA key.
   *
   * @default - none
   */
  readonly e?: string;
  /**
   * The curve of an EC or OKP key, such as P-256.
   *
   * @default - none
   */
  readonly crv?: string;
  /**
   * The x coordinate of an EC key, or the public key of an OKP key.
   *
   * @default - none
   */
  readonly x?: string;
  /**
   * The y coordinate of an EC key.
   *
   * @default - none
   */
  readonly y?: string;
}

/** The public keys that tokens are checked with: a JWK set. */
export class Jwks {
  /**
   * Of keys.
   *
   * @param keys at least one
   */
  public static fromKeys(...keys: Jwk[]): Jwks {
    return new Jwks({ keys: keys.map(withUse) });
  }

  /**
   * Of JSON text, as an issuer of tokens publishes it: `{"keys": […]}`.
   *
   * @param json the text, such as the content of a file, or a reference to it
   */
  public static fromJson(json: string): Jwks {
    return new Jwks(json);
  }

  private constructor(private readonly content: unknown) {}

  /**
   * @param at the prop that it is given as
   * @param issuesOf what is wrong with a set for the one who takes it; default: for Function Compute
   * @internal
   */
  public _problems(at: string, issuesOf = jwksIssues): readonly PropProblem[] {
    return issues(issuesOf)(this.content, at);
  }

  /** @internal */
  public get _json(): unknown {
    if (typeof this.content !== "string") return this.content;
    return Token.isUnresolved(this.content)
      ? Fn.jsondecode(this.content)
      : (JSON.parse(this.content) as unknown);
  }
}

/** The service wants `use`, which many issuers leave out. */
function withUse(key: Jwk): Jwk {
  const isObject = typeof key === "object" && key !== null && !Token.isUnresolved(key);
  return isObject && key.use === undefined ? { ...key, use: "sig" } : key;
}
