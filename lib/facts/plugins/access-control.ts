import { anything, list, map, object, oneOf, scalar, text } from "./check";

const verdict = oneOf("ALLOW", "DENY");

/**
 * `accessControl`: callers by conditions on parameters.
 *
 * Source: the provider's acceptance tests.
 */
export const accessControl = object({
  known: {
    parameters: map,
    rules: list(
      { expected: "a list of at least one rule", least: 1 },
      object({
        known: {
          name: text("the name of the rule"),
          condition: text("a condition on the parameters"),
          ifTrue: verdict,
          ifFalse: verdict,
          statusCode: scalar,
          errorMessage: scalar,
          responseHeaders: map,
          responseBody: anything,
        },
        required: ["condition"],
      }),
    ),
  },
  required: ["rules"],
});
