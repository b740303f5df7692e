import { basicUsernameProblem, basicUsersIssues } from "../../facts/basic";
import { inTurn, issues, list, object, required, secret, text } from "../../props";
import type { HttpBasicProps } from "../http-auth-props";
import type { Credentials } from "./credentials";
import type { Scheme } from "./scheme";

/** Callers send a user's name and password. */
export function basicScheme(props: HttpBasicProps): Scheme {
  return {
    authType: "basic",
    problems: (at) => CHECK(props, at),
    config: () => ({
      users: props.users.map(({ username, password }) => ({ username, password })),
    }),
    credentials: () => basicCredentials,
  };
}

/** A user's name and password. */
export const basicCredentials: Credentials = {
  user: "$FC_USER:$FC_PASSWORD",
  variables: ["FC_USER", "FC_PASSWORD"],
};

const CHECK = object({
  users: required(
    inTurn(
      list(
        object({
          username: required(text(basicUsernameProblem)),
          password: required(secret()),
        }),
      ),
      issues(basicUsersIssues),
    ),
  ),
});
