/** What is wrong with a JWT authentication, in the words that triggers and custom domains share. */
export const JWT_MESSAGES = {
  keys: "the JWK set must hold complete public keys that can be told apart",
  lookup: "tokenLookup and claimPassBy must follow their grammar",
  prefix: "the space between the prefix and the token must be part of the prefix",
  paths: "whitelist and blacklist must name paths, and only one of them can be set",
} as const;
