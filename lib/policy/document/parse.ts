import { dateProblem } from "../../facts/date";
import { nearest } from "../../facts/nearest";
import type { Level } from "../../rules";
import { type SchemaError, validate } from "../../vendor/generated/policy.validate";
import { PolicyError, type PolicyProblem } from "../error";
import type { Policy, Waiver } from "../policy";
import { unknownRule } from "../rule-id";
import { Source, type Step } from "./source";

/** What the schema lets through. */
interface PolicyDocument {
  readonly extends?: readonly ("recommended" | "strict")[];
  readonly rules?: Readonly<Record<string, Setting | { readonly level: Setting }>>;
  readonly waivers?: readonly Omit<Waiver, "line">[];
}

type Setting = Level | "off";

/**
 * Reads the text of a policy file.
 *
 * @param file its name in messages; `.json` is JSON, all else YAML
 * @param text its content
 * @throws PolicyError naming every problem with its place
 */
export function parsePolicy(file: string, text: string): Policy {
  const source = new Source(file, text);
  const document = (source.content ?? {}) as PolicyDocument;
  const wrong = validate(document) ? [] : (validate.errors ?? []);
  const problems = wrong
    .filter(({ keyword }) => keyword !== "if")
    .map((error) => explain(source, error));
  problems.push(...unknownRules(source, document), ...wrongDates(source, document));
  if (problems.length > 0) throw new PolicyError(problems.sort(byPlace));
  return {
    file,
    strict: document.extends?.includes("strict") ?? false,
    levels: new Map(
      Object.entries(document.rules ?? {}).map(([id, setting]) => [
        id,
        typeof setting === "string" ? setting : setting.level,
      ]),
    ),
    waivers: (document.waivers ?? []).map((waiver, index) => ({
      ...waiver,
      line: source.lineOf(["waivers", index]),
    })),
  };
}

function unknownRules(source: Source, document: PolicyDocument): readonly PolicyProblem[] {
  const refuse = (id: string, path: readonly Step[], of: "key" | "value"): PolicyProblem[] => {
    const problem = unknownRule(id);
    return problem ? [source.problem(path, `there is no rule ${id}`, problem.fix, of)] : [];
  };
  const rules = isObject(document.rules) ? Object.keys(document.rules) : [];
  const waivers = Array.isArray(document.waivers) ? (document.waivers as readonly unknown[]) : [];
  return [
    ...rules.flatMap((id) => refuse(id, ["rules", id], "key")),
    ...waivers.flatMap((waiver, index) =>
      isObject(waiver) && typeof waiver.rule === "string"
        ? refuse(waiver.rule, ["waivers", index, "rule"], "value")
        : [],
    ),
  ];
}

function wrongDates(source: Source, document: PolicyDocument): readonly PolicyProblem[] {
  const waivers = Array.isArray(document.waivers) ? (document.waivers as readonly unknown[]) : [];
  return waivers.flatMap((waiver, index) => {
    if (!isObject(waiver) || typeof waiver.expires !== "string") return [];
    const problem = dateProblem(waiver.expires);
    if (!problem) return [];
    const path = ["waivers", index, "expires"];
    return [source.problem(path, `${problem.got} is not ${problem.expected}`, problem.fix)];
  });
}

/** Says a schema's error in words of the policy file. */
function explain(source: Source, error: SchemaError): PolicyProblem {
  const path = stepsOf(error.instancePath, source.content);
  const name = nameOf(path);
  const { params } = error;
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      const meant = nearest(key, known);
      const fix = meant ? `write ${meant}` : `remove it, or write one of ${known.join(", ")}`;
      return source.problem([...path, key], `${name} has no ${key}`, fix, "key");
    }
    case "required": {
      const key = String(params.missingProperty);
      const fix = key === "reason" ? "say in reason why it is accepted" : `add ${key}`;
      return source.problem(path, `${name} has no ${key}`, fix);
    }
    case "enum": {
      const allowed = params.allowedValues as readonly string[];
      const meant = typeof error.data === "string" ? nearest(error.data, allowed) : undefined;
      const fix = meant ? `write ${meant}` : `write one of ${allowed.join(", ")}`;
      return source.problem(
        path,
        `${name} is ${show(error.data)}, not one of ${allowed.join(", ")}`,
        fix,
      );
    }
    case "type": {
      const type = article(String(params.type));
      return source.problem(path, `${name} is ${show(error.data)}, not ${type}`, `make it ${type}`);
    }
    default: {
      // minLength and pattern: text that says nothing.
      const fix = path.at(-1) === "reason" ? "say why it is accepted" : "write it, or leave it out";
      return source.problem(path, `${name} is empty`, fix);
    }
  }
}

/** The steps of a JSON pointer; a number is an index only in a list. */
function stepsOf(pointer: string, content: unknown): readonly Step[] {
  let at = content;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(at) ? Number(key) : key;
      at = (at as Record<Step, unknown>)[step];
      return step;
    });
}

function nameOf(path: readonly Step[]): string {
  if (path.length === 0) return "a policy";
  return path.reduce<string>(
    (name, step) =>
      typeof step === "number" ? `${name}[${step}]` : name ? `${name}.${step}` : step,
    "",
  );
}

function show(data: unknown): string {
  if (Array.isArray(data)) return "a list";
  return isObject(data) ? "an object" : JSON.stringify(data);
}

function article(type: string): string {
  const name = type === "array" ? "list" : type;
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function byPlace(a: PolicyProblem, b: PolicyProblem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
