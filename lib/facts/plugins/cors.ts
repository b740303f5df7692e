import { Unknown } from "../issue";
import type { WholeNumbers } from "../numbers";
import { type Check, flag, number, object, ofObject, text } from "./check";

/** Names with commas between them: the gateway takes no list here. */
const names: Check = (value) =>
  Array.isArray(value)
    ? [
        {
          path: [],
          problem: {
            got: "a list",
            expected: "text with commas between the names",
            fix: 'write one text: "A,B"',
          },
        },
      ]
    : value === ""
      ? []
      : text("text with commas between the names")(value);

/** How long a browser may keep the answer to a preflight request. */
export const CORS_MAX_AGE: WholeNumbers = { least: 0, unit: "seconds" };

/**
 * `cors`: which pages of other origins may call.
 *
 * Source: the provider's acceptance tests.
 */
export const cors = object({
  known: {
    allowOrigins: names,
    allowMethods: names,
    allowHeaders: names,
    exposeHeaders: names,
    maxAge: number(CORS_MAX_AGE),
    allowCredentials: flag,
  },
  closed: true,
});

/** Credentials for any origin: a browser refuses `*` with them. */
export const corsDoubts = ofObject(({ allowCredentials, allowOrigins }) => {
  if (String(allowCredentials) !== "true") return [];
  if (allowOrigins instanceof Unknown) return [];
  const origins = String(allowOrigins ?? "*").split(",");
  if (!origins.some((origin) => origin.trim() === "*")) return [];
  return [
    {
      path: ["allowOrigins"],
      problem: {
        got: 'credentials for the origin "*"',
        expected:
          "named origins where allowCredentials is true: browsers refuse * with credentials",
        fix: "name the origins, or remove allowCredentials",
      },
    },
  ];
});
