import {
  type Issue,
  Unknown,
  inside,
  isAbsent,
  isRecord,
  listIssues,
  member,
  textIssues,
} from "./issue";
import type { Problem } from "./problem";
import { twice } from "./twice";

/**
 * What is wrong with the users of a Basic authentication. The shape of this `authConfig` is not
 * published: only a list `users` of objects with `username` and `password` is looked at, and what
 * is not of that shape is left alone. No problem shows a password.
 *
 * Source: "Configure Basic authentication for an HTTP trigger", limits; "… for custom domain names".
 */
export function basicIssues(config: Readonly<Record<string, unknown>>): readonly Issue[] {
  const { key, value } = member(config, "users");
  if (!(value instanceof Unknown) && !Array.isArray(value)) return [];
  return inside([key], basicUsersIssues(value));
}

/** The greatest number of users. */
export const MOST_BASIC_USERS = 20;

/** What is wrong with a list of users. */
export function basicUsersIssues(users: unknown): readonly Issue[] {
  const bounds = { expected: "a list of 1 to 20 users", least: 1, most: MOST_BASIC_USERS };
  const issues = listIssues(users, bounds, userIssues);
  if (!Array.isArray(users)) return issues;
  return [
    ...issues,
    ...twice(users, "user", "username", "name"),
    ...twice(users, "user", "password", "password"),
  ];
}

function userIssues(user: unknown): readonly Issue[] {
  if (user instanceof Unknown) return [{ path: [] }];
  if (!isRecord(user)) return [];
  const name = member(user, "username");
  const password = member(user, "password");
  // A user with neither is of a shape that nobody published; so is one with more beside the one.
  const [only] = Object.keys(user).length === 1 ? [name, password] : [];
  const isUser = only !== undefined && !(isAbsent(name.value) && isAbsent(password.value));
  return [
    ...(isAbsent(name.value) && !isUser
      ? []
      : inside([name.key], textIssues(name.value, NAME, basicUsernameProblem))),
    ...(isAbsent(password.value) && !isUser
      ? []
      : inside([password.key], textIssues(password.value, PASSWORD, basicPasswordProblem))),
  ];
}

const NAME = "12 to 128 of letters, digits, -, _ and ., of which the first is a letter or _";

/** What is wrong with a user's name. */
export function basicUsernameProblem(name: string): Problem | undefined {
  if (name.length < 12 || name.length > 128) {
    return {
      got: `a name of ${name.length} characters`,
      expected: "12 to 128 characters",
      fix: name.length < 12 ? "make it longer" : "shorten it",
    };
  }
  if (/^[A-Za-z_][-\w.]*$/.test(name)) return undefined;
  return { got: JSON.stringify(name), expected: NAME, fix: "give it such a name" };
}

const PASSWORD = "12 to 128 characters";

/** What a password has at least one of, in words. */
const CLASSES: readonly (readonly [string, RegExp])[] = [
  ["an upper case letter", /[A-Z]/],
  ["a lower case letter", /[a-z]/],
  ["a digit", /[0-9]/],
  ["one of ! @ # $ % ^ & * ( )", /[!@#$%^&*()]/],
];

/** What is wrong with a password. It is not shown. */
export function basicPasswordProblem(password: string): Problem | undefined {
  if (password.length < 12 || password.length > 128) {
    return {
      got: `a password of ${password.length} characters`,
      expected: PASSWORD,
      fix: password.length < 12 ? "make it longer" : "shorten it",
    };
  }
  const missing = CLASSES.filter(([, pattern]) => !pattern.test(password)).map(([name]) => name);
  if (missing.length === 0) return undefined;
  return {
    got: `a password without ${missing.join(", without ")}`,
    expected: CLASSES.map(([name]) => name).join(", "),
    fix: "make a password that has all of them",
  };
}
