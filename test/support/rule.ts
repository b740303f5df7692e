import { readFileSync } from "node:fs";
import * as path from "node:path";
import { type Json, ResourceGraph, type TerraformJson } from "../../lib/graph";
import { formatFinding } from "../../lib/report";
import { readPlan } from "../../lib/graph/read/plan";
import { type Rule, RULES, type RuleSettings, evaluate } from "../../lib/rules";
import { withHcl } from "./pages/page";
import { planOf } from "./plan";

/** What a rule says of configurations, as a reader sees it. */
export interface Judged {
  /** Each finding as the text report shows it. */
  readonly violated: readonly string[];
  /** Each open question: `alicloud_fcv3_trigger.a qualifier: needs var.x`. */
  readonly undecided: readonly string[];
}

/** Judges one configuration, or the stacks of an app, by one rule. */
export function judged(
  rule: Rule,
  json: TerraformJson | Readonly<Record<string, TerraformJson>>,
  date = "2026-11-22",
  settings: RuleSettings = {},
): Judged {
  const stacks = "resource" in json || "terraform" in json ? { "": json } : json;
  const graph = new ResourceGraph(
    Object.entries(stacks).map(([stack, document]) => ({ stack, json: document })),
  );
  return judgedGraph(rule, graph, date, settings);
}

/** Judges the plan of a configuration that was never applied, with its metadata. */
export function judgedAsPlan(
  rule: Rule,
  json: TerraformJson,
  variables: Readonly<Record<string, Json>> = {},
  date = "2026-11-22",
): Judged {
  const synth = new ResourceGraph([{ stack: "", json }]);
  const { graph } = readPlan(planOf(json, variables), { file: "plan.json", synth });
  return judgedGraph(rule, graph, date);
}

function judgedGraph(
  rule: Rule,
  graph: ResourceGraph,
  date: string,
  settings: RuleSettings = {},
): Judged {
  const { findings, undecided, failures } = evaluate(graph, [rule], {
    date,
    settings: new Map([[rule.id, settings]]),
  });
  if (failures.length > 0) throw new Error(failures[0].message);
  return {
    violated: findings.map(formatFinding),
    undecided: undecided.map(
      ({ resource, attribute, needs }) => `${resource} ${attribute}: needs ${needs.join(", ")}`,
    ),
  };
}

/** Where a rule's page is not held in full. */
export interface PageOptions {
  /** By example, why its plan does not give the same: what a plan does not tell, or a configuration that has no plan. */
  readonly notOnPlan?: { readonly Wrong?: string; readonly Right?: string };
  /** What a plan has as values of variables that must be more than some text. */
  readonly variables?: Readonly<Record<string, Json>>;
}

/**
 * Holds a rule to its page in docs/rules: the example under "Wrong" gives the findings under it,
 * the one under "Right" none, the one under "Undecided" the question under it; and the HCL behind an
 * example is that example. So the page is the fixture, and cannot be out of date. The plan of an
 * example gives the same. (Not that of what is undecided: in a plan variables have values.)
 */
export function testPage(rule: Rule, { notOnPlan = {}, variables }: PageOptions = {}): void {
  const page = readPage(rule.id);

  test("the page begins with the rule's id, level and sentence", () => {
    const level = rule.locked ? `${rule.level}, locked` : rule.level;
    expect(page.text.split("\n").slice(0, 3)).toEqual([
      `# ${rule.id}`,
      "",
      `**${level}**: ${rule.title}.`,
    ]);
  });

  test("the page says why and names its source", () => {
    expect(page.text).toMatch(/^## Why$/m);
    expect(page.text).toMatch(/^## Source$/m);
  });

  test("the page has the names under which other tools look for it", () => {
    const names = (rule.elsewhere ?? []).map((name) => name.replace(/^(.*) (\S+)$/, "- $1: `$2`"));
    const [, list = ""] = page.text.split("## Elsewhere");
    expect(list.match(/^- .*/gm) ?? []).toEqual(names);
  });

  test("the rule is in the catalogue", () => {
    expect(RULES).toContain(rule);
  });

  test("the wrong example gives the findings on the page", () => {
    const { violated, undecided } = judged(rule, page.example("Wrong"));
    expect(violated.join("\n\n")).toBe(page.output("Wrong"));
    expect(violated.length).toBeGreaterThan(0);
    expect(undecided).toEqual([]);
  });

  test("the right example gives none", () => {
    expect(judged(rule, page.example("Right"))).toEqual({ violated: [], undecided: [] });
  });

  if (notOnPlan.Wrong === undefined) {
    test("the plan of the wrong example gives the same findings", () => {
      const { violated, undecided } = judgedAsPlan(rule, page.example("Wrong"), variables);
      expect(violated.join("\n\n")).toBe(page.output("Wrong"));
      expect(undecided).toEqual([]);
    });
  }

  if (notOnPlan.Right === undefined) {
    test("the plan of the right example gives none", () => {
      expect(judgedAsPlan(rule, page.example("Right"), variables)).toEqual({
        violated: [],
        undecided: [],
      });
    });
  }

  test("the HCL on the page is that of its JSON; npm run pages writes it", () => {
    expect(page.text).toBe(withHcl(page.text));
  });

  if (page.has("Undecided")) {
    test("the undecided example gives the question on the page", () => {
      const { violated, undecided } = judged(rule, page.example("Undecided"));
      expect(violated).toEqual([]);
      expect(undecided.join("\n")).toBe(page.output("Undecided"));
      expect(undecided.length).toBeGreaterThan(0);
    });
  }
}

function readPage(id: string) {
  const file = path.join(__dirname, "../../docs/rules", `${id}.md`);
  const text = readFileSync(file, "utf8");
  const section = (name: string): string => {
    const found = new RegExp(`^## ${name}$([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, "m").exec(text);
    if (!found) throw new Error(`docs/rules/${id}.md has no section ${name}`);
    return found[1];
  };
  const block = (name: string, language: string): string => {
    const found = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\`$`, "m").exec(
      section(name),
    );
    if (!found) throw new Error(`docs/rules/${id}.md, ${name}: no ${language} block`);
    return found[1];
  };
  return {
    text,
    has: (name: string): boolean => new RegExp(`^## ${name}$`, "m").test(text),
    example: (name: string): TerraformJson => JSON.parse(block(name, "json")),
    output: (name: string): string => block(name, "text"),
  };
}
