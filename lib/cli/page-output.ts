import { ResourceGraph, type TerraformJson } from "../graph";
import { formatFinding } from "../report";
import { RULES, evaluate } from "../rules";

/** On which day the examples of the pages are judged, whenever a page is shown. */
const DATE = "2026-11-22";

/**
 * What a rule's page has under a JSON example: the findings of the rule, else what it cannot decide.
 * Undefined where that cannot be said.
 */
export function outputOf(id: string, json: string): string | undefined {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined || json === "") return undefined;
  const graph = new ResourceGraph(stacksIn(JSON.parse(json) as TerraformJson));
  const { findings, undecided, failures } = evaluate(graph, [rule], { date: DATE });
  if (failures.length > 0) return undefined;
  if (findings.length > 0) return `${findings.map(formatFinding).join("\n\n")}\n`;
  return undecided
    .map(
      ({ resource, attribute, needs }) => `${resource} ${attribute}: needs ${needs.join(", ")}\n`,
    )
    .join("");
}

/** An example is one configuration, or the stacks of an app by their names. */
function stacksIn(json: TerraformJson) {
  if ("resource" in json || "terraform" in json) return [{ stack: "", json }];
  return Object.entries(json as Readonly<Record<string, TerraformJson>>).map(([stack, one]) => ({
    stack,
    json: one,
  }));
}
