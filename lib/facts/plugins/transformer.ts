import { likeOneOf, list, number, object, scalar, text } from "./check";

const name = text("the name of the parameter or header");
const location = likeOneOf("header", "query", "form", "path");

const requestParameters = list(
  { expected: "a list of parameters" },
  object({ known: { name, value: scalar, location }, required: ["name", "location"] }),
);

const responseHeaders = list(
  { expected: "a list of headers" },
  object({ known: { name, value: scalar }, required: ["name"] }),
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
    setResponseStatusCode: number({ least: 100, most: 999 }),
    addResponseHeaderIfAbsent: responseHeaders,
    putResponseHeader: responseHeaders,
    removeResponseHeader: responseHeaders,
  },
});
