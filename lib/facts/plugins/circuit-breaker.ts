import { isAbsent } from "../issue";
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

const threshold = number({ least: 1, most: 5000 });

/** A condition and the number of answers that fulfil it go together. */
const together = ofObject((data) => {
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
      errorCondition: text("the condition under which an answer is an error"),
      errorThreshold: threshold,
      parameters: map,
      windowInSeconds: number({ least: 10, most: 90, unit: "seconds" }),
      openTimeoutSeconds: number({ least: 15, most: 300, unit: "seconds" }),
      downgradeBackend: object({
        known: {
          type: likeOneOf("mock", "MOCK", "HTTP", "HTTP-VPC"),
          statusCode: scalar,
          body: anything,
          address: text("an address"),
          path: text("a path"),
          method: text("a method"),
        },
      }),
    },
  }),
  together,
);
