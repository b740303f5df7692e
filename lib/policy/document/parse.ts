import { dateProblem } from "../../facts/date";
import { isRecord } from "../../facts/issue";
import { nearest } from "../../facts/nearest";
import { type SchemaError, validate } from "../../vendor/generated/policy.validate";
import type { PolicyProblem } from "../error";
import type { PolicyDocument } from "./document";
import type { Places, Step } from "./places";

/** What is wrong with a document, whatever rules there are. */
export function problemsOf(places: Places): readonly PolicyProblem[] {
  const document = (places.content ?? {}) as PolicyDocument;
  const wrong = validate(document) ? [] : (validate.errors ?? []);
  return [
    ...wrong.filter(({ keyword }) => keyword !== "if").map((error) => explain(places, error)),
    ...wrongDates(places, document),
  ];
}

function wrongDates(places: Places, document: PolicyDocument): readonly PolicyProblem[] {
  const waivers = Array.isArray(document.waivers) ? (document.waivers as readonly unknown[]) : [];
  return waivers.flatMap((waiver, index) => {
    if (!isRecord(waiver) || typeof waiver.expires !== "string") return [];
    const problem = dateProblem(waiver.expires);
    if (!problem) return [];
    const path = ["waivers", index, "expires"];
    return [places.problem(path, `${problem.got} is not ${problem.expected}`, problem.fix)];
  });
}

/** Says a schema's error in words of the policy file. */
function explain(source: Places, error: SchemaError): PolicyProblem {
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
    case "minProperties":
      return source.problem(path, `${name} says nothing`, "write a level");
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
  return isRecord(data) ? "an object" : JSON.stringify(data);
}

function article(type: string): string {
  const name = type === "array" ? "list" : type;
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}
