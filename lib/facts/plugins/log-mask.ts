import type { ListBounds } from "../issue";
import type { Problem } from "../problem";
import { list, object, oneOf, scalar, text, texts } from "./check";

/** The rules: at least one. */
export const MASK_RULES: ListBounds = { expected: "a list of at least one rule", least: 1 };

/** What is looked for in a body. */
export const maskMatchMode = text("what is looked for in a body, such as EMAIL");

/**
 * `logMask`: what does not go into the access log.
 *
 * Source: the provider's acceptance tests.
 */
export const logMask = object({
  known: {
    rules: list(
      MASK_RULES,
      object({
        known: {
          name: scalar,
          location: oneOf(
            "REQUEST_QUERY",
            "REQUEST_HEADER",
            "REQUEST_BODY",
            "RESPONSE_HEADER",
            "RESPONSE_BODY",
          ),
          parameters: texts("names of parameters"),
          matchMode: maskMatchMode,
          policy: text("how much is masked, such as ALL", policyProblem),
        },
        required: ["location", "policy"],
      }),
    ),
  },
  required: ["rules"],
});

function policyProblem(policy: string): Problem | undefined {
  if (/^(ALL|KEEP_(LEFT|RIGHT):\d+|KEEP_CENTER:\d+, ?\d+)$/.test(policy)) return undefined;
  return {
    got: JSON.stringify(policy),
    expected: "ALL, KEEP_LEFT:4, KEEP_RIGHT:7 or KEEP_CENTER:4,5",
    fix: "write one of these, with the numbers that are meant",
  };
}
