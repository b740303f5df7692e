import { readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { ResourceGraph, type TerraformJson } from "../../lib/graph";
import { readPlan } from "../../lib/graph/read/plan";
import { RULES, evaluate } from "../../lib/rules";
import { planOf } from "../support/plan";

const folder = path.join(__dirname, "../../docs/rules");
const examples = RULES.flatMap(({ id }) => {
  const page = readFileSync(path.join(folder, `${id}.md`), "utf8");
  return [...page.matchAll(/^## (Wrong|Right)$[\s\S]*?```json\n([\s\S]*?)\n```/gm)].map(
    ([, name, json]): [string, TerraformJson] => [`${id}, ${name}`, JSON.parse(json)],
  );
});

/** Rules that say something else of some plans, and why. */
const APART: Readonly<Record<string, string>> = {
  "api-gateway/domain-binding":
    "a text with an id in it is not known as a whole, so the name is not",
  "api-gateway/icp": "a text with an id in it is not known as a whole, so the domain is not",
  "api-gateway/template-escape": "terraform refuses what is wrong, so there is no plan",
  "custom-domain/certificate": "what is made up for a variable is no certificate",
  "http-trigger/basic-users": "what is made up for a variable is no password",
  "http-trigger/jwt-prefix": "what is made up for a variable is no JWK set",
  "provider/version": "without a constraint a plan does not tell what is required",
};

/** Who is found to break which rule. */
function found(graph: ResourceGraph): readonly string[] {
  const { findings, failures } = evaluate(graph, RULES, {
    date: "2026-11-22",
    settings: new Map(),
  });
  expect(failures).toEqual([]);
  const places = findings
    .filter(({ rule }) => !(rule in APART))
    .map(({ rule, level, resource, instance = "" }) => `${rule} ${level} ${resource}${instance}`);
  return [...new Set(places)].sort();
}

describe.each(examples)("%s", (_, json) => {
  const synth = new ResourceGraph([{ stack: "", json }]);
  const planned = (applied: boolean) =>
    readPlan(planOf(json, {}, { applied }), { file: "plan.json", synth }).graph;

  test("every rule finds in the plan what it finds in the configuration", () => {
    expect(found(planned(false))).toEqual(found(synth));
  });

  test("the same once it was applied, and all is known", () => {
    expect(found(planned(true))).toEqual(found(synth));
  });
});

test("every page is there", () => {
  expect(examples).toHaveLength(2 * RULES.length);
  expect(readdirSync(folder).length).toBeGreaterThan(0);
});
