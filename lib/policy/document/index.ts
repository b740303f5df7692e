import { PolicyError, type PolicyProblem } from "../error";
import type { Policy } from "../policy";
import type { BlueprintPolicySource } from "../blueprint-policy";
import { blueprintLayer } from "./blueprint";
import { Composition } from "./compose";
import { fileLayer } from "./layer";
import { loadPack } from "./load";
import { problemsOf } from "./parse";
import { Source } from "./source";

export { documentProblems } from "./blueprint";

/**
 * Reads the text of a policy file, and the packs that it extends.
 *
 * @param file its name in messages; `.json` is JSON, all else YAML
 * @param text its content
 * @param folder packs are looked up from here. Default: the working folder
 * @param blueprints what comes before it. Default: nothing
 * @param packs their packs are looked up from here first. Default: `folder`
 * @throws PolicyError naming every problem with its place
 */
export function parsePolicy(
  file: string,
  text: string,
  folder: string = process.cwd(),
  blueprints: readonly BlueprintPolicySource[] = [],
  packs: string = folder,
): Policy {
  const source = new Source(file, text);
  const problems = [...problemsOf(source)];
  try {
    const folders = [packs, folder, process.cwd()];
    const before = blueprints.map((one) => blueprintLayer(one, folders));
    const policy = new Composition(loadPack).policyOf(fileLayer(source, folder), before);
    if (problems.length === 0) return policy;
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    problems.push(...error.problems);
  }
  throw new PolicyError(problems.sort(byPlace));
}

/**
 * The policy of blueprints where there is no policy file.
 *
 * @param folder packs are looked up from here
 * @throws PolicyError naming every problem
 */
export function blueprintPolicy(
  blueprints: readonly BlueprintPolicySource[],
  folder: string,
): Policy {
  const layers = blueprints.map((one) => blueprintLayer(one, [folder, process.cwd()]));
  return new Composition(loadPack).policyOf(undefined, layers);
}

function byPlace(a: PolicyProblem, b: PolicyProblem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
