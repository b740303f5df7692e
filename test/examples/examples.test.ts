import { existsSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { EXAMPLES, synthesised } from "../support/example";

/**
 * Every example is a program that synthesises, whose resources the provider takes (see
 * conform-all.ts), twice with the same bytes.
 */
const names = readdirSync(EXAMPLES).filter((name) =>
  existsSync(path.join(EXAMPLES, name, "main.ts")),
);

test("there are examples", () => {
  expect(names.length).toBeGreaterThanOrEqual(2);
});

test.each(names)("%s synthesises, twice with the same bytes", (name) => {
  const first = synthesised(name);
  expect(Object.keys(first)).not.toEqual([]);
  expect(synthesised(name)).toEqual(first);
});
