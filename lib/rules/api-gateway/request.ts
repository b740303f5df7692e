import { API_AUTH_TYPES, REQUEST_METHODS, REQUEST_MODES } from "../../facts/gateway-request";
import { kindOf } from "../../facts/issue";
import { wordProblem } from "../../facts/word";
import type { Value } from "../../graph";
import type { Rule } from "../rule";
import { refuse } from "../verdict";

const WORDS: readonly (readonly [
  path: readonly [string, ...string[]],
  known: readonly string[],
])[] = [
  [["auth_type"], API_AUTH_TYPES],
  [["request_config", "method"], REQUEST_METHODS],
  [["request_config", "mode"], REQUEST_MODES],
];

/** The provider takes any text; the gateway refuses all but its own words, at the apply. */
export const request: Rule = {
  id: "api-gateway/request",
  level: "error",
  title: "the authentication, the request method and the request mode of an API are known ones",
  *evaluate(graph) {
    for (const { resource } of graph.gatewayApis) {
      for (const [path, known] of WORDS) {
        const where = {
          attribute: path.join("."),
          message: "the gateway does not know this word",
        };
        yield* refuse(resource, where, resource.get(...path), (value) => problemOf(value, known));
      }
    }
  },
};

function problemOf(value: Value, known: readonly string[]) {
  if (value.text !== undefined) return wordProblem(value.text, known);
  return {
    got: kindOf(value.kind),
    expected: `one of ${known.join(", ")}`,
    fix: "write one of these",
  };
}
