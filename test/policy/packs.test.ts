import * as path from "node:path";
import { ResourceGraph } from "../../lib/graph";
import { type Policy, PolicyError, judge, readPolicyFile } from "../../lib/policy";
import { RULES } from "../../lib/rules";
import { folderWith } from "../support/folder";

const RULE = "http-trigger/exclusive";
const LOCKED = "http-trigger/one-per-qualifier";

/** A pack of a package, with a rule of its own. */
const ACME = `
const tags = {
  id: "acme/tags",
  level: "warning",
  title: "every function names its team",
  options: { keys: { type: "texts", about: "the tags that a function needs; default team" } },
  help: "https://example.com/rules/tags",
  *evaluate(graph, { settings = {} }) {
    for (const { resource } of graph.functions) {
      for (const key of settings.keys ?? ["team"]) {
        if (resource.get("tags", key).isNull) {
          yield { answer: "violated", resource, detail: { attribute: "tags", message: "a function names its team", got: "no tag " + key, expected: "a tag", fix: "add it" } };
        }
      }
    }
  },
};
module.exports = {
  name: "@acme/policy",
  version: "2.1.0",
  policy: { rules: { "${RULE}": "warning" }, locked: ["${RULE}", "${LOCKED}"] },
  rules: [tags],
};
`;

const PACKAGE = {
  "node_modules/@acme/policy/package.json": '{ "name": "@acme/policy", "main": "index.js" }',
  "node_modules/@acme/policy/index.js": ACME,
};

function policyOf(text: string, files: Readonly<Record<string, string>> = PACKAGE): Policy {
  const folder = folderWith({ ...files, "frontdoor.yaml": text });
  return readPolicyFile(path.join(folder, "frontdoor.yaml"), folder);
}

function errorOf(text: string, files: Readonly<Record<string, string>> = PACKAGE): string {
  try {
    policyOf(text, files);
  } catch (error) {
    if (error instanceof PolicyError) return error.message;
    throw error;
  }
  return "";
}

const FUNCTION = new ResourceGraph([
  {
    stack: "",
    json: {
      resource: {
        alicloud_fcv3_function: { orders: { function_name: "orders", tags: { team: "a" } } },
      },
    },
  },
]);

describe("a pack of a package", () => {
  test("brings its levels, and rules of its own beside the catalogue's", () => {
    const { levels, rules = [], locked } = policyOf('extends: ["@acme/policy"]');
    expect(levels.get(RULE)).toBe("warning");
    expect(rules).toHaveLength(RULES.length + 1);
    expect(rules.at(-1)?.id).toBe("acme/tags");
    expect(locked?.get(LOCKED)).toBe("@acme/policy 2.1.0");
  });

  test("has its rules run, with what the policy file tells them", () => {
    const text =
      'extends: ["@acme/policy"]\nrules: { acme/tags: { level: error, keys: [team, cost] } }';
    const { findings } = judge(FUNCTION, policyOf(text), { date: "2026-11-22" });
    expect(findings.filter(({ rule }) => rule === "acme/tags")).toMatchObject([
      { level: "error", got: "no tag cost", help: "https://example.com/rules/tags" },
    ]);
  });

  test("is one, also where two documents extend it", () => {
    const files = { ...PACKAGE, "base.yaml": 'extends: ["@acme/policy"]' };
    const { rules = [] } = policyOf('extends: ["@acme/policy", ./base.yaml]', files);
    expect(rules).toHaveLength(RULES.length + 1);
  });
});

