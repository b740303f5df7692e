import { type ListBounds, isAbsent } from "../issue";
import { all, list, missing, object, ofObject, text } from "./check";

/** The users: at least one. */
export const BASIC_USERS: ListBounds = { expected: "a list of at least one user", least: 1 };

/** A user's name. */
export const basicUsername = text("a user's name");

/** The id of a data set of users. */
export const basicDataset = text("the id of a data set of users");

/** Users, or a data set of them. */
export const basicUsersGiven = ofObject((data) =>
  isAbsent(data.users) && isAbsent(data.usersDatasetId) && Object.keys(data).length === 0
    ? [{ path: ["users"], problem: missing("users") }]
    : [],
);

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
        BASIC_USERS,
        object({
          known: { username: basicUsername, password: text("the user's password") },
          required: ["username", "password"],
        }),
      ),
      usersDatasetId: basicDataset,
    },
  }),
  basicUsersGiven,
);
