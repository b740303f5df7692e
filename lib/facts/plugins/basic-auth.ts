import { isAbsent } from "../issue";
import { all, list, missing, object, ofObject, text } from "./check";

/**
 * `basicAuth`: callers by name and password.
 *
 * Source: the provider's acceptance tests, where passwords are numbers; `usersDatasetId` from
 * "Basic authentication plug-in".
 */
export const basicAuth = all(
  object({
    known: {
      users: list(
        { expected: "a list of at least one user", least: 1 },
        object({
          known: { username: text("a user's name"), password: text("the user's password") },
          required: ["username", "password"],
        }),
      ),
      usersDatasetId: text("the id of a data set of users"),
    },
  }),
  ofObject((data) =>
    isAbsent(data.users) && isAbsent(data.usersDatasetId) && Object.keys(data).length === 0
      ? [{ path: ["users"], problem: missing("users") }]
      : [],
  ),
);
