import { readFileSync } from "node:fs";
import * as path from "node:path";

const root = path.join(__dirname, "../..");

test("the schema is published, where editors find it", () => {
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const file = "lib/policy/policy.schema.json";
  expect(manifest.exports["./policy.schema.json"]).toBe(`./${file}`);
  expect(manifest.files).toContain(file);
});

test("every key that a person writes is described", () => {
  const schema = JSON.parse(readFileSync(path.join(root, "lib/policy/policy.schema.json"), "utf8"));
  const keys = { ...schema.properties, ...schema.$defs.waiver.properties };
  const undescribed = Object.entries(keys).filter(
    ([, definition]) => !(definition as { description?: string }).description,
  );
  expect(undescribed).toEqual([]);
});