describe("a pack of a file", () => {
  const base = `extends: [strict]\nrules: { ${RULE}: note }\nwaivers: [{ rule: ${RULE}, reason: known }]\n`;

  test.each([
    ["YAML", { "packs/base.yaml": base }, "./packs/base.yaml"],
    [
      "JSON",
      { "base.json": `{ "extends": ["strict"], "rules": { "${RULE}": "note" } }` },
      "./base.json",
    ],
    [
      "a module",
      {
        "base.js": `exports.default = { name: "base", policy: { extends: ["strict"], rules: { "${RULE}": "note" } } };`,
      },
      "./base.js",
    ],
  ])("may be %s", (_, files, name) => {
    const { levels, strict } = policyOf(`extends: [${name}]`, files);
    expect([levels.get(RULE), strict]).toEqual(["note", true]);
  });

  test("is looked up from the document that extends it, and may extend it back", () => {
    const files = {
      "packs/a.yaml": "extends: [./b.yaml]",
      "packs/b.yaml": `extends: [./a.yaml]\nrules: { ${RULE}: note }`,
    };
    expect(policyOf("extends: [./packs/a.yaml]", files).levels.get(RULE)).toBe("note");
  });

  test("gives way to what comes later", () => {
    const files = { "a.yaml": `rules: { ${RULE}: note }`, "b.yaml": `rules: { ${RULE}: warning }` };
    expect(policyOf("extends: [./a.yaml, ./b.yaml]", files).levels.get(RULE)).toBe("warning");
    expect(policyOf("extends: [./b.yaml, ./a.yaml]", files).levels.get(RULE)).toBe("note");
    const own = `extends: [./a.yaml]\nrules: { ${RULE}: off }`;
    expect(policyOf(own, files).levels.get(RULE)).toBe("off");
  });

  test("waives, and is silent where its waiver matches nothing", () => {
    const policy = policyOf("extends: [./base.yaml]", { "base.yaml": base });
    expect(policy.waivers).toMatchObject([{ rule: RULE, pack: "./base.yaml" }]);
    expect(judge(FUNCTION, policy, { date: "2026-11-22" }).notices).toEqual([]);
  });
});

describe("a locked rule", () => {
  test.each([
    [`rules: { ${RULE}: note }`, "2:10", `it may not lower ${RULE}`],
    [`rules: { ${LOCKED}: off }`, "2:10", `it may not lower ${LOCKED}`],
    [`rules: { ${LOCKED}: { level: warning } }`, "2:10", `it may not lower ${LOCKED}`],
    [`waivers: [{ rule: ${LOCKED}, reason: legacy }]`, "2:11", `it may not waive ${LOCKED}`],
  ])("is not lowered or waived by %s", (text, place, message) => {
    expect(errorOf(`extends: ["@acme/policy"]\n${text}`)).toBe(
      `frontdoor.yaml:${place}: ${message}, which the pack @acme/policy 2.1.0 locks; remove it, or have it changed in @acme/policy 2.1.0`,
    );
  });

  test("may be raised", () => {
    expect(errorOf(`extends: ["@acme/policy"]\nrules: { ${RULE}: error }`)).toBe("");
  });

  test("is not lowered by another pack either", () => {
    const files = { ...PACKAGE, "b.yaml": `rules: { ${LOCKED}: off }` };
    expect(errorOf('extends: ["@acme/policy", ./b.yaml]', files)).toBe(
      `./b.yaml:1:10: it may not lower ${LOCKED}, which the pack @acme/policy 2.1.0 locks; remove it, or have it changed in @acme/policy 2.1.0`,
    );
  });

  test("is not accepted in code", () => {
    const policy = policyOf('extends: ["@acme/policy"]');
    const acknowledged = [{ rule: RULE, reason: "timer is ours", path: "prod" }];
    const { notices } = judge(FUNCTION, policy, { date: "2026-11-22", acknowledged });
    expect(notices.map(({ message }) => message)).toEqual([
      `the acknowledgement of ${RULE} (timer is ours) does not count, since only the pack @acme/policy 2.1.0 can waive this rule: remove it`,
    ]);
  });
});

describe("what a rule is told", () => {
  test.each([
    ["{ key: [a] }", "acme/tags has no option key; write keys"],
    ["{ leevl: error }", "acme/tags has no option leevl; write level"],
    ["{ zzzzzz: 1 }", "acme/tags has no option zzzzzz; remove it, or write one of level, keys"],
    ["{ keys: team }", "keys of acme/tags is not a list of texts; write a list of texts"],
  ])("%s is refused", (settings, message) => {
    const text = `extends: ["@acme/policy"]\nrules:\n  acme/tags: ${settings}`;
    expect(errorOf(text)).toMatch(
      new RegExp(`^frontdoor.yaml:3:\\d+: ${message.replace(/\W/g, "\\$&")}$`),
    );
  });
});

