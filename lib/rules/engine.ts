import { createHash } from "node:crypto";
import type { BlueprintNote, ResourceGraph } from "../graph";
import type { Finding, FindingPlace, UndecidedFinding } from "./finding";
import { orderOf } from "./order";
import type { Detail, Place, Rule, RuleSettings, Undecided, Verdict } from "./rule";

/** What the rules say of a graph, before the policy has its word. */
export interface Evaluation {
  readonly findings: readonly Finding[];
  readonly undecided: readonly UndecidedFinding[];
  /** For each finding its resource, which acknowledgements are read from. */
  readonly places: ReadonlyMap<Finding | UndecidedFinding, Place>;
  /** Rules that threw: what they would have said is missing. */
  readonly failures: readonly RuleFailure[];
}

/** A rule that threw, which is its own defect and nobody's finding. */
export interface RuleFailure {
  readonly rule: string;
  readonly message: string;
}

/** What rules may know beside the graph. */
export interface EvaluateOptions {
  /** Today, `YYYY-MM-DD` (UTC). */
  readonly date: string;
  /** What the policy tells rules, by id. Default: nothing. */
  readonly settings?: ReadonlyMap<string, RuleSettings>;
}

/** Runs rules over a graph. Findings are in order of file, stack, address and rule. */
export function evaluate(
  graph: ResourceGraph,
  rules: readonly Rule[],
  { date, settings }: EvaluateOptions,
): Evaluation {
  const findings: Finding[] = [];
  const undecided: UndecidedFinding[] = [];
  const places = new Map<Finding | UndecidedFinding, Place>();
  const failures: RuleFailure[] = [];
  for (const rule of rules) {
    try {
      for (const verdict of rule.evaluate(graph, { date, settings: settings?.get(rule.id) })) {
        const found = foundBy(rule, verdict, graph);
        if ("needs" in found) undecided.push(found);
        else findings.push(found);
        places.set(found, verdict.resource);
      }
    } catch (error) {
      failures.push({
        rule: rule.id,
        message: error instanceof Error ? error.message : `${error}`,
      });
    }
  }
  const order = orderOf(graph);
  return { findings: findings.sort(order), undecided: undecided.sort(order), places, failures };
}

/** What is needed where no unknown value stands in the way: Terraform refuses such a configuration. */
const UNNAMED = ["an argument that is missing, or is not of the provider's type for it"];

function foundBy(rule: Rule, verdict: Verdict, graph: ResourceGraph): Finding | UndecidedFinding {
  const { resource, detail } = verdict;
  const where = placeOf(graph, rule, resource, detail);
  const level = detail.level ?? rule.level;
  if (verdict.answer === "undecided") {
    const needs = verdict.needs.length > 0 ? verdict.needs : UNNAMED;
    return { rule: rule.id, level, ...where, message: detail.message, needs };
  }
  const { message, got, expected, fix, values } = verdict.detail;
  return {
    rule: rule.id,
    level,
    ...where,
    message,
    got: `${got}${restsOn(values)}`,
    expected,
    fix,
  };
}

function placeOf(
  graph: ResourceGraph,
  rule: Rule,
  resource: Place,
  detail: Detail | Undecided["detail"],
): FindingPlace {
  const { address, stack, instance, constructPath, metadata } = resource;
  const related = (detail.related ?? []).map((other) => ({
    resource: other.resource.address,
    stack: other.resource.stack || undefined,
    path: other.resource.constructPath,
    message: other.message,
    location: other.resource.metadata.location ?? graph.locate(other.resource),
  }));
  const fingerprint = createHash("sha256")
    .update(
      [
        rule.id,
        stack,
        constructPath ?? address,
        instance ?? "",
        detail.attribute,
        ...related.map((other) => other.resource),
      ].join("\n"),
    )
    .digest("hex")
    .slice(0, 32);
  return {
    status: "open",
    resource: address,
    instance: instance || undefined,
    stack: stack || undefined,
    path: constructPath,
    attribute: detail.attribute,
    setBy: setBy(metadata?.blueprint, detail.attribute),
    input: graph.fileOf(resource),
    location: metadata?.location ?? graph.locate(resource, detail.attribute),
    related,
    help: rule.help ?? `docs/rules/${rule.id}.md`,
    fingerprint,
  };
}

/** The blueprint whose default an argument, or what it is in, comes from. */
function setBy(note: BlueprintNote | undefined, attribute: string): string | undefined {
  const isIn = (whole: string): boolean =>
    whole === "" ||
    attribute === whole ||
    attribute.startsWith(`${whole}.`) ||
    attribute.startsWith(`${whole}[`);
  return note?.set?.find(({ attributes }) => attributes.some(isIn))?.owner;
}

function restsOn(values: Detail["values"]): string {
  const defaults = [...new Set((values ?? []).flatMap((value) => value.origin.defaults))];
  return defaults.length === 0 ? "" : ` (by the default of ${defaults.join(" and ")})`;
}
