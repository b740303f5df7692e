import { compare } from "../facts/compare";
import type { ResourceGraph } from "../graph";
import type { FindingPlace } from "./finding";

/** By file, stack, address and rule, so that the same input gives the same bytes. */
export function orderOf(
  graph: ResourceGraph,
): (a: FindingPlace & { rule: string }, b: FindingPlace & { rule: string }) => number {
  const stacks = new Map(graph.modules.map((module, index) => [module.name, index]));
  return (a, b) =>
    compare(a.input ?? "", b.input ?? "") ||
    (stacks.get(a.stack ?? "") ?? 0) - (stacks.get(b.stack ?? "") ?? 0) ||
    compare(a.resource, b.resource) ||
    compare(a.instance ?? "", b.instance ?? "") ||
    compare(a.rule, b.rule) ||
    compare(a.attribute, b.attribute);
}
