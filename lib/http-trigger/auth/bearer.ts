import { bearerTokenNameProblem, bearerTokensIssues } from "../../facts/bearer";
import { bool, inTurn, issues, list, object, optional, required, secret, text } from "../../props";
import type { HttpBearerProps } from "../http-auth-props";
import type { Scheme } from "./scheme";

/** Callers send one of the tokens. */
export function bearerScheme(props: HttpBearerProps): Scheme {
  return {
    authType: "bearer",
    problems: (at) => CHECK(props, at),
    config: () => ({
      tokens: props.tokens.map(({ tokenName, enable, tokenData }) => ({
        tokenName,
        enable: enable ?? true,
        tokenData,
      })),
    }),
    credentials: () => ({
      headers: ["Authorization: Bearer $FC_TOKEN"],
      variables: ["FC_TOKEN"],
    }),
  };
}

const CHECK = object({
  tokens: required(
    inTurn(
      list(
        object({
          tokenName: required(text(bearerTokenNameProblem)),
          tokenData: required(secret()),
          enable: optional(bool()),
        }),
      ),
      issues(bearerTokensIssues),
    ),
  ),
});
