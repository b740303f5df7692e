import { anything, list, map, object, scalar, text } from "./check";

const answer = {
  statusCode: scalar,
  errorMessage: scalar,
  responseHeaders: map,
  responseBody: anything,
};

/** The condition under which an answer is an error, of circuit breakers too. */
export const errorCondition = text("the condition under which an answer is an error");

/** The name of the parameter with the code. */
export const errorCode = text("the parameter that holds the code of the error");

/**
 * `errorMapping`: the backend's errors as the gateway's own.
 *
 * Source: the provider's acceptance tests.
 */
export const errorMapping = object({
  known: {
    parameters: map,
    errorCondition,
    errorCode,
    mappings: list(
      { expected: "a list of mappings" },
      object({ known: { code: scalar, ...answer }, required: ["code"] }),
    ),
    defaultMapping: object({ known: answer }),
  },
  required: ["parameters", "errorCondition"],
});
