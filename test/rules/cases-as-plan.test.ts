import { ResourceGraph } from "../../lib/graph";
import { readPlan } from "../../lib/graph/read/plan";
import { RULES, evaluate } from "../../lib/rules";
import { CASES } from "../support/cases";
import { planOf } from "../support/plan";

// Of what is undecided a plan may tell: its variables have values. Those in folders are about what
// a plan says in other words.
const cases = CASES.filter(([name, { kind }]) => !name.includes("/") && kind !== "undecided");

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

test.each(cases)("the plan of %s has the findings of the configuration", (_, { config }) => {
  const synth = new ResourceGraph([{ stack: "", json: config }]);
  const { graph } = readPlan(planOf(config), { file: "plan.json", synth });
  expect(found(graph)).toEqual(found(synth));
});
