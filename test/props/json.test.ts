import { Token } from "cdktf";
import { Construct } from "constructs";
import * as fc from "fast-check";
import { json } from "../../lib/props";

const check = json();

test("takes any JSON, and tokens in it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(check(value, "config")).toEqual([]);
    }),
  );
  expect(check({ a: [Token.asString({}), Token.asNumber({})], b: undefined }, "config")).toEqual(
    [],
  );
});

test("takes an object twice", () => {
  const shared = { a: 1 };
  expect(check({ first: shared, second: [shared, shared] }, "config")).toEqual([]);
});

test.each<[string, unknown, string, string]>([
  ["a function", { a: () => 1 }, "config.a", "a function"],
  ["an undefined item", [1, undefined], "config[1]", "undefined"],
  ["a number that JSON has not", Infinity, "config", "the number Infinity"],
  ["a Date", { at: new Date() }, "config.at", "a Date"],
  ["a Map", new Map(), "config", "a Map"],
])("refuses %s", (_what, value, at, got) => {
  expect(check(value, "config")).toEqual([{ at, got, expected: "JSON", fix: "give JSON" }]);
});

test("refuses a construct and an object in itself, and ends", () => {
  const loop: Record<string, unknown> = {};
  loop.again = [loop];
  const tree = new Construct(undefined as never, "");
  expect(check({ loop, tree }, "config").map(({ at, got }) => `${at}: ${got}`)).toEqual([
    "config.loop.again[0]: the object that it is in",
    "config.tree: a Construct",
  ]);
});