test("an option of a rule that has none is to be removed", () => {
  expect(errorOf("rules: { http-trigger/methods: { zzzzzz: 3 } }")).toBe(
    "frontdoor.yaml:1:34: http-trigger/methods has no option zzzzzz; remove it",
  );
});

describe("a pack that cannot be loaded is said, and the others hold", () => {
  test.each([
    ["@acme/none", {}, "there is no such pack; npm install --save-dev @acme/none"],
    [
      "@acme/unbuilt",
      { "node_modules/@acme/unbuilt/package.json": '{ "main": "dist/index.js" }' },
      "it is installed, but its package.json leads to no file that is there; build it, or install it again",
    ],
    ["strickt", {}, "there is no such pack; write strict"],
    ["./none.js", {}, "there is no such pack; correct the path"],
    ["./none.yaml", {}, "it cannot be read (ENOENT); correct the path"],
    ["./bad.yaml", { "bad.yaml": "rules: 1" }, "1:8: rules is 1, not an object; make it an object"],
    [
      "./bad.js",
      { "bad.js": "throw new Error('boom\\nmore')" },
      "it does not load: boom; mend the pack",
    ],
    [
      "./bad.js",
      { "bad.js": "module.exports = 1" },
      "it exports no pack; write module.exports = { name, policy, rules }",
    ],
    [
      "./bad.js",
      { "bad.js": "module.exports = { name: 'x', rulse: [] }" },
      "a pack has no rulse; write rules",
    ],
    [
      "./bad.js",
      { "bad.js": "module.exports = { name: 'x', rules: {} }" },
      "rules is not a list; make it one",
    ],
    [
      "./bad.js",
      { "bad.js": "module.exports = { name: 'x', rules: [{ id: 'Tags' }] }" },
      "rules[0] has no id of the form group/name; write one in lower case, such as acme/tags",
    ],
    [
      "./bad.js",
      { "bad.js": "module.exports = { name: 'x', rules: [{ id: 'a/b' }] }" },
      "rules[0] (a/b) has no level; write one of error, warning, note",
    ],
    [
      "./bad.js",
      { "bad.js": "module.exports = { name: 'x', rules: [{ id: 'a/b', level: 'note' }] }" },
      "rules[0] (a/b) has no title; say what it demands in one clause",
    ],
    [
      "./bad.js",
      {
        "bad.js":
          "module.exports = { name: 'x', rules: [{ id: 'a/b', level: 'note', title: 'c' }] }",
      },
      "rules[0] (a/b) has no evaluate; give a function of the graph",
    ],
    [
      "./bad.js",
      { "bad.js": "module.exports = { name: 'x', policy: { rule: {} } }" },
      "a policy has no rule; write rules",
    ],
  ])("%s with %j", (name, files, message) => {
    const text = `extends: ["${name}", "@acme/policy"]\nrules: { acme/tags: error, lost/rule: error }`;
    const { failures = [], rules = [] } = policyOf(text, { ...PACKAGE, ...files });
    expect(
      failures.map(
        (problem) => `${problem.line}:${problem.column} ${problem.message}; ${problem.fix}`,
      ),
    ).toEqual([`1:11 the pack ${name}: ${message}`]);
    expect(rules.at(-1)?.id).toBe("acme/tags");
    const report = judge(FUNCTION, policyOf(text, { ...PACKAGE, ...files }), {
      date: "2026-11-22",
    });
    expect(report.failures).toHaveLength(1);
  });

  test("a rule with an id that is taken", () => {
    const files = {
      "a.js": `module.exports = { name: "a", rules: [{ id: "${RULE}", level: "note", title: "x", evaluate: () => [] }] }`,
    };
    expect(policyOf("extends: [./a.js]", files).failures).toMatchObject([
      { message: `a: there is a rule ${RULE} already`, fix: "give it an id of its own" },
    ]);
  });

  test("a rule that throws, beside what the others find", () => {
    const files = {
      "a.js": `module.exports = { name: "a", rules: [{ id: "a/b", level: "note", title: "x", evaluate() { throw new Error("boom"); } }] }`,
    };
    const report = judge(FUNCTION, policyOf("extends: [./a.js]", files), { date: "2026-11-22" });
    expect(report.failures).toMatchObject([{ file: "a/b", message: "the rule failed: boom" }]);
    expect(report.findings.length).toBeGreaterThan(0);
  });
});
