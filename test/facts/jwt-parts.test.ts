import { jwtNameProblem, jwtPartProblem } from "../../lib/facts/jwt-parts";

test("a part is any text without the characters between parts", () => {
  expect(jwtPartProblem("")).toBeUndefined();
  expect(jwtPartProblem("user name")).toBeUndefined();
  expect(jwtPartProblem("a:b")?.fix).toBe('remove ":"');
  expect(jwtPartProblem("a,b:c")?.fix).toBe('remove ","');
});

test("a name is a part, and not empty", () => {
  expect(jwtNameProblem("X-Token")).toBeUndefined();
  expect(jwtNameProblem("a:b")).toEqual(jwtPartProblem("a:b"));
  expect(jwtNameProblem("")).toEqual({
    got: "an empty text",
    expected: "a name",
    fix: "give it a name",
  });
});
