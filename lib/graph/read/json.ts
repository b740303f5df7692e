import { ReadError } from "./error";
import type { InputFile } from "./input";
import { JsonText } from "./position";
import type { Source } from "./source";
import { type SyntaxProblem, countKeys, syntaxProblem } from "./syntax";
import { SHOW, textOf } from "./text";

/**
 * The most lists and objects inside each other. No configuration comes near it, and what walks
 * through values may rely on it.
 */
export const MOST_DEPTH = 200;

/** A JSON file that was read. */
export interface JsonFile extends InputFile {
  readonly json: unknown;
  readonly text: JsonText;
}

/**
 * Parses a file.
 *
 * @throws ReadError where it is no JSON, with the place; where an object has a key twice; where it
 * is nested deeper than anything that Terraform reads
 */
export function parseJson(source: Source): JsonFile {
  const { file, sha256 } = source;
  const text = textOf(source);
  const json = parse(file, text);
  const { depth, keys } = measure(json);
  if (depth > MOST_DEPTH) {
    const message = `its lists and objects are nested ${depth} deep, and the limit is ${MOST_DEPTH}`;
    throw new ReadError({ file, message, fix: "give a Terraform configuration or plan" });
  }
  // Counted, since that is cheap, and looked for where the counts differ.
  const repeated = countKeys(text) === keys ? undefined : syntaxProblem(text);
  if (repeated) refuse(file, text, repeated);
  return { file, sha256, json, text: new JsonText(text) };
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text.startsWith('{"@level"')) {
      const message = "it is the log of a plan, not the plan";
      throw new ReadError({ file, message, fix: `save the plan with -out PLAN, then: ${SHOW}` });
    }
    const problem = syntaxProblem(text);
    if (problem) refuse(file, text, problem);
    throw error;
  }
}

function refuse(file: string, text: string, { offset, message, kind }: SyntaxProblem): never {
  throw new ReadError({
    file,
    ...new JsonText(text).position(offset),
    message: kind === "repeated" ? message : `it is not JSON: ${message}`,
    fix: FIX[kind],
  });
}

const FIX = {
  repeated: "put the two together",
  end: "write it again: it is cut off",
  syntax: "mend the syntax",
} as const;

/** Without recursion, since it may be nested without end. */
function measure(json: unknown): { readonly depth: number; readonly keys: number } {
  let depth = 0;
  let keys = 0;
  let level = [json];
  while (level.length > 0) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      if (Array.isArray(value)) {
        for (const item of value) next.push(item);
        continue;
      }
      for (const key of Object.keys(value)) {
        if (key !== "//") keys++;
        next.push((value as Record<string, unknown>)[key]);
      }
    }
    if (next.length > 0) depth++;
    level = next;
  }
  return { depth, keys };
}
