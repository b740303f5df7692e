import { likeOneOf, list, number, object, scalar, text } from "./check";

/** The name of what comes, goes or changes. */
export const transformedName = text("the name of the parameter or header");
/** The status codes that it sets. */
export const STATUS_CODE = { least: 100, most: 999 };

const location = likeOneOf("header", "query", "form", "path");

const requestParameters = list(
  { expected: "a list of parameters" },
  object({
    known: { name: transformedName, value: scalar, location },
    required: ["name", "location"],
  }),
);

const responseHeaders = list(
  { expected: "a list of headers" },
  object({ known: { name: transformedName, value: scalar }, required: ["name"] }),
);

/**
 * `transformer`: parameters and headers that come, go or change on the way.
 *
 * Source: the provider's acceptance tests.
 */
export const transformer = object({
  known: {
    addRequestParameterIfAbsent: requestParameters,
    putRequestParameter: requestParameters,
    removeRequestParameter: requestParameters,
    setResponseStatusCode: number(STATUS_CODE),
    addResponseHeaderIfAbsent: responseHeaders,
    putResponseHeader: responseHeaders,
    removeResponseHeader: responseHeaders,
  },
});
