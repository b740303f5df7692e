import type { Problem } from "../problem";

/** A second plugin of a type where one is in effect already. */
export function secondPluginProblem(second: {
  /** The type. */
  readonly type: string;
  /** What both are attached to: `group`. */
  readonly target: string;
  /** On which stage: `stage "RELEASE"`. */
  readonly on: string;
  /** The first. */
  readonly beside: string;
  /** What there are two of: `attachments`. */
  readonly what: string;
}): Problem {
  const { type, target, on, beside, what } = second;
  return {
    got: `a second plugin ${type} for the ${target} on ${on}, beside ${beside}`,
    expected: `one plugin of a type for each ${target} and stage`,
    fix: `remove one of the two ${what}, or put what both plugins do into one plugin`,
  };
}

/** Whether a token is read from the header that basic authentication is read from. */
export function readsAuthorization(parameter?: string, location = "header"): boolean {
  return parameter?.toLowerCase() === "authorization" && location === "header";
}

/** A basicAuth and a jwtAuth plugin that both read the header Authorization; where is said behind `got`. */
export const BOTH_READ_AUTHORIZATION: Problem = {
  got: "a basicAuth plugin, and a jwtAuth plugin that reads Authorization,",
  expected: "one of the two, or a jwtAuth plugin that reads another header",
  fix: "let the jwtAuth plugin read another header, such as X-Token, or detach one of the two",
};

/** Whether an API of an `auth_type` knows the app that calls. */
export function knowsApp(authType: string): boolean {
  return authType.startsWith("APP");
}
