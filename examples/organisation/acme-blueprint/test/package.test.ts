import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { about } from "../src/about";

test("findings name the version that is published", () => {
  const { name, version } = JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8"));
  assert.deepEqual(about, { name, version });
});
