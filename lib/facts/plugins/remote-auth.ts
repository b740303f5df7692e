import { anything, flag, likeOneOf, list, map, number, object, scalar, text } from "./check";

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
        address: text("the address of the service"),
        vpcAccessName: text("the name of a VPC access"),
        path: text("a path"),
        timeout: anything,
        method: text("a method"),
      },
    }),
    passThroughBody: flag,
    cachedTimeBySecond: number({ least: 0, unit: "seconds" }),
    authParameters: list(
      { expected: "a list of parameters" },
      object({
        known: {
          targetParameterName: text("the name of a parameter"),
          sourceParameterName: text("the name of a parameter"),
          targetLocation: likeOneOf("header", "query", "path", "formData"),
          sourceLocation: likeOneOf("header", "query", "path", "formData"),
        },
      }),
    ),
    successCondition: text("the condition under which a caller is let in"),
    errorMessage: scalar,
    errorStatusCode: scalar,
  },
  required: ["authUri", "successCondition"],
});
