import { rulesOf, unknownRule } from "../../policy";
import type { Rule } from "../../rules";
import type { Arguments } from "../arguments";
import type { Command, ExitStatus } from "../command";
import type { Io } from "../io";
import { UsageError } from "../usage-error";
import { pageOf } from "../pages";
import { policyOf } from "../policy";

const FORMATS = ["text", "json", "markdown"] as const;

/** `fc-frontdoor rules`. */
export const rules: Command = {
  summary: "list the rules, or show the page of one",
  usage: "rules [ID] [options]",
  about: [
    "Without an ID: every rule with its level, as text, JSON or Markdown. With an ID: what the rule",
    "demands, why, a wrong and a right example, and its source. A locked rule cannot be accepted",
    "in code, only in a policy file.",
  ].join("\n"),
  options: {
    format: { value: "FORMAT", choices: FORMATS, help: "default text" },
    policy: { value: "FILE", help: "the policy file, for the rules of its packs; as for check" },
  },
  examples: [
    ["fc-frontdoor rules", "the catalogue"],
    ["fc-frontdoor rules http-trigger/one-per-qualifier", "one rule"],
  ],
  run,
};

function run(args: Arguments, io: Io): ExitStatus {
  const [id, more] = args.paths;
  if (more !== undefined) throw new UsageError(`rules takes one id, not ${more} too; give one`);
  const form = (args.get("format") ?? "text") as (typeof FORMATS)[number];
  const all = rulesOf(policyOf(args.get("policy"), ["."], io.cwd));
  if (id === undefined) io.out(LISTS[form](all));
  else io.out(show(ruleOf(id, all), form));
  return 0;
}

function ruleOf(id: string, all: readonly Rule[]): Rule {
  const problem = unknownRule(id, all);
  if (problem) throw new UsageError(`there is no rule ${id}; ${problem.fix}`);
  return all.find((rule) => rule.id === id)!;
}

function show(rule: Rule, form: (typeof FORMATS)[number]): string {
  const page = textOf(rule);
  return form === "json" ? jsonOf({ ...entryOf(rule), page }) : page;
}

function textOf(rule: Rule): string {
  const { id, help } = rule;
  if (help !== undefined) return `${id}: ${rule.title} (${levelOf(rule)})\n\nsee ${help}\n`;
  const page = pageOf(id);
  if (page === undefined)
    throw new UsageError(`${id} has no page here; install fc-frontdoor again`);
  return page;
}

const LISTS: Readonly<Record<(typeof FORMATS)[number], (all: readonly Rule[]) => string>> = {
  text: (all) => {
    const width = Math.max(...all.map(({ id }) => id.length));
    const lines = all.map(
      (rule) =>
        `${levelOf(rule).padEnd("warning".length + 2)}${rule.id.padEnd(width)}  ${rule.title}`,
    );
    return [...lines, "", `${all.length} rules; ! is locked`, ""].join("\n");
  },
  json: (all) => jsonOf({ version: 1, rules: all.map(entryOf) }),
  markdown: (all) =>
    [
      "| rule | level | what it demands |",
      "| ---- | ----- | --------------- |",
      ...all.map((rule) => `| \`${rule.id}\` | ${levelOf(rule)} | ${rule.title} |`),
      "",
    ].join("\n"),
};

function entryOf({ id, level, locked = false, title, options, elsewhere, help }: Rule): object {
  return { id, level, locked, title, options, elsewhere, help: help ?? `docs/rules/${id}.md` };
}

function levelOf({ level, locked }: Rule): string {
  return locked ? `${level} !` : level;
}

function jsonOf(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
