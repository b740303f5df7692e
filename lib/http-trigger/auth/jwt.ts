import { jwtPathIssues } from "../../facts/jwt";
import { notEmpty } from "../../facts/not-empty";
import { issues, list, literal, object, optional, own, required, text } from "../../props";
import type { HttpJwtProps } from "../http-auth-props";
import { Jwks } from "../jwks";
import { ClaimPassBy, TokenLookup } from "../jwt-places";
import type { Scheme } from "./scheme";

/** Callers send a JSON Web Token. */
export function jwtScheme(props: HttpJwtProps): Scheme {
  return {
    authType: "jwt",
    problems: (at) => CHECK(props, at),
    config: () => ({
      jwks: props.jwks._json,
      tokenLookup: props.tokenLookup.map((place) => place._text).join(","),
      // The vendor's own tool sends this where no claim is passed on.
      claimPassBy: (props.claimPassBy ?? []).map((claim) => claim._text).join(",") || "query::",
      whitelist: props.whitelist ?? undefined,
      blacklist: props.blacklist ?? undefined,
    }),
    credentials: () => props.tokenLookup[0]._credentials,
  };
}

const LOOKUP = 'TokenLookup.header("Authorization", "Bearer")';

const atLeastOnePlace = notEmpty({
  got: "an empty list",
  expected: "a list of at least one place",
  fix: `give ${LOOKUP}`,
});

const CHECK = object(
  {
    jwks: required(own(Jwks, "Jwks.fromKeys({ … })")),
    tokenLookup: required(literal(list(own(TokenLookup, LOOKUP), atLeastOnePlace))),
    claimPassBy: optional(literal(list(own(ClaimPassBy, 'ClaimPassBy.header("sub", "x-user")')))),
    whitelist: optional(list(text())),
    blacklist: optional(list(text())),
  },
  (config) => issues((paths) => jwtPathIssues(paths as Record<string, unknown>))(paths(config), ""),
);

function paths({ whitelist, blacklist }: Record<string, unknown>): object {
  return { whitelist, blacklist };
}
