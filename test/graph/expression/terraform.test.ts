import { expect, test } from "@jest/globals";
import { evaluate } from "../../../lib/graph/expression";
import { encodeJson } from "../../../lib/graph/expression/functions/json";
import { scopeOf } from "./scope";
import { EVALUATED, LEFT_UNKNOWN, REFUSED } from "./terraform-results";

test.each(EVALUATED)("%j is what Terraform makes of it", (text, json) => {
  expect(encodeJson(evaluate(text, scopeOf()))).toBe(json);
});

test.each(REFUSED)("%j is refused, as Terraform does", (text) => {
  const value = evaluate(text, scopeOf());
  expect(value.isUnknown).toBe(true);
  expect(value.error).toMatch(/^["a-z%].*[^.]$/);
});

test.each(LEFT_UNKNOWN)("%j is left unknown rather than guessed", (text) => {
  const value = evaluate(text, scopeOf());
  expect(value.isKnown).toBe(false);
  expect(value.error).toBeUndefined();
});
