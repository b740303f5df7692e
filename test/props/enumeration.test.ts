import { Token } from "cdktf";
import { enumeration } from "../../lib/props";

enum Size {
  SMALL = "small",
  LARGE = "large",
}

const check = enumeration(Size);

test("takes the values of the enum", () => {
  expect(check("small", "size")).toEqual([]);
  expect(check(Size.LARGE, "size")).toEqual([]);
});

test.each([
  ["Small", '"Small"', 'write "small"'],
  ["huge", '"huge"', "write one of these"],
])("refuses %p", (value, got, fix) => {
  expect(check(value, "size")).toEqual([{ at: "size", got, expected: "one of small, large", fix }]);
});

test("refuses a token, and what is no text", () => {
  expect(check(Token.asString({}), "size")[0].got).toMatch(/^a token/);
  expect(check(5, "size")[0].got).toBe("the number 5");
});
