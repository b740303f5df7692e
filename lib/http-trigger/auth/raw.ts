import { notEmpty } from "../../facts/not-empty";
import { json, literalText, map, object, optional, required } from "../../props";
import { anonymous, signature } from "./plain";
import type { Scheme } from "./scheme";

/** What this library does not know yet. */
export function rawScheme(authType: string, authConfig: unknown): Scheme {
  const known = [anonymous, signature].find((scheme) => scheme.authType === authType);
  return {
    authType,
    problems: (at) => CHECK({ authType, authConfig }, at),
    config: () => authConfig ?? undefined,
    credentials: () =>
      known?.credentials() ?? {
        variables: [],
        remark: `add to it what the authentication ${authType} asks for`,
      },
  };
}

const CHECK = object({
  authType: required(
    literalText(
      notEmpty({
        got: "an empty text",
        expected: "an authType of the service",
        fix: "write it as the vendor's document does",
      }),
    ),
  ),
  authConfig: optional(map(json())),
});
