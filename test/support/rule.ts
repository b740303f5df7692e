import { readFileSync } from "node:fs";
import * as path from "node:path";
import { ResourceGraph, type TerraformJson } from "../../lib/graph";
import { formatFinding } from "../../lib/report";
import { type Rule, RULES, evaluate } from "../../lib/rules";

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
): Judged {
  const stacks = "resource" in json || "terraform" in json ? { "": json } : json;
  const graph = new ResourceGraph(
    Object.entries(stacks).map(([stack, document]) => ({ stack, json: document })),
  );
  const { findings, undecided, failures } = evaluate(graph, [rule], { date });
  if (failures.length > 0) throw new Error(failures[0].message);
  return {
    violated: findings.map(formatFinding),
    undecided: undecided.map(
      ({ resource, attribute, needs }) => `${resource} ${attribute}: needs ${needs.join(", ")}`,
    ),
  };
}

/**
 * Holds a rule to its page in docs/rules: the example under "Wrong" gives the findings under it,
 * the one under "Right" none, the one under "Undecided" the question under it. So the page is the
 * fixture, and cannot be out of date.
 */
export function testPage(rule: Rule): void {
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
