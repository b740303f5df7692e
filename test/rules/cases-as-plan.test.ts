import { readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { ResourceGraph, type TerraformJson } from "../../lib/graph";
import { readPlan } from "../../lib/graph/read/plan";
import { RULES, evaluate } from "../../lib/rules";
import { planOf } from "../support/plan";

const folder = path.join(__dirname, "../cases");
const read = (file: string): { kind: string; config: TerraformJson } =>
  JSON.parse(readFileSync(path.join(folder, file), "utf8"));
// Of what is undecided a plan may tell: its variables have values.
const cases = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .filter((file) => read(file).kind !== "undecided");

/** What is found in a graph, a line each. */
function found(graph: ResourceGraph): readonly string[] {
  const { findings, failures } = evaluate(graph, RULES, {
    date: "2026-11-22",
    settings: new Map(),
  });
  expect(failures).toEqual([]);
  // What is made up for a variable is no certificate.
  const real = findings.filter(({ got }) => got !== "text that is not PEM");
  return real.map(({ rule, level, resource, instance, attribute, message, got, fix }) =>
    [rule, level, resource + (instance ?? ""), attribute, message, got, fix].join(" | "),
  );
}

test.each(cases)("the plan of %s has the findings of the configuration", (file) => {
  const { config } = read(file);
  const synth = new ResourceGraph([{ stack: "", json: config }]);
  const { graph } = readPlan(planOf(config), { file: "plan.json", synth });
  expect(found(graph)).toEqual(found(synth));
});
