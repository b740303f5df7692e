import { type Rule, violated } from "../../lib/rules";
import { judgeRule } from "../../lib/testing";

const tags: Rule = {
  id: "acme/tags",
  level: "warning",
  title: "every function names its team",
  options: { key: { type: "text", about: "the tag; default team" } },
  *evaluate(graph, { settings = {} }) {
    const key = String(settings.key ?? "team");
    for (const { resource } of graph.functions) {
      if (!resource.get("tags", key).isNull) continue;
      yield violated(resource, {
        attribute: "tags",
        message: "every function names its team",
        got: `no tag ${key}`,
        expected: `a tag ${key}`,
        fix: "add it",
      });
    }
  },
};

const json = { resource: { alicloud_fcv3_function: { orders: { tags: { team: "checkout" } } } } };

test("a rule is judged with what the policy would tell it", () => {
  expect(judgeRule(tags, json)).toEqual({ findings: [], undecided: [] });
  const { findings } = judgeRule(tags, json, { settings: { key: "cost" } });
  expect(findings).toMatchObject([
    { rule: "acme/tags", resource: "alicloud_fcv3_function.orders", got: "no tag cost" },
  ]);
});

test("a rule that throws is an error of the test", () => {
  const broken: Rule = {
    ...tags,
    evaluate() {
      throw new Error("boom");
    },
  };
  expect(() => judgeRule(broken, json)).toThrow("the rule acme/tags failed: boom");
});
