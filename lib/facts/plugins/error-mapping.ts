import { anything, list, map, object, scalar, text } from "./check";

const answer = {
  statusCode: scalar,
  errorMessage: scalar,
  responseHeaders: map,
  responseBody: anything,
};

/**
 * `errorMapping`: the backend's errors as the gateway's own.
 *
 * Source: the provider's acceptance tests.
 */
export const errorMapping = object({
  known: {
    parameters: map,
    errorCondition: text("the condition under which an answer is an error"),
    errorCode: text("the parameter that holds the code of the error"),
    mappings: list(
      { expected: "a list of mappings" },
      object({ known: { code: scalar, ...answer }, required: ["code"] }),
    ),
    defaultMapping: object({ known: answer }),
  },
  required: ["parameters", "errorCondition"],
});
