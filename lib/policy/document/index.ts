import { PolicyError, type PolicyProblem } from "../error";
import type { Policy } from "../policy";
import { Composition } from "./compose";
import { fileLayer } from "./layer";
import { loadPack } from "./load";
import { problemsOf } from "./parse";
import { Source } from "./source";

/**
 * Reads the text of a policy file, and the packs that it extends.
 *
 * @param file its name in messages; `.json` is JSON, all else YAML
 * @param text its content
 * @param folder packs are looked up from here. Default: the working folder
 * @throws PolicyError naming every problem with its place
 */
export function parsePolicy(file: string, text: string, folder: string = process.cwd()): Policy {
  const source = new Source(file, text);
  const problems = [...problemsOf(source)];
  try {
    const policy = new Composition(loadPack).policyOf(fileLayer(source, folder));
    if (problems.length === 0) return policy;
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    problems.push(...error.problems);
  }
  throw new PolicyError(problems.sort(byPlace));
}

function byPlace(a: PolicyProblem, b: PolicyProblem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
