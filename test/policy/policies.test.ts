import { ResourceGraph, type TerraformJson } from "../../lib/graph";
import { type Policy, judge, parsePolicy, policiesBy } from "../../lib/policy";
import { RULES } from "../../lib/rules";

const RULE = "http-trigger/anonymous-public";

/** A stack with a trigger that anybody can call, and what blueprints say in it of the rules. */
function stack(name: string, ...policies: readonly object[]) {
  const blueprints = policies.map((policy, index) => ({
    name: `acme${index}`,
    version: "1.0.0",
    scope: name,
    policy,
  }));
  const config = { authType: "anonymous", disableURLInternet: false, methods: ["GET"] };
  const json = {
    "//": { "fc-frontdoor": { blueprints } },
    resource: {
      alicloud_fcv3_trigger: {
        http: {
          function_name: name,
          qualifier: "live",
          trigger_name: "http",
          trigger_type: "http",
          trigger_config: JSON.stringify(config),
        },
      },
    },
  } as unknown as TerraformJson;
  return { stack: name, json };
}

/** What is said of stacks under a policy file: `stack level status`. */
function judged(file: string, ...stacks: readonly ReturnType<typeof stack>[]) {
  const composed: Policy[] = [];
  const policies = policiesBy((blueprints) => {
    const policy = parsePolicy("frontdoor.yaml", file, ".", blueprints);
    composed.push(policy);
    return policy;
  });
  const report = judge(new ResourceGraph(stacks), policies, { date: "2026-11-22" });
  return {
    ...report,
    composed,
    said: report.findings
      .filter(({ rule }) => rule === RULE)
      .map(({ stack, level, status }) => `${stack} ${level} ${status}`),
  };
}

test("each stack is judged by its own policy, in the order of the stacks", () => {
  const { said, composed, rules, resources } = judged(
    "",
    stack("a", { rules: { [RULE]: "note" } }),
    stack("b"),
    stack("c", { rules: { [RULE]: "note" } }),
    stack("d", { rules: { [RULE]: "off" } }),
    stack("e", { rules: { [RULE]: "note" } }, { rules: { [RULE]: "error" } }),
  );
  expect(said).toEqual(["a note open", "b warning open", "c note open", "e error open"]);
  expect(composed).toHaveLength(4);
  expect([rules, resources]).toEqual([RULES.length, 5]);
});

test("a waiver that matches under one policy has matched", () => {
  const file = `waivers: [{ rule: ${RULE}, stack: a, reason: known }]`;
  const { said, notices } = judged(file, stack("a", { rules: { [RULE]: "error" } }), stack("b"));
  expect(said).toEqual(["a error suppressed", "b warning open"]);
  expect(notices).toEqual([]);
});

test("one that matches under none is reported once", () => {
  const file = `waivers: [{ rule: ${RULE}, stack: z, reason: known }]`;
  const { notices } = judged(file, stack("a", { rules: { [RULE]: "error" } }), stack("b"));
  expect(notices).toMatchObject([{ source: "frontdoor.yaml:1" }]);
});

test("two blueprints of one name say what both say", () => {
  const one = stack(
    "a",
    { rules: { [RULE]: "error" } },
    { rules: { "function/logging": "error" } },
  );
  const comment = one.json["//"] as unknown as {
    "fc-frontdoor": { blueprints: { name: string }[] };
  };
  for (const blueprint of comment["fc-frontdoor"].blueprints) blueprint.name = "same";
  const { composed } = judged("", one);
  expect([...composed[0].levels]).toEqual([
    [RULE, "error"],
    ["function/logging", "error"],
  ]);
});
