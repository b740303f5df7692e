import { readFileSync } from "node:fs";
import * as path from "node:path";
import { TYPES_WITH_TAGS, tagKeyProblem } from "../../lib/facts/tag";

test("the types with tags are those of the provider's schema", () => {
  const file = path.join(__dirname, "../../schema/alicloud.json");
  const { provider_schemas: providers } = JSON.parse(readFileSync(file, "utf8"));
  const [{ resource_schemas: types }] = Object.values<{
    resource_schemas: Record<string, { block: { attributes: Record<string, unknown> } }>;
  }>(providers);
  const withTags = Object.entries(types).filter(([, { block }]) => block.attributes.tags);
  expect(withTags.map(([type]) => type).sort()).toEqual(TYPES_WITH_TAGS);
});

test("a key is what every service takes", () => {
  expect(["team", "cost-center", "成本", "a".repeat(128)].map(tagKeyProblem)).toEqual(
    Array(4).fill(undefined),
  );
  expect(tagKeyProblem("Aliyun-team")?.fix).toBe("write another key");
  expect(tagKeyProblem("a".repeat(129))?.got).toBe("129 characters");
  expect(tagKeyProblem(" ")?.got).toBe("text that says nothing");
});
