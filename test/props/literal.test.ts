import { Token } from "cdktf";
import { literal, list, text } from "../../lib/props";

const NOT_LITERAL = {
  got: "a token, which is known only when Terraform runs",
  expected: "a literal, since it decides what is synthesised",
  fix: "write the value itself",
};

const check = literal(list(text()));

test("lets what is known through to the check", () => {
  expect(check(["a"], "names")).toEqual([]);
  expect(check(5, "names")).toEqual([
    { at: "names", got: "the number 5", expected: "a list", fix: "give a list" },
  ]);
});

test("refuses a token, and each token in a list", () => {
  expect(check(Token.asList({}), "names")).toEqual([{ at: "names", ...NOT_LITERAL }]);
  expect(check([Token.asString({}), "a", Token.asString({})], "names")).toEqual([
    { at: "names[0]", ...NOT_LITERAL },
    { at: "names[2]", ...NOT_LITERAL },
  ]);
});
