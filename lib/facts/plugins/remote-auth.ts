import { path, vpcAccessName } from "./backend";
import { anything, flag, likeOneOf, list, map, number, object, scalar, text } from "./check";

/** The address of the service that is asked. */
export const authAddress = text("the address of the service");

/** The name of a parameter of the service or of the caller. */
export const authParameterName = text("the name of a parameter");

const location = likeOneOf("header", "query", "path", "form");

/** The condition on the service's answer. */
export const successCondition = text("the condition under which a caller is let in");

/** For how many seconds the service's answer is kept. */
export const CACHED_TIME = { least: 0, unit: "seconds" };

/**
 * `remoteAuth`: callers by a service of one's own.
 *
 * Source: the provider's acceptance tests.
 */
export const remoteAuth = object({
  known: {
    parameters: map,
    authUriType: likeOneOf("HTTP", "HTTP-VPC"),
    authUri: object({
      known: {
        address: authAddress,
        vpcAccessName,
        path,
        timeout: anything,
        method: text("a method"),
      },
    }),
    passThroughBody: flag,
    cachedTimeBySecond: number(CACHED_TIME),
    authParameters: list(
      { expected: "a list of parameters" },
      object({
        known: {
          targetParameterName: authParameterName,
          sourceParameterName: authParameterName,
          targetLocation: location,
          sourceLocation: location,
        },
      }),
    ),
    successCondition,
    errorMessage: scalar,
    errorStatusCode: scalar,
  },
  required: ["authUri", "successCondition"],
});
