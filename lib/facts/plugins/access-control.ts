import { anything, list, map, object, oneOf, scalar, text } from "./check";

const verdict = oneOf("ALLOW", "DENY");

/** How many rules there are. */
export const ACCESS_RULES = { expected: "a list of at least one rule", least: 1 };

/** The name of a rule. */
export const accessRuleName = text("the name of the rule");

/** The condition of a rule. */
export const accessCondition = text("a condition on the parameters");

/**
 * `accessControl`: callers by conditions on parameters.
 *
 * Source: the provider's acceptance tests.
 */
export const accessControl = object({
  known: {
    parameters: map,
    rules: list(
      ACCESS_RULES,
      object({
        known: {
          name: accessRuleName,
          condition: accessCondition,
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
