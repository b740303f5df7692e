import { oneLine } from "../../facts/one-line";
import { type Policy, levelUnder, rulesOf, unknownRule } from "../../policy";
import { formatFailure } from "../../report/failures";
import { plural } from "../../report/summary";
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
    "Without an ID: every rule with the level that holds here, as text, JSON or Markdown. With an ID:",
    "what the rule demands, why, a wrong and a right example, and its source. The last part of an id",
    "will do where one rule has it; else, and for a group, the rules are listed. A locked rule cannot",
    "be accepted in code, only in a policy file.",
  ].join("\n"),
  options: {
    format: { value: "FORMAT", choices: FORMATS, help: "default text" },
    policy: {
      value: "FILE",
      help: "the policy file, for its levels and the rules of its packs; as for check",
    },
  },
  examples: [
    ["fc-frontdoor rules", "the catalogue"],
    ["fc-frontdoor rules http-trigger/one-per-qualifier", "one rule"],
    ["fc-frontdoor rules http-trigger", "a group"],
  ],
  run,
};

type Form = (typeof FORMATS)[number];

function run(args: Arguments, io: Io): ExitStatus {
  const [id, more] = args.paths;
  if (more !== undefined) throw new UsageError(`rules takes one id, not ${more} too; give one`);
  const form = (args.get("format") ?? "text") as Form;
  const policy = policyOf(args.get("policy"), ["."], io.cwd);
  const all = rulesOf(policy);
  const meant = id === undefined ? all : rulesNamed(id, all);
  if (id !== undefined && meant.length === 1) {
    io.out(show(meant[0], policy, form));
    const remark = remarkOn(meant[0], policy);
    if (form !== "json" && remark !== "") io.err(`fc-frontdoor: ${meant[0].id}${remark}\n`);
    return 0;
  }
  io.out(LISTS[form](meant, policy));
  const { failures = [] } = policy;
  for (const failure of failures) io.err(`fc-frontdoor: ${oneLine(formatFailure(failure))}\n`);
  // The rules of a pack that did not load are missing.
  return failures.length > 0 ? 2 : 0;
}

/** The rule of an id; of the last part of one, or of a group, all that have it. */
function rulesNamed(id: string, all: readonly Rule[]): readonly Rule[] {
  const exact = all.filter((rule) => rule.id === id);
  if (exact.length > 0) return exact;
  const alike = all.filter((rule) => rule.id.endsWith(`/${id}`) || rule.id.startsWith(`${id}/`));
  const problem = alike.length > 0 ? undefined : unknownRule(id, all);
  if (problem) throw new UsageError(`there is no rule ${id}; ${problem.fix}`);
  return alike;
}

function show(rule: Rule, policy: Policy, form: Form): string {
  const page = textOf(rule);
  return form === "json" ? jsonOf({ ...entryOf(rule, policy), page }) : page;
}

function textOf(rule: Rule): string {
  const { id, help } = rule;
  if (help !== undefined)
    return `${id}: ${rule.title} (${rule.locked ? `${rule.level} !` : rule.level})\n\nsee ${help}\n`;
  const page = pageOf(id);
  if (page === undefined)
    throw new UsageError(`${id} has no page here; install fc-frontdoor again`);
  return page;
}

const LISTS: Readonly<Record<Form, (all: readonly Rule[], policy: Policy) => string>> = {
  text: (all, policy) => {
    const rows = all.map((rule) => ({ rule, level: levelOf(rule, policy) }));
    const wide = Math.max("warning".length, ...rows.map(({ level }) => level.length));
    const width = Math.max(...all.map(({ id }) => id.length));
    const lines = rows.map(
      ({ rule, level }) =>
        `${level.padEnd(wide + 2)}${rule.id.padEnd(width)}  ${rule.title}${remarkOn(rule, policy)}`,
    );
    const off = all.filter((rule) => levelUnder(rule, policy) === "off").length;
    const under =
      policy.file === undefined ? "" : ` under ${policy.file}${off ? `, ${off} off` : ""}`;
    return [...lines, "", `${plural(all.length, "rule")}${under}; ! is locked`, ""].join("\n");
  },
  json: (all, policy) => jsonOf({ version: 1, rules: all.map((rule) => entryOf(rule, policy)) }),
  markdown: (all, policy) =>
    [
      "| rule | level | what it demands |",
      "| ---- | ----- | --------------- |",
      ...all.map(
        (rule) =>
          `| \`${rule.id}\` | ${levelOf(rule, policy)} | ${rule.title}${remarkOn(rule, policy)} |`,
      ),
      "",
    ].join("\n"),
};

function entryOf(rule: Rule, policy: Policy): object {
  const { id, level, locked = false, title, options, elsewhere, help } = rule;
  return {
    id,
    level,
    locked,
    title,
    options,
    elsewhere,
    help: help ?? `docs/rules/${id}.md`,
    holds: policy.file === undefined ? undefined : levelUnder(rule, policy),
    lockedBy: policy.locked?.get(id),
  };
}

function levelOf(rule: Rule, policy: Policy): string {
  const level = levelUnder(rule, policy);
  return rule.locked ? `${level} !` : level;
}

/** What a policy makes of a rule; empty where it leaves it as it is. */
function remarkOn(rule: Rule, policy: Policy): string {
  const held = levelUnder(rule, policy);
  const pack = policy.locked?.get(rule.id);
  const parts = [
    ...(held === rule.level ? [] : [`${held} by the policy, not ${rule.level}`]),
    ...(pack === undefined ? [] : [`locked by ${pack}`]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

function jsonOf(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
