import { ResourceGraph, type TerraformJson, blocks, isObject } from "../../lib/graph";
import { readPlan } from "../../lib/graph/read/plan";
import { RECOMMENDED, judge } from "../../lib/policy";
import { CASES, type Case } from "../support/cases";
import { planOf } from "../support/plan";

describe.each(CASES)("%s", (_, all) => {
  judged(all, new ResourceGraph([{ stack: "", json: all.config }]));
});

// In a plan variables have values, so only what stays true is asked of it.
const planned = CASES.filter(
  ([, { kind, notOnPlan, config }]) =>
    notOnPlan === undefined &&
    kind !== "undecided" &&
    (kind === "catch" || !hasOpenVariable(config)),
);

describe.each(planned)("the plan of %s", (_, all) => {
  judged(all, readPlan(planOf(all.config), { file: "plan.json" }).graph);
});

function hasOpenVariable({ variable }: TerraformJson): boolean {
  return blocks(variable)
    .flatMap((named) => Object.values(named))
    .some((body) => isObject(body) && body.default === undefined);
}

function judged({ kind, why, expect: expected, allow }: Case, graph: ResourceGraph): void {
  const report = judge(graph, RECOMMENDED, { date: "2026-11-22" });
  if (report.failures.length > 0) throw new Error(report.failures[0].message);
  const open = report.findings.filter((finding) => finding.status === "open");
  const isAt = (places: string | string[], place: string): boolean =>
    [places].flat().includes(place);

  if (kind !== "clean") {
    test(`what it is about is ${kind === "catch" ? "caught" : "undecided"}: ${why}`, () => {
      for (const { rule, resource } of expected) {
        const found = (kind === "catch" ? open : report.undecided).filter(
          (finding) => finding.rule === rule && isAt(resource, finding.resource),
        );
        expect([rule, found.length]).toEqual([rule, 1]);
      }
    });
  }

  test("nothing else is found", () => {
    // What is about one thing may leave out what would only be better.
    const levels = kind === "clean" ? ["error", "warning"] : ["error"];
    const others = open.filter(
      (finding) =>
        levels.includes(finding.level) &&
        !allow.includes(finding.rule) &&
        !(
          kind === "catch" &&
          expected.some(
            ({ rule, resource }) => rule === finding.rule && isAt(resource, finding.resource),
          )
        ),
    );
    expect(others.map(({ level, rule, resource, got }) => [level, rule, resource, got])).toEqual(
      [],
    );
  });
}
