import { map, number, optional, text } from "../../../props";

/** The checks of an answer's props. */
export const errorAnswer = {
  statusCode: optional(number()),
  errorMessage: optional(text()),
  responseHeaders: optional(map(text())),
  responseBody: optional(text()),
};
