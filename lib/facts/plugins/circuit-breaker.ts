import { isAbsent } from "../issue";
import { address, path } from "./backend";
import {
  all,
  anything,
  likeOneOf,
  map,
  missing,
  number,
  object,
  ofObject,
  scalar,
  text,
} from "./check";
import { errorCondition } from "./error-mapping";

/** How many failed calls open the breaker. */
export const THRESHOLD = { least: 1, most: 5000 };

/** In how many seconds they are counted. */
export const WINDOW = { least: 10, most: 90, unit: "seconds" };

/** For how many seconds it stays open. */
export const OPEN_TIMEOUT = { least: 15, most: 300, unit: "seconds" };

const threshold = number(THRESHOLD);

/** A condition and the number of answers that fulfil it go together. */
export const errorsTogether = ofObject((data) => {
  const pair = ["errorCondition", "errorThreshold"];
  const given = pair.filter((name) => !isAbsent(data[name]));
  return given.length === 1
    ? pair
        .filter((name) => isAbsent(data[name]))
        .map((name) => ({
          path: [name],
          problem: { ...missing(name), expected: `${name}, which ${given[0]} needs` },
        }))
    : [];
});

/**
 * `circuitBreaker`: what happens while the backend fails.
 *
 * Source: the provider's acceptance tests; the ranges from "Circuit breaker plug-ins".
 */
export const circuitBreaker = all(
  object({
    known: {
      timeoutThreshold: threshold,
      errorCondition,
      errorThreshold: threshold,
      parameters: map,
      windowInSeconds: number(WINDOW),
      openTimeoutSeconds: number(OPEN_TIMEOUT),
      downgradeBackend: object({
        known: {
          type: likeOneOf("mock", "MOCK", "HTTP", "HTTP-VPC"),
          statusCode: scalar,
          body: anything,
          address,
          path,
          method: text("a method"),
        },
      }),
    },
  }),
  errorsTogether,
);
