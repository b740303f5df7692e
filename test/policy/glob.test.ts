import * as fc from "fast-check";
import { glob } from "../../lib/policy/glob";

test.each([
  [undefined, "anything", true],
  ["a.b", "a.b", true],
  ["a.b", "axb", false],
  ["a*", "a", true],
  ["a*", "abc", true],
  ["*c", "abc", true],
  ["a*c", "ac", true],
  ["a*c", "abd", false],
  ["a*b*c", "a1b2c", true],
  ["ab*ba", "aba", false],
  ["*b*b*", "b", false],
  ["*", "", true],
  ["", "", true],
  ["", "a", false],
  ["prod/*/Http", "prod/Orders/Front/Http", true],
  ["[a]?", "[a]?", true],
  ["a*c", "a\nc", true],
])("%j on %j: %j", (pattern, text, expected) => {
  expect(glob(pattern, text)).toBe(expected);
});

test("says what the regular expression with .* for * says", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 8 });
  const plain = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
  fc.assert(
    fc.property(text, plain, (pattern, tried) => {
      const expression = new RegExp(`^${pattern.replaceAll("*", ".*")}$`, "s");
      expect(glob(pattern, tried)).toBe(expression.test(tried));
    }),
  );
});
