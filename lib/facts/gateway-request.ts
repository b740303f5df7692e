import { nearest } from "./nearest";
import type { Problem } from "./problem";

/** How an API Gateway API lets callers in. Source: CreateApi, `AuthType`; ALIYUN::ApiGateway::Api. */
export const API_AUTH_TYPES: readonly string[] = ["APP", "ANONYMOUS", "APPOPENID"];

/** The methods of an API's requests. Source: ALIYUN::ApiGateway::Api, `RequestConfig.RequestHttpMethod`. */
export const REQUEST_METHODS: readonly string[] = [
  "GET",
  "POST",
  "DELETE",
  "PUT",
  "HEAD",
  "TRACE",
  "PATCH",
  "CONNECT",
  "OPTIONS",
  "ANY",
];

/** What becomes of an API's requests. Source: CreateApi, `RequestConfig.RequestMode`. */
export const REQUEST_MODES: readonly string[] = ["MAPPING", "PASSTHROUGH"];

/** What is wrong with a word that has to be one of a list. */
export function wordProblem(word: string, known: readonly string[]): Problem | undefined {
  if (known.includes(word)) return undefined;
  const meant = nearest(word, known);
  return {
    got: JSON.stringify(word),
    expected: `one of ${known.join(", ")}`,
    fix: meant === undefined ? "write one of these" : `write ${JSON.stringify(meant)}`,
  };
}
