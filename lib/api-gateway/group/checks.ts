import { gatewayDescriptionProblem, gatewayNameProblem } from "../../facts/gateway-names";
import { notEmpty } from "../../facts/not-empty";
import type { Problem } from "../../facts/problem";
import { constructProps } from "../../function/checks";
import { bool, list, object, optional, text } from "../../props";

const names = optional(list(text(nameProblem)));

const LOGGING = object(
  {
    requestBody: optional(bool()),
    responseBody: optional(bool()),
    queryString: names,
    requestHeaders: names,
    responseHeaders: names,
    jwtClaims: names,
  },
  // The provider panics at an empty block, and leaves the group behind.
  (logging) => (Object.values(logging).some(isStated) ? [] : [{ at: "requestBody", ...NOTHING }]),
);

const NOTHING = {
  got: "nothing to log",
  expected: "at least one thing that the logs are to have",
  fix: "state one, or leave logging out",
};

function isStated(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

function nameProblem(name: string): Problem | undefined {
  if (name !== "" && !name.includes(",")) return undefined;
  const expected = 'one name, or "*" for all';
  return { got: JSON.stringify(name), expected, fix: "write each name as an item of its own" };
}

const instanceGiven = notEmpty({
  got: '""',
  expected: "the id of an instance",
  fix: "leave it out for the shared one",
});

/** What is wrong with the options of a group. */
export const groupOptions = {
  groupName: optional(text(gatewayNameProblem)),
  description: optional(text(gatewayDescriptionProblem)),
  basePath: optional(text(basePathProblem)),
  instanceId: optional(text(instanceGiven)),
  vpcIntranetEnable: optional(bool()),
  logging: optional(LOGGING),
};

/** What is wrong with the props of a group. */
export const apiGroupCheck = object({ ...constructProps, ...groupOptions });

/** What is wrong with a base path. */
export function basePathProblem(path: string): Problem | undefined {
  const expected = 'a path that begins with "/"';
  if (!path.startsWith("/")) {
    return { got: JSON.stringify(path), expected, fix: `write ${JSON.stringify(`/${path}`)}` };
  }
  const right = `/${path.split("/").filter(Boolean).join("/")}`;
  if (path === right) return undefined;
  return {
    got: JSON.stringify(path),
    expected: `${expected} and does not end with it`,
    fix: `write ${JSON.stringify(right)}`,
  };
}
