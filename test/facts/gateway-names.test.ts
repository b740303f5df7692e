import {
  gatewayDescriptionProblem,
  gatewayNameDoubt,
  gatewayNameProblem,
} from "../../lib/facts/gateway-names";

test.each(["abcd", "a".repeat(128), "orders-v2", "订单订单", "orders v1.2", "a_1-"])(
  "%s is a name",
  (name) => {
    expect(gatewayNameProblem(name)).toBeUndefined();
  },
);

test.each([
  ["", "give it a name"],
  ["abc", "make it longer"],
  ["a".repeat(129), "shorten it"],
  ["1orders", 'begin with a letter, not with "1"'],
  ["_orders", 'begin with a letter, not with "_"'],
  ["orders/v2", 'remove "/"'],
  ["ordérs", 'remove "é"'],
])("%j is no name", (name, fix) => {
  expect(gatewayNameProblem(name)?.fix).toBe(fix);
});

test.each([
  ["a".repeat(50), undefined],
  ["orders-v2", undefined],
  ["订单订单", undefined],
  ["a".repeat(51), "shorten it"],
  ["orders v2", 'write "_" in place of " "'],
  ["orders.v2", 'write "_" in place of "."'],
])("what some documents refuse in %j: %s", (name, fix) => {
  expect(gatewayNameDoubt(name)?.fix).toBe(fix);
});

test("a description has at most 180 characters", () => {
  expect(gatewayDescriptionProblem("a".repeat(180))).toBeUndefined();
  expect(gatewayDescriptionProblem("单".repeat(180))).toBeUndefined();
  expect(gatewayDescriptionProblem("a".repeat(181))).toEqual({
    got: "181 characters",
    expected: "at most 180 characters",
    fix: "shorten it",
  });
});
