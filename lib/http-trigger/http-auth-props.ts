import type { Jwks } from "./jwks";
import type { ClaimPassBy, TokenLookup } from "./jwt-places";

/** How Function Compute checks a JSON Web Token. */
export interface HttpJwtProps {
  /** The public keys that tokens are checked with. */
  readonly jwks: Jwks;
  /** Where the token is looked for, in this order; at least one place. */
  readonly tokenLookup: TokenLookup[];
  /**
   * Claims that are passed on to the function.
   *
   * @default - none
   */
  readonly claimPassBy?: ClaimPassBy[];
  /**
   * Paths that need no token: exact ones, or with `*` at the end. Not together with `blacklist`.
   *
   * @default - every path needs a token
   */
  readonly whitelist?: string[];
  /**
   * The only paths that need a token: exact ones, or with `*` at the end. Every other path is open.
   * Not together with `whitelist`.
   *
   * @default - every path needs a token
   */
  readonly blacklist?: string[];
}

/** A token that callers send as `Authorization: Bearer …`. */
export interface HttpBearerToken {
  /** Its name, unique in the trigger: 1 to 128 of letters, digits, `-` and `_`, the first no digit and no `-`. */
  readonly tokenName: string;
  /** A reference to the token, such as the value of a sensitive variable: 32 to 128 characters. Never the token itself. */
  readonly tokenData: string;
  /**
   * Whether it is taken.
   *
   * @default true
   */
  readonly enable?: boolean;
}

/** The tokens of which callers send one. */
export interface HttpBearerProps {
  /** 1 to 20 tokens. */
  readonly tokens: HttpBearerToken[];
}

/** A user with a password. */
export interface HttpBasicUser {
  /** The name: 12 to 128 characters. */
  readonly username: string;
  /** A reference to the password, such as the value of a sensitive variable: 12 to 128 characters. Never the password itself. */
  readonly password: string;
}

/** The users of whom callers are one. */
export interface HttpBasicProps {
  /** 1 to 20 users. */
  readonly users: HttpBasicUser[];
}
